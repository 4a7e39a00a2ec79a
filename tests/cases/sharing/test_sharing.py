# SPDX-License-Identifier: EUPL-1.2
"""Sharing with another organisation: on consent or law, no wider than it allows, ended at once."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from samvern.access.models import Share
from samvern.cases.assessments.models import Assessment
from samvern.cases.consents.models import Consent
from samvern.cases.core.models import Person
from samvern.cases.facts.domain import save_facts
from samvern.cases.notes.models import Note
from samvern.cases.notices.models import Notice
from samvern.identity.sealing import set_sealed
from support.colleague import Colleague, mistakes, text
from support.workspace import Workspace

pytestmark = pytest.mark.database
DANGER, BODIES = "gate:R-SHARE-NGO-DANGER", "gate:R-SHARE-FVL-BODIES"


@pytest.fixture
def kari(fresh_workspace: Workspace) -> Colleague:
    """The owner, in an organisation that helps."""
    return Colleague(fresh_workspace, "kari")


@pytest.fixture
def per(fresh_workspace: Workspace) -> Colleague:
    """In the police."""
    return Colleague(fresh_workspace, "per")


def day(ahead: int) -> str:
    """A day as the browser's calendar sends it."""
    return (timezone.localdate() + timedelta(days=ahead)).isoformat()


def agree(workspace: Workspace, to: str, categories: list[str], **values: Any) -> UUID:
    """The person of Kari's case agrees to let an organisation know."""
    with workspace.acting("kari") as actor:
        consent = Consent(
            id=uuid4(),
            case_id=workspace.cast.cases["own"],
            person_id=workspace.cast.persons["own"],
            created_by_id=actor.member_id,
            purpose="housing",
            recipient_id=workspace.cast.organisations[to],
            categories=categories,
            given_at=timezone.now(),
            **values,
        )
        set_sealed(consent, language="en")
        consent.save(force_insert=True)
        return consent.pk


def share(worker: Colleague, to: str, **form: Any) -> Any:
    """Send the form for a receiver."""
    receiver = worker.workspace.cast.organisations[to]
    whole = {"until": day(30), "categories": ["notes"], **form}
    return worker.send("share_new", whole, query=f"?to={receiver}", case_id="own")


def visible(workspace: Workspace, name: str) -> dict[str, int]:
    """How many rows of the case somebody sees, by kind."""
    with workspace.acting(name):
        rows = {"notes": Note, "assessments": Assessment, "people": Person}
        own = {"case_id": workspace.cast.cases["own"]}
        return {kind: model.objects.filter(**own).count() for kind, model in rows.items()}


def test_a_consent_opens_what_it_covers_and_no_more(
    fresh_workspace: Workspace, kari: Colleague, per: Colleague
) -> None:
    consent = agree(fresh_workspace, "politi", ["notes"])
    wider = share(kari, "politi", basis=f"consent:{consent}", categories=["notes", "assessment"])
    assert mistakes(wider) == ["The consent does not cover: Assessments and decisions."]
    assert not per.sees("own")
    assert share(kari, "politi", basis=f"consent:{consent}").status_code == 302
    assert per.sees("own")
    assert visible(fresh_workspace, "per") == {"notes": 1, "assessments": 0, "people": 1}


def test_a_withdrawn_consent_closes_the_case_in_the_same_moment(
    fresh_workspace: Workspace, kari: Colleague, per: Colleague
) -> None:
    consent = agree(fresh_workspace, "politi", ["notes"])
    share(kari, "politi", basis=f"consent:{consent}")
    assert per.sees("own")
    with fresh_workspace.acting("kari") as actor:
        Consent.objects.filter(pk=consent).update(
            withdrawn_at=timezone.now(), withdrawn_by_id=actor.member_id
        )
    assert not per.sees("own")
    assert visible(fresh_workspace, "per") == {"notes": 0, "assessments": 0, "people": 0}


@pytest.mark.parametrize(
    "broken",
    [
        {"refused": True},
        {"withdrawn_at": timezone.now()},
        {"expires_on": timezone.localdate() - timedelta(days=1)},
    ],
)
def test_a_consent_that_does_not_hold_carries_nothing(
    fresh_workspace: Workspace, kari: Colleague, broken: dict[str, Any]
) -> None:
    consent = agree(fresh_workspace, "politi", ["notes"], **broken)
    answer = share(kari, "politi", basis=f"consent:{consent}")
    assert (answer.status_code, len(mistakes(answer))) == (400, 1)


def test_a_consent_to_one_carries_nothing_to_another(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    consent = agree(fresh_workspace, "kommune", ["notes"])
    assert share(kari, "politi", basis=f"consent:{consent}").status_code == 400
    assert share(kari, "kommune", basis=f"consent:{consent}").status_code == 302


def test_a_share_does_not_outlast_its_consent(fresh_workspace: Workspace, kari: Colleague) -> None:
    ends = timezone.localdate() + timedelta(days=7)
    consent = agree(fresh_workspace, "politi", ["notes"], expires_on=ends)
    assert share(kari, "politi", basis=f"consent:{consent}", until=day(8)).status_code == 400
    assert share(kari, "politi", basis=f"consent:{consent}", until=day(7)).status_code == 302


def test_a_provision_carries_only_when_its_conditions_hold(
    fresh_workspace: Workspace, kari: Colleague, per: Colleague
) -> None:
    page = text(kari.see("share_new", _to(fresh_workspace, "politi"), case_id="own"))
    assert "R-SHARE-NGO-DANGER" in page
    assert "R-SHARE-NGO-CONSENT" not in page
    unsaid = share(kari, "politi", basis=DANGER, purpose="protection")
    assert mistakes(unsaid) == [
        "This provision allows sharing only when its conditions are met. Tick those that are."
    ]
    said = share(kari, "politi", basis=DANGER, purpose="protection", holds=["serious_harm_risk"])
    assert said.status_code == 302
    assert per.sees("own")
    with fresh_workspace.acting("kari"):
        made = Share.objects.get(organisation_id=fresh_workspace.cast.organisations["politi"])
    assert (made.basis, made.purpose) == (Share.Basis.STATUTE, "protection")
    assert made.provision.endswith("(R-SHARE-NGO-DANGER)")


def test_what_the_law_forbids_is_not_shared(fresh_workspace: Workspace, kari: Colleague) -> None:
    """An organisation that helps, an adult who has not agreed to tell the immigration authority."""
    with fresh_workspace.acting("kari") as actor:
        person = Person.objects.get(pk=fresh_workspace.cast.persons["own"])
        answers = {"age": 24, "public_task": True}
        save_facts(actor=actor, person=person, answers=answers)
    page = text(kari.see("share_new", _to(fresh_workspace, "utlending"), case_id="own"))
    assert 'data-color="danger"><h2' in page
    answer = share(kari, "utlending", basis=BODIES, purpose="residence", holds=["own_task"])
    assert mistakes(answer)[0].startswith("The law forbids this: ")
    with fresh_workspace.acting("kari"):
        to = {"organisation_id": fresh_workspace.cast.organisations["utlending"]}
        assert Share.objects.filter(**to).count() == 0


def test_ended_it_is_closed_from_the_next_page(
    fresh_workspace: Workspace, kari: Colleague, per: Colleague
) -> None:
    consent = agree(fresh_workspace, "politi", ["notes"])
    share(kari, "politi", basis=f"consent:{consent}")
    with fresh_workspace.acting("kari"):
        made = Share.objects.get(consent_id=consent)
    assert per.sees("own")
    assert kari.send("share_end", case_id="own", share_id=made.pk).status_code == 302
    assert not per.sees("own")
    assert kari.send("share_end", case_id="own", share_id=made.pk).status_code == 404


def test_a_share_for_one_unit_is_for_nobody_else(
    fresh_workspace: Workspace, kari: Colleague, per: Colleague
) -> None:
    consent = agree(fresh_workspace, "politi", ["notes"])
    other = fresh_workspace.cast.units["politi", "Støttesenteret"]
    share(kari, "politi", basis=f"consent:{consent}", unit_id=str(other))
    assert not per.sees("own")
    assert "Only for Støttesenteret" in text(per.see("shared_with_us"))
    own = fresh_workspace.cast.units["politi", "Gruppe mot menneskehandel"]
    share(kari, "politi", basis=f"consent:{consent}", unit_id=str(own))
    assert per.sees("own")


def test_those_who_receive_are_told(fresh_workspace: Workspace, kari: Colleague) -> None:
    """The police have no leader in the cast: all who work with cases there, or in the one unit."""
    consent = agree(fresh_workspace, "politi", ["notes"])
    other = fresh_workspace.cast.units["politi", "Støttesenteret"]
    share(kari, "politi", basis=f"consent:{consent}", unit_id=str(other))
    assert told(fresh_workspace, "per") == 0
    share(kari, "politi", basis=f"consent:{consent}")
    assert (told(fresh_workspace, "per"), told(fresh_workspace, "kari")) == (1, 0)


def told(workspace: Workspace, name: str) -> int:
    """How often somebody was told that a case was shared."""
    with workspace.acting(name):
        return Notice.objects.filter(kind="share-received").count()


def test_an_order_is_one_of_the_things_that_can_hold(
    fresh_workspace: Workspace, kari: Colleague
) -> None:
    """A gate that turns on an option of a set, and none that turns on more than can be asked."""
    page = text(kari.see("share_new", _to(fresh_workspace, "barnevern"), case_id="own"))
    assert 'value="ordered_to_tell.child_welfare_order"' in page
    assert "R-SHARE-AVERT" not in page
    holds = ["public_task", "ordered_to_tell.child_welfare_order"]
    form = {"basis": "gate:R-SHARE-CW-ORDER", "purpose": "child_care", "holds": holds}
    assert share(kari, "barnevern", **form).status_code == 302


def test_receivers_see_what_they_are_lent_and_by_whom(workspace: Workspace) -> None:
    page = text(Colleague(workspace, "amina").see("shared_with_us"))
    assert ("Trygg Eksempelhavn, Kari Syntetisk" in page, "Synthetic provision" in page) == (
        True,
        True,
    )


@pytest.mark.parametrize("page", ["share_new", "handover", "close", "describe", "person_add"])
def test_receivers_have_no_say_over_it(workspace: Workspace, page: str) -> None:
    amina = Colleague(workspace, "amina")
    assert amina.see(page, _to(workspace, "politi"), case_id="own").status_code == 404


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"until": day(-1)}, 400),
        ({"until": day(400)}, 400),
        ({"categories": []}, 400),
        ({"categories": ["address"]}, 400),
        ({"basis": "gate:R-NOT-THERE"}, 400),
        ({"unit_id": "00000000-0000-4000-8000-000000000000"}, 400),
        ({"purpose": ""}, 400),
    ],
)
def test_a_form_with_a_mistake_shares_nothing(
    fresh_workspace: Workspace, kari: Colleague, changed: dict[str, Any], expected: int
) -> None:
    right = {"basis": DANGER, "purpose": "protection", "holds": ["in_danger"]}
    answer = share(kari, "politi", **{**right, **changed})
    assert answer.status_code == expected
    with fresh_workspace.acting("kari"):
        to = {"organisation_id": fresh_workspace.cast.organisations["politi"]}
        assert Share.objects.filter(**to).count() == 0


def _to(workspace: Workspace, name: str) -> str:
    return f"?to={workspace.cast.organisations[name]}"
