# SPDX-License-Identifier: EUPL-1.2
"""The auditor reads in words which protected fields somebody read."""

import pytest

from samvern.cases.audit.detail_labels import opened_text
from samvern.identity.sealing import sealed_columns
from support.casework import said
from support.desks import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database
READ = {
    "nb": "Åpnet saken leste: «Hva skal gjøres?», «Hva skjedde?»",
    "nn": "Opna saka las: «Kva skal gjerast?», «Kva skjedde?»",
    "en": "Opened the case read: “What is to be done?”, “What happened?”",
}


@pytest.mark.parametrize("language", READ)
def test_the_line_about_seeing_says_which_fields_were_read(
    fresh_workspace: Workspace, language: str
) -> None:
    w = fresh_workspace
    Desk(w, "kari").see("notes", case_id=w.cast.cases["own"])
    page = said(Desk(w, "rolf", language).see("auditor", "?kind=seen"))
    assert READ[language] in page
    assert "note.text" not in page


def test_every_sealed_field_is_called_something_and_no_code_is_shown() -> None:
    for name in sealed_columns():
        told = opened_text([name])
        assert told and name not in told, name
    assert opened_text(["no.such"]) == ""
