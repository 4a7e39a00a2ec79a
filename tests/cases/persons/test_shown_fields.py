# SPDX-License-Identifier: EUPL-1.2
"""A sealed column of a person that is declared as shown is asked for, shown and printed."""

import io

import pytest
from django.utils import translation
from pypdf import PdfReader

from samvern.access.models.sealed import sealed_field
from samvern.cases.core.models import Person
from samvern.cases.core.selectors import get_case
from samvern.cases.printing.pdf import print_case
from samvern.identity.sealing import open_field
from support.colleague import Colleague, text
from support.workspace import Workspace

pytestmark = pytest.mark.database


def test_it_is_asked_for_shown_and_printed_by_declaration_alone(
    fresh_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a column that is otherwise written on another page."""
    monkeypatch.setattr(sealed_field(Person, "age_ground"), "shown", True)
    kari, id = Colleague(fresh_workspace, "kari"), fresh_workspace.cast.persons["own"]
    form = text(kari.see("person_change", case_id="own", person_id=id))
    assert 'name="age_ground"' in form
    with fresh_workspace.acting("kari"):
        version = Person.objects.get(pk=id).version
    values = {"initials": "K", "age_ground": "Passet viser 1998.", "version": str(version)}
    assert kari.send("person_change", values, case_id="own", person_id=id).status_code == 302
    page = text(kari.see("person", case_id="own", person_id=id))
    assert '<dt>Why</dt><dd class="prewrap">Passet viser 1998.</dd>' in page
    with fresh_workspace.acting("kari") as actor, translation.override("en"):
        assert open_field(Person.objects.get(pk=id), "age_ground") == "Passet viser 1998."
        case = get_case(actor, fresh_workspace.cast.cases["own"])
        paper = print_case(actor=actor, case=case, scope="case")
    printed = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)
    assert "Why: Passet viser 1998." in printed
