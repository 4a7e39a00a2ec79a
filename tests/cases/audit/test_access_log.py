# SPDX-License-Identifier: EUPL-1.2
"""Who has looked at a case, taken out as a table and on paper by those who work on it."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from samvern.common.csv_cells import FORMULA_STARTS, csv_text
from support.desks import Desk
from support.workspace import Workspace

HEAD = ["Når", "Hvem", "Rolle", "Virksomhet", "Hva", "Utfall"]


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


@given(st.lists(st.lists(st.text(max_size=12), min_size=2, max_size=2), max_size=4))
def test_no_cell_starts_a_formula_and_nothing_is_lost(rows: list[list[str]]) -> None:
    read = table(csv_text(["a", "b"], rows))[1:]
    cells = [cell for row in read for cell in row]
    assert [cell for cell in cells if cell.lstrip(" \u00a0").startswith(FORMULA_STARTS)] == []
    plain = [["".join(cell.removeprefix("'").split()) for cell in row] for row in read]
    assert plain == [["".join(cell.removeprefix("'").split()) for cell in row] for row in rows]


@pytest.mark.database
def test_the_table_names_each_who_looked(workspace: Workspace) -> None:
    case = workspace.cast.cases["own"]
    Desk(workspace, "amina").see("case", case_id=case)
    answer = Desk(workspace, "kari").see("looks_csv", case_id=case)
    rows = table(answer.content.decode())
    people = {row[1] for row in rows[1:]}
    assert (answer.status_code, rows[0]) == (200, HEAD)
    assert people == {"Kari Syntetisk", "Amina Prøve"}


@pytest.mark.database
def test_the_paper_is_tagged_names_who_looked_and_nothing_of_the_case(workspace: Workspace) -> None:
    case, kari = workspace.cast.cases["own"], Desk(workspace, "kari")
    kari.see("notes", case_id=case)
    pdf = PdfReader(io.BytesIO(kari.see("looks_pdf", case_id=case).content))
    root: Any = pdf.trailer["/Root"]
    text = "".join(page.extract_text() for page in pdf.pages)
    assert "/StructTreeRoot" in root
    assert ["Kari Syntetisk" in text, "Kanari" in text] == [True, False]


@pytest.mark.database
@pytest.mark.parametrize("page", ["looks", "looks_csv", "looks_pdf"])
@pytest.mark.parametrize("name", ["amina", "per", "liv", "rolf", "guro"])
def test_others_meet_no_such_page(workspace: Workspace, page: str, name: str) -> None:
    case = workspace.cast.cases["own"]
    assert Desk(workspace, name).see(page, case_id=case).status_code == 404


@pytest.mark.database
@pytest.mark.parametrize("page", ["looks_csv", "looks_pdf"])
def test_taking_it_out_is_itself_a_line_and_needs_a_fresh_sign_in(
    fresh_workspace: Workspace, page: str
) -> None:
    case, kari = fresh_workspace.cast.cases["own"], Desk(fresh_workspace, "kari")
    exports = "SELECT count(*) FROM audit.line WHERE act = 'trail.export' AND case_id = %s"
    assert kari.see(page, case_id=case).status_code == 200
    with fresh_workspace.superuser() as connection:
        connection.execute(
            "UPDATE gate.session SET authenticated_at = now() - interval '6 minutes'"
        )
        assert kari.see(page, case_id=case).status_code == 302
        assert connection.execute(exports, [case]).fetchone() == (1,)
