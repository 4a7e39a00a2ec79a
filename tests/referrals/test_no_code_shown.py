# SPDX-License-Identifier: EUPL-1.2
"""A referral on a provision is read in words; a closed case asks nobody to write down tasks."""

import pytest

from samvern.cases.closing.domain import close_case
from samvern.cases.closing.open_items import list_open_items
from samvern.cases.core.models import Case, Person
from samvern.cases.facts.domain import save_facts
from samvern.referrals.core.models import Referral
from support.colleague import Colleague, text
from support.outsiders import refer
from support.workspace import Workspace

pytestmark = pytest.mark.database


def test_the_basis_is_shown_without_its_code(fresh_workspace: Workspace) -> None:
    refer(fresh_workspace, fresh_workspace.cast.cases["own"])
    with fresh_workspace.acting("kari"):
        sent = Referral.objects.filter(case_id=fresh_workspace.cast.cases["own"])
        id = sent.latest("created_at").pk
    with fresh_workspace.superuser() as behind:
        kept = "personvernforordningen art. 6 (R-SHARE-NGO-DANGER)"
        behind.execute("UPDATE referrals_referral SET provision = %s WHERE id = %s", [kept, id])
    for name in ("kari", "amina"):
        page = text(Colleague(fresh_workspace, name, "nb").see("referral", referral_id=id))
        assert "personvernforordningen" in page
        assert "R-SHARE" not in page


def test_the_basis_of_a_share_is_shown_without_its_code(fresh_workspace: Workspace) -> None:
    with fresh_workspace.superuser() as behind:
        rows = behind.execute(
            "UPDATE access_share SET basis = 'statute', consent_id = NULL, provision = %s "
            "RETURNING case_id",
            ["personvernforordningen art. 6 (R-SHARE-NGO-DANGER)"],
        ).fetchall()
    own = fresh_workspace.cast.cases
    [name] = {name for name, id in own.items() if (id,) in rows} & {"own", "shared"}
    page = text(Colleague(fresh_workspace, "kari", "nb").see("sharing", case_id=name))
    assert "personvernforordningen" in page
    assert "R-SHARE" not in page


def test_a_closed_case_in_danger_asks_for_no_task(fresh_workspace: Workspace) -> None:
    with fresh_workspace.acting("kari") as actor:
        person = Person.objects.get(pk=fresh_workspace.cast.persons["own"])
        save_facts(actor=actor, person=person, answers={"in_danger": True})
        case = Case.objects.get(pk=fresh_workspace.cast.cases["own"])
        kept = {one.id: case.owner_id for one in list_open_items(case).goes_on}
        close_case(
            actor=actor, case=case, ground="wishes", keepers=kept, expected=case.version
        )  # fmt: skip
    page = text(Colleague(fresh_workspace, "kari", "nb").see("case", case_id="own"))
    assert "Skriv ned hvem som gjør hva" not in page
