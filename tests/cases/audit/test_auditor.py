# SPDX-License-Identifier: EUPL-1.2
"""The auditor: who looked at what, what was refused, and whether the trail is whole."""

import csv
import io
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings
from django.utils import timezone

from support.casework import said
from support.desks import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database
TODAY = timezone.localdate().isoformat()
PAGES = ("auditor", "auditor_csv", "auditor_proof")


def ask(workspace: Workspace, **more: str) -> str:
    """The lines the auditor finds today."""
    query = "&".join(f"{k}={v}" for k, v in {"since": TODAY, "until": TODAY, **more}.items())
    page = said(Desk(workspace, "rolf", "en").see("auditor", f"?{query}"))
    return page.partition("Who looked, and what was done")[2]


def reference(workspace: Workspace, case: str) -> str:
    with workspace.superuser() as connection:
        row: Any = connection.execute(
            "SELECT reference FROM cases_case WHERE id = %s", [workspace.cast.cases[case]]
        ).fetchone()
    return str(row[0])


@pytest.mark.parametrize("name", ["kari", "jonas", "liv", "tone", "amina", "per", "guro"])
def test_nobody_else_reads_the_trail(workspace: Workspace, name: str) -> None:
    desk = Desk(workspace, name)
    assert [desk.see(page).status_code for page in PAGES] == [404, 404, 404]


def test_who_opened_a_case_stands_there_with_its_reference(fresh_workspace: Workspace) -> None:
    own = fresh_workspace.cast.cases["own"]
    Desk(fresh_workspace, "kari").see("notes", case_id=own)
    lines = ask(fresh_workspace, reference=reference(fresh_workspace, "own"), kind="seen")
    assert "Kari Syntetisk Case worker Read notes 1 rows" in lines
    assert reference(fresh_workspace, "own") in lines


def test_another_organisation_that_looks_stands_there_without_a_name(
    fresh_workspace: Workspace,
) -> None:
    own = fresh_workspace.cast.cases["own"]
    Desk(fresh_workspace, "amina").see("notes", case_id=own)
    lines = ask(fresh_workspace, reference=reference(fresh_workspace, "own"), kind="seen")
    assert ["Read notes" in lines, "Amina" in lines] == [True, False]


def test_a_refusal_stands_there_with_who_tried(fresh_workspace: Workspace) -> None:
    own = fresh_workspace.cast.cases["own"]
    assert Desk(fresh_workspace, "liv").see("case", case_id=own).status_code == 404
    lines = ask(fresh_workspace, kind="refused")
    assert "Liv Øvelse Case worker Asked for something that is not there" in lines
    assert "Kari" not in lines


def test_each_member_stands_with_what_she_did(fresh_workspace: Workspace) -> None:
    jonas, liv = (Desk(fresh_workspace, name) for name in ("jonas", "liv"))
    for case in ("unit", "colleague", "unit"):
        jonas.see("case", case_id=fresh_workspace.cast.cases[case])
    liv.see("case", case_id=fresh_workspace.cast.cases["own"])
    page = said(Desk(fresh_workspace, "rolf", "en").see("auditor"))
    sums = page.partition("Each member in the period")[2].partition("Who looked, and")[0]
    jonas_did, liv_did = (sums.partition(name)[2].split()[2:8] for name in ("Eksempel", "Øvelse"))
    assert (jonas_did[0], liv_did[0], liv_did[2]) == ("2", "0", "1")


def test_no_word_of_a_case_is_on_the_auditors_pages(workspace: Workspace) -> None:
    own = workspace.cast.cases["own"]
    for page in ("case", "notes", "plan", "persons", "documents", "deadlines"):
        where = {} if page == "deadlines" else {"case_id": own}
        Desk(workspace, "kari").see(page, **where)
    rolf = Desk(workspace, "rolf")
    everything = "".join(rolf.see(page).content.decode() for page in PAGES)
    assert [place for place, word in workspace.cast.canaries.items() if word in everything] == []
    for page in ("case", "notes", "documents", "persons"):
        assert rolf.see(page, case_id=own).status_code == 404


def test_the_table_has_the_same_lines_and_no_formula(fresh_workspace: Workspace) -> None:
    with fresh_workspace.superuser() as connection:
        connection.execute("UPDATE access_member SET name = '=1+1' WHERE name LIKE 'Kari%'")
    Desk(fresh_workspace, "kari").see("cases")
    answer = Desk(fresh_workspace, "rolf", "en").see("auditor_csv", f"?since={TODAY}&until={TODAY}")
    text = answer.content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";" if ";" in text[:60] else ","))
    assert rows[0][:3] == ["When", "Who", "Role"]
    mine = [row for row in rows[1:] if "1+1" in row[1]]
    assert (len(mine) > 0, [row for row in mine if row[1].startswith("=")]) == (True, [])


@pytest.mark.parametrize(
    ("query", "field"),
    [
        (f"since={TODAY}&until=2020-01-01", "until"),
        (f"since={TODAY}&until={TODAY}&reference=%27%3B--", "reference"),
        (f"since={TODAY}&until={TODAY}&member=00000000-0000-4000-8000-000000000000", "member"),
        (f"since={TODAY}&until={TODAY}&kind=x", "kind"),
        ("since=<script>&until=x", "since"),
    ],
)
def test_a_bad_question_is_said_beside_its_field(
    workspace: Workspace, query: str, field: str
) -> None:
    answer = Desk(workspace, "rolf").see("auditor", f"?{query}")
    assert (answer.status_code, f'id="id_{field}_error"' in answer.content.decode()) == (400, True)


@pytest.mark.parametrize("place", ["", "x", "-1", "9" * 40, "1; DROP TABLE"])
def test_a_bad_place_in_the_trail_breaks_nothing(workspace: Workspace, place: str) -> None:
    answer = Desk(workspace, "rolf").see("auditor", f"?page={place}")
    assert answer.status_code == 200


def broken_at(workspace: Workspace, statement: str, line: int) -> str:
    """What the page of proof says after a superuser did something to a line."""
    chain = workspace.cast.organisations["havn"]
    with workspace.superuser() as connection:
        connection.execute(statement, {"chain": chain, "line": line})
    return said(Desk(workspace, "rolf", "en").see("auditor_proof"))


def test_a_whole_trail_is_said_to_be(workspace: Workspace) -> None:
    page = said(Desk(workspace, "rolf", "en").see("auditor_proof"))
    assert "Yes. All" in page
    assert "Nothing has been signed outside the database yet" in page


WHERE = "WHERE chain = %(chain)s AND number = %(line)s"


@pytest.mark.parametrize(
    ("statement", "line", "breaks"),
    [
        (f"UPDATE audit.line SET act = 'case.close' {WHERE}", 3, 3),
        (f"UPDATE audit.line SET member_id = gen_random_uuid() {WHERE}", 5, 5),
        (f"UPDATE audit.line SET at = at - interval '1 hour' {WHERE}", 4, 4),
        (f"UPDATE audit.line SET outcome = 'refused' {WHERE}", 2, 2),
        (f"DELETE FROM audit.line {WHERE}", 6, 7),
        (f"UPDATE audit.detail SET content = '{{\"rows\": 0}}' {WHERE}", 3, 3),
    ],
)
def test_what_a_superuser_changes_is_found_with_the_line(
    fresh_workspace: Workspace, statement: str, line: int, breaks: int
) -> None:
    page = broken_at(fresh_workspace, statement, line)
    assert f"No. Line {breaks} was changed, added or removed" in page


def test_a_trail_written_anew_differs_from_what_was_signed(
    workspace: Workspace, tmp_path: Path
) -> None:
    chain, file = str(workspace.cast.organisations["havn"]), tmp_path / "anchors.jsonl"
    head = {"at": timezone.now().isoformat(), "heads": {chain: [2, "0" * 64]}}
    file.write_text(json.dumps(head) + "\n")
    with override_settings(ANCHOR_FILE=str(file)):
        page = said(Desk(workspace, "rolf", "en").see("auditor_proof"))
    assert "No. Line 2 is not the one that was signed" in page


@pytest.mark.parametrize(
    ("hours", "said_of_it"),
    [
        (0, None),
        (-4, "It should be signed each hour, and is not."),
        (4, "That moment has not come yet"),
    ],
)
def test_the_auditor_sees_that_the_signing_has_stopped(
    workspace: Workspace, tmp_path: Path, hours: int, said_of_it: str | None
) -> None:
    chain, file = str(workspace.cast.organisations["havn"]), tmp_path / "anchors.jsonl"
    with workspace.superuser() as connection:
        query = "SELECT encode(hash, 'hex') FROM audit.line WHERE chain = %s AND number = 2"
        [(digest,)] = connection.execute(query, [chain]).fetchall()
    at = (timezone.now() + timedelta(hours=hours)).isoformat()
    file.write_text(json.dumps({"at": at, "heads": {chain: [2, digest]}}) + "\n")
    with override_settings(ANCHOR_FILE=str(file)):
        page = said(Desk(workspace, "rolf", "en").see("auditor_proof"))
    warnings = ("It should be signed each hour, and is not.", "That moment has not come yet")
    assert [each for each in warnings if each in page] == ([said_of_it] if said_of_it else [])


LISTS = {
    "notes": {"note"}, "documents": {"document"}, "assistance": {"assistance"},
    "plan": {"goal", "action", "risk", "task"}, "case_deadlines": {"deadline"},
}  # fmt: skip


@pytest.mark.parametrize("page", LISTS)
@pytest.mark.parametrize("case", ["own", "protected", "held"])
def test_as_many_rows_stand_in_the_trail_as_were_shown(
    workspace: Workspace, page: str, case: str
) -> None:
    text = Desk(workspace, "kari").read(page, case_id=workspace.cast.cases[case])
    places = {place for place, word in workspace.cast.canaries.items() if word in text}
    shown = {place.partition("/")[2].partition(".")[0] for place in places} & LISTS[page]
    assert {place.partition("/")[0] for place in places} == {case}
    with workspace.superuser() as connection:
        row: Any = connection.execute(
            "SELECT d.content ->> 'rows' FROM audit.line l JOIN audit.detail d"
            " USING (chain, number) WHERE l.case_id = %s AND d.content ? 'rows'"
            " ORDER BY l.number DESC LIMIT 1",
            [workspace.cast.cases[case]],
        ).fetchone()
    assert (shown, int(row[0])) == (LISTS[page], len(LISTS[page]))


@pytest.mark.parametrize("name", ["kari", "jonas", "tone", "amina"])
@pytest.mark.parametrize("query", ["", "?scope=unit", "?scope=shared", "?state=all"])
def test_the_list_of_cases_too(workspace: Workspace, name: str, query: str) -> None:
    text = Desk(workspace, name).read("cases", query)
    with workspace.superuser() as connection:
        row: Any = connection.execute(
            "SELECT d.content ->> 'rows' FROM audit.line l JOIN audit.detail d"
            " USING (chain, number) WHERE l.act = 'case.list' AND l.member_id = %s"
            " ORDER BY l.number DESC LIMIT 1",
            [workspace.cast.members[name]],
        ).fetchone()
    assert int(row[0]) == text.count('role="rowheader"')
