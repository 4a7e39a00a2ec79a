# SPDX-License-Identifier: EUPL-1.2
"""Across a border: nothing is sent until the wish, the risk, the prosecution and the stay are
settled; the database holds it back as well.
"""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django.utils import timezone

from referrals.external.helpers import agree, form, grow_up, query, said
from samvern.access.unit_of_work import log_act
from samvern.cases.consents.domain import withdraw_consent
from samvern.cases.consents.models import Consent
from samvern.cases.core.models import Person
from samvern.cases.facts.domain import read_facts, save_facts
from samvern.referrals.external.cross_border.models import CrossBorderCheck, CrossBorderReferral
from samvern.referrals.external.cross_border.risks import RISKS
from support.colleague import Colleague, mistakes
from support.workspace import Workspace

pytestmark = pytest.mark.database
TODAY = timezone.localdate().isoformat()


@pytest.fixture
def kari(fresh_workspace: Workspace) -> Colleague:
    """The owner of a case about an adult."""
    grow_up(fresh_workspace)
    return Colleague(fresh_workspace, "kari", "en")


def prepare(kari: Colleague, **values: Any) -> Any:
    """Prepare a crossing home."""
    data = {
        "person": str(kari.workspace.cast.persons["own"]), "kind": "assisted_return",
        "country": "RO", "receiver_kind": "iom", "receiver": "IOM Bucuresti", "transfer": "eea",
        "accompanied": "no", "documents": "Pass", **values,
    }  # fmt: skip
    return kari.send("referral_crossing_new", data, case_id="own")


def crossing(kari: Colleague) -> CrossBorderReferral:
    """The one crossing."""
    with kari.workspace.acting("kari"):
        return CrossBorderReferral.objects.get()


def check(kari: Colleague, kind: str, outcome: str = "clear", **values: Any) -> Any:
    """Settle one thing."""
    own = {"wish": {"voluntary": "on", "informed": "on", "language": "rumensk"},
           "risk": dict.fromkeys(RISKS, "no")}.get(kind, {})  # fmt: skip
    data = {**own, "outcome": outcome, "done_on": TODAY, "who": "Politijurist Prøve",
            "basis": "Samtale", **values}  # fmt: skip
    where = {"case_id": "own", "crossing_id": crossing(kari).pk, "kind": kind}
    return kari.send("referral_crossing_check", data, **where)


def move(kari: Colleague, name: str, **values: Any) -> Any:
    """Make a move."""
    data = {"name": name, "happened_on": TODAY, "words": "", **values}
    return kari.send("referral_crossing", data, case_id="own", crossing_id=crossing(kari).pk)


def settle(kari: Colleague, *kinds: str) -> None:
    """Settle some things."""
    for kind in kinds:
        assert check(kari, kind).status_code == 302, kind


def test_the_whole_way_home(kari: Colleague) -> None:
    assert prepare(kari).status_code == 302
    settle(kari, "wish", "risk", "prosecutor")
    for name in ("send", "accept", "depart", "arrive", "follow"):
        answer = move(kari, name)
        assert answer.status_code == 302, (name, mistakes(answer))
    assert crossing(kari).state == "followed"
    with kari.workspace.acting("kari"):
        person = Person.objects.get(pk=kari.workspace.cast.persons["own"])
        assert str(read_facts(person).answers["departed_on"]) == TODAY
    page = said(kari.see("referral_crossing", case_id="own", crossing_id=crossing(kari).pk))
    assert "IOM Bucuresti" in page and "Romania" in page and "Followed up" in page


def test_nothing_goes_before_all_is_settled(kari: Colleague) -> None:
    prepare(kari)
    settle(kari, "wish")
    answer = move(kari, "send")
    assert answer.status_code == 400
    assert "Risk" in mistakes(answer)[0] and "Prosecutor" in mistakes(answer)[0]
    assert crossing(kari).state == "prepared"
    assert by_hand(kari, "send") == "23514"


@pytest.mark.parametrize("outcome", ["asked", "veto"])
def test_the_prosecution_holds_it_back(kari: Colleague, outcome: str) -> None:
    prepare(kari)
    settle(kari, "wish", "risk")
    check(kari, "prosecutor", outcome)
    assert "Prosecutor" in mistakes(move(kari, "send"))[0]
    assert by_hand(kari, "send") == "23514"
    settle(kari, "prosecutor")
    assert move(kari, "send").status_code == 302


def test_a_veto_after_it_was_sent_stops_the_journey(kari: Colleague) -> None:
    prepare(kari)
    settle(kari, "wish", "risk", "prosecutor")
    move(kari, "send")
    move(kari, "accept")
    check(kari, "prosecutor", "veto")
    assert "Prosecutor" in mistakes(move(kari, "depart"))[0]
    assert by_hand(kari, "depart") == "23514"
    assert move(kari, "stop", reason="veto").status_code == 302


def test_a_risk_nobody_knows_or_can_meet_holds_it_back(kari: Colleague) -> None:
    prepare(kari)
    settle(kari, "wish", "prosecutor")
    unsure = check(kari, "risk", traffickers="unknown")
    assert mistakes(unsure) == [
        "Something is not known. Find it out, or choose that too little is known yet."
    ]
    assert check(kari, "risk", "no", traffickers="yes").status_code == 302
    assert (
        mistakes(move(kari, "send"))[0].endswith("Risk, Residence in Norway.")
        or "Risk" in mistakes(move(kari, "send"))[0]
    )


def test_a_wish_that_is_not_free_is_none(kari: Colleague) -> None:
    prepare(kari)
    answer = check(kari, "wish", voluntary="")
    assert mistakes(answer)[0].startswith("Her wish counts only when")


def test_nobody_is_sent_in_the_reflection_period(kari: Colleague) -> None:
    with kari.workspace.acting("kari") as actor:
        person = Person.objects.get(pk=kari.workspace.cast.persons["own"])
        granted = timezone.localdate() - timedelta(days=30)
        save_facts(actor=actor, person=person, answers={
            "residence": "reflection_period", "reflection_granted_on": granted.isoformat()
        })  # fmt: skip
    prepare(kari)
    settle(kari, "wish", "risk", "prosecutor")
    text = mistakes(move(kari, "send"))[0]
    assert "reflection period" in text and "§ 8-3" in text
    assert crossing(kari).state == "prepared"


def test_a_child_needs_more(fresh_workspace: Workspace) -> None:
    kari = Colleague(fresh_workspace, "kari", "en")
    prepare(kari)
    settle(kari, "wish", "risk", "prosecutor")
    held = mistakes(move(kari, "send"))[0]
    for name in ("Child welfare", "Guardian or representative", "best interests"):
        assert name in held
    assert by_hand(kari, "send") == "23514"
    settle(kari, "child_welfare", "guardian", "best_interests")
    assert move(kari, "send").status_code == 302


@pytest.mark.parametrize(
    ("country", "transfer", "text"),
    [
        ("NG", "eea", "Personal data leave the EEA"),
        ("RO", "vital", "The country is in the EEA."),
        ("NG", "consent", "Choose the consent that the transfer rests on."),
    ],
)
def test_data_leave_the_eea_on_a_basis_alone(
    kari: Colleague, country: str, transfer: str, text: str
) -> None:
    answer = prepare(kari, country=country, transfer=transfer)
    assert mistakes(answer)[0].startswith(text)


def test_a_withdrawn_consent_stops_it(kari: Colleague) -> None:
    consent = agree(kari.workspace, purpose="return")
    prepare(kari, country="NG", transfer="consent", consent_id=str(consent))
    with kari.workspace.acting("kari") as actor:
        withdraw_consent(actor=actor, consent=Consent.objects.get(pk=consent))
    assert crossing(kari).state == "stopped"


def test_nothing_is_sent_on_a_consent_that_has_run_out(kari: Colleague) -> None:
    consent = agree(kari.workspace, purpose="return")
    prepare(kari, country="NG", transfer="consent", consent_id=str(consent))
    settle(kari, "wish", "risk", "prosecutor")
    with kari.workspace.superuser() as behind:
        behind.execute("UPDATE cases_consent SET expires_on = current_date - 2")
    answer = move(kari, "send")
    assert (answer.status_code, crossing(kari).state) == (400, "prepared")
    assert mistakes(answer) == ["The consent no longer applies. Choose another basis."]


def test_what_is_sent_for_a_crossing_waits_for_it(kari: Colleague) -> None:
    prepare(kari)
    consent = agree(kari.workspace, purpose="return")
    asked = query(kari.workspace, kind="ngo", need="return", crossing=crossing(kari).pk)
    held = kari.send("referral_send", form(f"consent:{consent}"), asked, case_id="own")
    assert mistakes(held)[0].startswith("This must be settled before anything is sent")
    settle(kari, "wish", "risk", "prosecutor")
    sent = kari.send("referral_send", form(f"consent:{consent}"), asked, case_id="own")
    assert sent.status_code == 200, mistakes(sent)


def by_hand(kari: Colleague, name: str) -> str:
    """Make a move in SQL as the application; the error's code, or empty when it went."""
    row = crossing(kari)
    member = kari.workspace.cast.members["kari"]
    with kari.workspace.connect() as connection, connection.transaction(force_rollback=True):
        token = kari.workspace.token("kari")
        connection.execute("SELECT set_config('samvern.token', %s, true)", [token])
        try:
            connection.execute(
                "INSERT INTO referrals_crossingstep (id, created_at, move, start, finish, side, "
                "reason, made_by_id, of_id, case_id) "
                "VALUES (%s, now(), %s, '', '', '', '', %s, %s, %s)",
                [uuid4(), name, member, row.pk, row.case_id],
            )
        except psycopg.Error as error:
            return error.sqlstate or "?"
    return ""


def test_a_check_is_written_once_and_never_changed(kari: Colleague) -> None:
    prepare(kari)
    settle(kari, "wish")
    check(kari, "wish", "no", voluntary="", informed="")
    with kari.workspace.acting("kari"):
        outcomes = CrossBorderCheck.objects.filter(kind="wish").order_by("created_at")
        assert list(outcomes.values_list("outcome", flat=True)) == ["clear", "no"]
        with pytest.raises(Exception, match="permission denied"):
            CrossBorderCheck.objects.update(outcome="clear")


SETTLED = "Something was settled before a crossing"


@pytest.mark.parametrize("outcome", ["clear", "veto"])
def test_what_was_settled_stands_in_the_history_as_done(kari: Colleague, outcome: str) -> None:
    prepare(kari)
    check(kari, "prosecutor", outcome)
    assert said(kari.see("timeline", "?show=all", case_id="own")).count(SETTLED) == 1
    assert said(kari.see("looks", case_id="own")).count(f"{SETTLED} Prosecutor Done") == 1


def test_an_older_line_with_the_result_as_its_outcome_was_done_too(kari: Colleague) -> None:
    with kari.workspace.acting("kari"):
        log_act("crossing.check", case=kari.workspace.cast.cases["own"], outcome="veto")
    assert said(kari.see("timeline", "?show=all", case_id="own")).count(SETTLED) == 1
    assert said(kari.see("looks", case_id="own")).count(f"{SETTLED} Done") == 1
