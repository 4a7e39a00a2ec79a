# SPDX-License-Identifier: EUPL-1.2
"""The directory: everybody at work reads it, leaders keep their own; proposals say why."""

from typing import Any

import pytest
from django.utils import translation

from samvern.access.errors import NotFound
from samvern.cases.core.models import Person
from samvern.cases.core.selectors import get_case
from samvern.cases.facts.domain import save_facts
from samvern.referrals.directory.domain import add_service, get_own_service
from samvern.referrals.directory.models import Service
from samvern.referrals.matching.domain import Fit, PersonTraits
from samvern.referrals.matching.legal_grounds import BOUND, FREE, TASK, evaluate_law
from samvern.referrals.matching.proposals import propose
from support.desks import Desk
from support.referring import words
from support.workspace import Workspace

pytestmark = pytest.mark.database
WOMAN = PersonTraits(sex="female", ages=(24, 24), place="Eksempelvik")
ENTRY = {
    "name": "Nytt tilbud", "needs": ["housing"], "regions": "Eksempelby, Eksempelvik",
    "youngest": "18", "oldest": "", "with_children": "yes", "languages": "norsk, arabisk",
    "accessible": "",
    "hours": "08:00-15:30\n-\n8.00-12.00", "active": "on",
}  # fmt: skip


def proposals(workspace: Workspace, need: str, traits: PersonTraits, **answers: Any) -> list[Any]:
    with workspace.acting("kari") as actor, translation.override("en"):
        get_case(actor, workspace.cast.cases["own"])
        person = Person.objects.get(pk=workspace.cast.persons["own"])
        if answers:
            save_facts(actor=actor, person=person, answers={"age": 24, **answers})
        return propose(actor=actor, need=need, traits=traits, result=evaluate_law(person))


def test_each_proposal_has_its_ground(fresh_workspace: Workspace) -> None:
    found = proposals(fresh_workspace, "housing", WOMAN, needs_housing=True, no_means=True)
    by_name = {p.service.name: p for p in found if p.service}
    house = by_name["Krisesentertilbud for kvinner"]
    assert (house.verdict.fit, house.verdict.duty in (BOUND, TASK)) == (Fit.FITS, True)
    assert "Crisis Centre Act" in house.ground.provision
    men = by_name["Trygg bolig for menn"]
    assert men.verdict.fit == Fit.NOT
    assert men.verdict.duty == FREE
    assert men.ground.provision
    duties = [p.verdict.duty for p in found if p.verdict.fit != Fit.NOT]
    assert duties == sorted(duties)
    assert [p.verdict.fit == Fit.NOT for p in found] == sorted(
        p.verdict.fit == Fit.NOT for p in found
    )


def test_a_body_the_law_names_is_proposed_without_an_entry(fresh_workspace: Workspace) -> None:
    with fresh_workspace.superuser() as owner:
        owner.execute("DELETE FROM referrals_service")
    found = proposals(fresh_workspace, "housing", WOMAN)
    assert {p.organisation.kind for p in found} >= {"crisis_centre"}
    assert all(p.service is None and p.verdict.duty != FREE for p in found)


def test_ones_own_house_is_not_proposed(fresh_workspace: Workspace) -> None:
    found = proposals(fresh_workspace, "housing", WOMAN)
    assert fresh_workspace.cast.organisations["havn"] not in {p.organisation.pk for p in found}


def test_everybody_in_casework_reads_and_only_leaders_write(fresh_workspace: Workspace) -> None:
    for name, there in (("kari", 200), ("amina", 200), ("rolf", 404), ("guro", 404)):
        assert Desk(fresh_workspace, name).see("directory").status_code == there
    assert Desk(fresh_workspace, "kari").see("service_new").status_code == 404
    with fresh_workspace.acting("kari") as actor, pytest.raises(NotFound):
        add_service(actor=actor, name="x", needs=["housing"])


def test_a_leader_adds_and_changes_an_entry(fresh_workspace: Workspace) -> None:
    tone = Desk(fresh_workspace, "tone")
    assert tone.send("service_new", ENTRY).status_code == 302
    with fresh_workspace.acting("tone"):
        row = Service.objects.get(name="Nytt tilbud")
    assert row.regions == ["Eksempelby", "Eksempelvik"]
    assert row.hours == {"0": ["08:00", "15:30"], "2": ["08:00", "12:00"]}
    assert (row.youngest, row.oldest, row.with_children, row.accessible) == (18, None, True, None)
    page = words(Desk(fresh_workspace, "amina").see("directory", "?need=housing&place=Eksempelby"))
    assert "Nytt tilbud" in page and "Mandag 08:00-15:30, Onsdag 08:00-12:00" in page
    form = {**ENTRY, "name": "Annet navn", "version": str(row.version)}
    assert tone.send("service_edit", form, service_id=row.pk).status_code == 302
    again = tone.send("service_edit", form, service_id=row.pk)
    assert again.status_code in (200, 409), "two who change the same meet both texts"
    assert "Annet navn" in words(Desk(fresh_workspace, "amina").see("directory"))


@pytest.mark.parametrize(
    ("field", "value"),
    [("youngest", "ung"), ("hours", "fra morgen"), ("needs", []), ("oldest", "9")],
)
def test_a_mistake_loses_nothing(fresh_workspace: Workspace, field: str, value: Any) -> None:
    tone = Desk(fresh_workspace, "tone")
    answer = tone.send("service_new", {**ENTRY, field: value})
    assert answer.status_code == 400
    assert "Nytt tilbud" in answer.content.decode()


def test_another_organisations_entry_is_not_the_leaders(fresh_workspace: Workspace) -> None:
    with fresh_workspace.acting("tone") as actor:
        theirs = Service.objects.exclude(organisation_id=actor.organisation_id).first()
        assert theirs
        with pytest.raises(NotFound):
            get_own_service(actor, theirs.pk)
    with fresh_workspace.connect() as app:
        app.execute(
            "SELECT set_config('samvern.token', %s, false)", [fresh_workspace.token("tone")]
        )
        changed = app.execute("UPDATE referrals_service SET name = 'x' WHERE id = %s", [theirs.pk])
        assert changed.rowcount == 0
