# SPDX-License-Identifier: EUPL-1.2
"""What is sent: what the receiver needs and nothing else, on a basis that covers it."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone, translation

from samvern.access.categories import SHAREABLE
from samvern.access.errors import Rejected
from samvern.cases.core.models import Person
from samvern.cases.core.selectors import get_case
from samvern.cases.facts.domain import save_facts
from samvern.identity.models import Claim
from samvern.referrals.choices import FIELDS
from samvern.referrals.choices import needs as all_needs
from samvern.referrals.core.letters import read_letter
from samvern.referrals.core.models import Letter, Referral
from samvern.referrals.core.selectors import get_referral
from samvern.referrals.core.transitions import ask_back, see_referral
from samvern.referrals.data_minimisation import CATEGORY_OF, needed_fields
from support.desks import Desk
from support.referring import consent, refer, step, withdraw, words
from support.workspace import Workspace

pytestmark = pytest.mark.database


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Refusals as they are written; pages ask for bokmål by their address."""
    with translation.override("en"):
        yield


KINDS = (
    "ngo", "crisis_centre", "police", "immigration", "child_welfare", "nav_social", "municipality",
    "health", "labour_inspection", "reception", "lawyer", "coordination",
)  # fmt: skip
NEEDED = (
    "advice", "child", "compensation", "danger", "health", "housing", "legal", "money", "report",
    "residence", "return", "work",
)  # fmt: skip
NOT_SENT = {"person.initials", "claim.value"}


def test_every_need_has_a_closed_list_and_no_list_has_an_address() -> None:
    assert set(NEEDED) == {code for code, _name in all_needs()} == set(NEEDED)
    assert set(CATEGORY_OF) == set(FIELDS)
    for need in NEEDED:
        for kind in KINDS:
            codes = needed_fields(need, kind)
            assert set(codes) <= set(CATEGORY_OF)
            assert not {"name", "called"} <= set(codes), "a name, or what to call her: not both"
            assert "address" not in codes
    assert set(CATEGORY_OF.values()) <= set(SHAREABLE)


@pytest.mark.parametrize("kind", ["police", "immigration", "labour_inspection"])
def test_control_authorities_hear_nothing_of_health(kind: str) -> None:
    assert all("health" not in needed_fields(need, kind) for need in NEEDED)
    assert all("stay" not in needed_fields(need, "police") for need in NEEDED)


def canaries_but(workspace: Workspace, *kept: str) -> set[str]:
    """Every canary of the case except those of the fields that were sent."""
    return {
        word
        for place, word in workspace.cast.canaries.items()
        if place.startswith("own/") and place.partition("/")[2] not in kept
    }


def test_a_canary_of_another_field_is_nowhere(
    fresh_workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    """Not in the letter, the receiver's pages, her notices, or any log."""
    workspace = fresh_workspace
    with workspace.superuser() as owner:  # what was shared with her before is not what is tried
        owner.execute("DELETE FROM access_share")
    id = refer(workspace, fields=("called",), categories=())
    amina = Desk(workspace, "amina")
    pages = amina.read("referral", referral_id=id)
    for move, data in (("ask", {"words": "Alder?"}), ("accept", {})):
        amina.send("referral_move", data, referral_id=id, move=move)
        Desk(workspace, "kari").send(
            "referral_move", {"words": "24"}, referral_id=id, move="answer"
        )
    with workspace.acting("amina") as actor:
        row = get_referral(actor, id)
        letter = read_letter(row)
        assert letter is not None
        assert list(letter.values) == ["called"] == row.fields
        payload = json.dumps(dict(letter.values)) + letter.message
    pages += amina.read("referrals") + amina.read("inbox") + amina.read("home")
    pages += amina.read("referral", referral_id=id) + amina.read(
        "referral_open_case", referral_id=id
    )
    hidden = canaries_but(workspace, "person.initials")
    assert workspace.cast.canaries["own/person.initials"] in payload
    for text in (payload, pages, caplog.text):
        assert {word for word in hidden if word in text} == set()


@pytest.mark.parametrize("table", ["referrals_referral", "referrals_referralstep", "cases_notice"])
def test_nothing_of_the_person_lies_in_clear(fresh_workspace: Workspace, table: str) -> None:
    id = refer(fresh_workspace)
    step(fresh_workspace, "amina", id, see_referral)
    step(fresh_workspace, "amina", id, ask_back, words="Hemmelig spørsmål")
    with fresh_workspace.superuser() as owner:
        rows = owner.execute(f"SELECT t::text FROM {table} t").fetchall()
    text = " ".join(row[0] for row in rows)
    assert "Trenger et sted" not in text and "Hemmelig" not in text
    assert not any(word in text for word in fresh_workspace.cast.canaries.values())


def test_what_the_receiver_does_not_need_is_refused(workspace: Workspace) -> None:
    with pytest.raises(Rejected, match="does not need: Nationality"):
        refer(workspace, need="housing", fields=("called", "nationality"))
    with pytest.raises(Rejected, match="does not need: address"):
        refer(workspace, need="housing", fields=("called", "address"))


def test_a_protected_address_is_in_nothing_that_is_gathered(fresh_workspace: Workspace) -> None:
    address = fresh_workspace.cast.canaries["own/protectedaddress.address"]
    for need in NEEDED:
        for to in ("krisesenter", "politi", "barnevern"):
            agreed = consent(fresh_workspace, to)
            codes = needed_fields(
                need, {"krisesenter": "crisis_centre", "politi": "police"}.get(to, "child_welfare")
            )
            id = refer(fresh_workspace, to, need=need, consent_id=agreed, fields=codes)
            with fresh_workspace.acting("kari") as actor:
                letter = read_letter(get_referral(actor, id))
            assert letter and address not in json.dumps(letter.rows)


def test_facts_are_sent_as_coarse_as_they_are_needed(fresh_workspace: Workspace) -> None:
    with fresh_workspace.acting("kari") as actor:
        get_case(actor, fresh_workspace.cast.cases["own"])
        person = Person.objects.get(pk=fresh_workspace.cast.persons["own"])
        answers = {
            "age": 24,
            "residence": "irregular",
            "needs_interpreter": True,
            "health_need": {"has": ["pregnancy"], "not": ["infection"]},
        }
        save_facts(actor=actor, person=person, answers=answers)
    agreed = consent(fresh_workspace, "sykehus")
    codes = needed_fields("health", "health")
    id = refer(fresh_workspace, "sykehus", need="health", consent_id=agreed, fields=codes)
    with fresh_workspace.acting("kari") as actor:
        letter = read_letter(get_referral(actor, id))
    assert letter
    assert letter.values["age"] == "Adult"
    assert letter.values["interpreter"] == "Needed"
    assert "stay" not in letter.values
    assert letter.values["health"]
    assert letter.values["name"] == fresh_workspace_name(fresh_workspace)


def fresh_workspace_name(workspace: Workspace) -> str:
    """The name the case's person is known by."""
    from samvern.identity.sealing import unseal

    with workspace.acting("kari"):
        claim = Claim.objects.get(
            person_id=workspace.cast.persons["own"], kind=Claim.Kind.NAME, ended_at=None
        )
        return unseal(claim.person_id, "claim.value", claim.pk, claim.value_sealed)


def test_a_letter_is_written_once(workspace: Workspace) -> None:
    id = refer(workspace)
    with workspace.acting("kari"):
        assert Letter.objects.filter(of_id=id).count() == 1
    with workspace.connect() as app:
        app.execute("SELECT set_config('samvern.token', %s, false)", [workspace.token("kari")])
        for statement in (
            "UPDATE referrals_letter SET content_sealed = ''",
            "DELETE FROM referrals_letter",
            "UPDATE referrals_referral SET state = 'accepted'",
            "UPDATE referrals_referral SET share_until = now() + interval '9 years'",
            "UPDATE referrals_referralstep SET reason = 'full'",
        ):
            with pytest.raises(Exception, match="permission denied"):
                app.execute(statement)


def test_a_consent_that_does_not_cover_a_field_is_named(workspace: Workspace) -> None:
    agreed = consent(workspace, covers=("rights",))
    with pytest.raises(Rejected, match="does not cover: Names, numbers and contact details"):
        refer(workspace, consent_id=agreed, fields=("called", "languages"))
    with pytest.raises(Rejected, match="does not cover: Notes"):
        refer(workspace, consent_id=agreed, categories=("notes",))
    assert refer(workspace, consent_id=agreed, fields=("called",))


def test_a_consent_towards_another_does_not_carry(workspace: Workspace) -> None:
    other = consent(workspace, "politi")
    with pytest.raises(Rejected, match="no longer applies"):
        refer(workspace, "krisesenter", consent_id=other)


def test_a_withdrawn_or_worn_out_consent_does_not_carry(workspace: Workspace) -> None:
    agreed = consent(workspace)
    withdraw(workspace, agreed)
    with pytest.raises(Rejected, match="no longer applies"):
        refer(workspace, consent_id=agreed)
    short = consent(workspace, expires_on=timezone.localdate() + timedelta(days=3))
    with pytest.raises(Rejected, match="The consent ends on"):
        refer(workspace, consent_id=short)


def grown_up(workspace: Workspace, **answers: Any) -> None:
    """Her age is known, and what else is said."""
    with workspace.acting("kari") as actor:
        get_case(actor, workspace.cast.cases["own"])
        person = Person.objects.get(pk=workspace.cast.persons["own"])
        save_facts(actor=actor, person=person, answers={"age": 24, **answers})


def test_a_law_that_forbids_says_which_and_what_opens_it(fresh_workspace: Workspace) -> None:
    """A voluntary body may not tell the immigration authority of an adult without her yes."""
    grown_up(fresh_workspace, public_task=True)
    with pytest.raises(Rejected) as no:
        refer(
            fresh_workspace, "utlending", need="residence", basis="gate:R-SHARE-FVL-BODIES",
            fields=("age",), said=["own_task"],
        )  # fmt: skip
    text = " ".join(no.value.messages)
    assert "The law forbids this" in text
    assert "A consent from the person opens it" in text


def test_the_refusal_says_which_gate_would_open(workspace: Workspace) -> None:
    with pytest.raises(Rejected) as no:
        refer(workspace, "sykehus", need="health", fields=("age",), basis="gate:R-SHARE-NGO-DANGER")
    text = " ".join(no.value.messages)
    assert "opens it when this holds" in text and "art. 9" in text


def test_a_gate_that_is_open_carries(workspace: Workspace) -> None:
    from samvern.cases.sharing.domain import find_disclosure_grounds, get_receiver

    with workspace.acting("kari") as actor:
        case = get_case(actor, workspace.cast.cases["own"])
        judged = find_disclosure_grounds(
            case, get_receiver(actor, workspace.cast.organisations["sykehus"])
        )
        said = list(judged.asked)
    id = refer(
        workspace,
        "sykehus",
        need="health",
        fields=("age",),
        basis="gate:R-SHARE-NGO-DANGER",
        said=said,
    )
    with workspace.acting("kari"):
        row = Referral.objects.get(pk=id)
    assert (row.basis, row.consent_id) == ("statute", None)
    assert "R-SHARE-NGO-DANGER" in row.provision


def test_the_database_judges_the_consent_itself(workspace: Workspace) -> None:
    """What came past the program meets the same: the consent must carry what is shared."""
    agreed = consent(workspace, covers=("rights",))
    id = refer(workspace, consent_id=agreed)
    with workspace.superuser() as owner:
        row: Any = owner.execute("SELECT to_jsonb(r) FROM referrals_referral r WHERE id = %s", [id])
        kept = row.fetchone()[0]
        for change in (
            {"categories": ["case", "notes"]},
            {"purpose": "criminal_case"},
            {"receiver_id": str(workspace.cast.organisations["politi"])},
        ):
            with pytest.raises(Exception, match="does not carry"), owner.transaction():
                owner.execute(
                    "INSERT INTO referrals_referral "
                    "SELECT * FROM jsonb_populate_record(NULL::referrals_referral, %s)",
                    [json.dumps(kept | {"id": "00000000-0000-4000-8000-000000000001"} | change)],
                )


def test_the_page_says_what_is_forbidden_and_shows_only_what_is_needed(
    fresh_workspace: Workspace,
) -> None:
    workspace, kari = fresh_workspace, Desk(fresh_workspace, "kari")
    grown_up(workspace)
    to, person = workspace.cast.organisations["utlending"], workspace.cast.persons["own"]
    query = f"?need=residence&urgency=days3&person={person}&to={to}"
    page = words(kari.see("referral_write", query, case_id=workspace.cast.cases["own"]))
    assert "Til utlendingsmyndighetene uten personens ja" in page
    hidden = canaries_but(workspace, *NOT_SENT, "deadline.title")  # in the head of the case
    assert {word for word in hidden if word in page} == set()
