# SPDX-License-Identifier: EUPL-1.2
"""How a person may be reached: above every page of the case, for those who read identity alone."""

from typing import Any

import pytest

from helpline.helpers import rows_seen
from samvern.helpline.safe_contact.models import ContactRule
from support.desks import Desk
from support.workspace import Workspace

pytestmark = pytest.mark.database
RULE = {"way": "message", "channel": "Signalkanari", "times": "tirsdager 10–12",
        "avoid": "Senterkanari", "code_word": "Kodekanari"}  # fmt: skip


def where(workspace: Workspace, case: str = "own") -> dict[str, Any]:
    return {"case_id": workspace.cast.cases[case], "person_id": workspace.cast.persons[case]}


@pytest.fixture
def kari(fresh_workspace: Workspace) -> Desk:
    desk = Desk(fresh_workspace, "kari")
    assert desk.send("contact_rules", RULE, **where(fresh_workspace)).status_code == 302
    return desk


def test_it_stands_above_the_case_without_the_code_word(kari: Desk) -> None:
    case = kari.workspace.cast.cases["own"]
    for page in ("case", "notes", "persons"):
        text = kari.read(page, case_id=case)
        assert "Skriv, ikke ring: Signalkanari, tirsdager 10–12" in text
        assert "Senterkanari" in text and "Kodekanari" not in text
    assert "Kodekanari" in kari.read("contact_rules", **where(kari.workspace))


def test_who_is_shared_the_case_without_identity_sees_nothing_of_it(kari: Desk) -> None:
    workspace = kari.workspace
    amina = Desk(workspace, "amina")
    page = amina.read("case", case_id=workspace.cast.cases["own"])
    assert "kanari, tirsdager" not in page and "Signalkanari" not in page
    assert amina.see("contact_rules", **where(workspace)).status_code == 404
    for name in ("amina", "per", "jonas", "liv", "rolf", "guro", "sara"):
        assert rows_seen(workspace, name, "contacts_contactrule") == 0
    assert rows_seen(workspace, "tone", "contacts_contactrule") == 1


def test_it_is_sealed_with_the_persons_key(kari: Desk) -> None:
    with kari.workspace.superuser() as behind:
        rows: Any = behind.execute(
            "SELECT to_jsonb(r)::text FROM contacts_contactrule r"
        ).fetchall()
    assert len(rows) == 1 and "kanari" not in rows[0][0]


def test_two_who_change_it_meet_both_texts(kari: Desk) -> None:
    workspace = kari.workspace
    kari.send("contact_rules", {**RULE, "way": "none", "version": "1"}, **where(workspace))
    late = kari.send("contact_rules", {**RULE, "way": "any", "version": "1"}, **where(workspace))
    assert late.status_code == 409
    with workspace.acting("kari"):
        assert ContactRule.objects.get().version == 2


def test_a_case_of_others_has_no_such_page(kari: Desk) -> None:
    for case in ("shared_in", "foreign", "colleague"):
        assert kari.see("contact_rules", **where(kari.workspace, case)).status_code == 404
