# SPDX-License-Identifier: EUPL-1.2
"""A child, or somebody who may be one: child welfare first, the duty by profession, the child
heard, and a clock for the answer.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from referrals.external.helpers import form, grow_up, query, said, speak
from samvern.cases.core.models import Case, Person
from samvern.cases.deadlines.domain import list_deadlines
from samvern.cases.deadlines.models import Deadline, deadline_name
from samvern.referrals.core.models import Referral
from samvern.referrals.external.child_welfare.duty import duties_of
from samvern.referrals.external.child_welfare.models import ChildWelfareReport
from support.ages import forget_ages
from support.colleague import Colleague, mistakes
from support.workspace import Workspace

pytestmark = pytest.mark.database


def filled(rule: str, **values: Any) -> dict[str, Any]:
    """The form, filled in."""
    return {
        "rule": rule,
        "receiver_id": "",
        "receiver_words": "Barnevernvakten i Eksempelby",
        "how": "phone",
        "made_at": timezone.localtime().strftime("%Y-%m-%dT%H:%M"),
        "heard": "alone",
        "heard_on": timezone.localdate().isoformat(),
        "guardians": "danger",
        "words": "Hun vil ikke hjem",
        **values,
    }


def notify(worker: Colleague, rule: str, case: str = "own", **values: Any) -> Any:
    """Send the form."""
    where = {"case_id": case, "person_id": worker.workspace.cast.persons[case]}
    return worker.send("referral_notify", filled(rule, **values), **where)


@pytest.mark.parametrize(
    ("kind", "member", "case", "rules"),
    [
        ("health", "kari", "own", ["R-CH-NOTIFY-HEALTH"]),
        ("police", "per", "foreign", ["R-CH-NOTIFY-PUBLIC"]),
        ("crisis_centre", "amina", "shared_in", ["R-CH-NOTIFY-CRISIS-CENTRE"]),
        ("ngo", "kari", "own", ["R-CH-NOTIFY-PUBLIC-TASK", "R-CH-NOTIFY-OTHERS"]),
        ("child_welfare", "kari", "own", ["R-CH-OWN-REVIEW"]),
    ],
)
def test_the_duty_follows_the_profession(
    fresh_workspace: Workspace, kind: str, member: str, case: str, rules: list[str]
) -> None:
    """A nurse, the police, a crisis centre and a voluntary body: from duty to confirmation."""
    forget_ages(fresh_workspace)
    profession(fresh_workspace, member, kind)
    worker = Colleague(fresh_workspace, member, "nb")
    page = worker.see("case_referrals", case_id=case)
    assert "barnevernet først" in said(page)
    with fresh_workspace.acting(member):
        row = Case.objects.select_related("organisation").get(pk=fresh_workspace.cast.cases[case])
        person = Person.objects.get(pk=fresh_workspace.cast.persons[case])
        assert [duty.id for duty in duties_of(row.organisation, person)] == rules
    done = notify(worker, rules[0], case)
    assert done.status_code == 302
    with fresh_workspace.acting(member):
        made = ChildWelfareReport.objects.get()
        assert (made.rule, made.state, made.guardians) == (rules[0], "made", "danger")
        assert made.reply_on == timezone.localdate() + timedelta(days=21)
        clock = Deadline.objects.get(pk=made.deadline_id)
        assert "§ 13-3" in deadline_name(clock)
        assert clock.due_on == made.reply_on
    assert "Barnevernvakten i Eksempelby" in said(
        worker.see("referral_concern", case_id=case, concern_id=made.pk)
    )


def test_a_confirmation_stops_the_clock_and_an_investigation_starts_the_next(
    fresh_workspace: Workspace,
) -> None:
    kari = Colleague(fresh_workspace, "kari", "nb")
    notify(kari, "R-CH-NOTIFY-OTHERS")
    made = concern(fresh_workspace)
    back(kari, made, "confirm")
    assert clocks(fresh_workspace) == {"met"}
    back(kari, made, "investigate")
    assert clocks(fresh_workspace) == {"met", "running"}
    back(kari, made, "answer")
    assert concern_state(fresh_workspace) == "answered"
    assert back(kari, made, "confirm").status_code in {400, 409, 200}
    assert concern_state(fresh_workspace) == "answered"


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"heard": "not", "words": ""}, "Write why the child was not heard."),
        ({"heard": "alone", "heard_on": ""}, "Write the day you talked with the child"),
        ({"receiver_words": ""}, "Write who was notified."),
        ({"made_at": "2031-01-01T10:00"}, "The notification cannot be in the future"),
        ({"guardians": ""}, "Choose under “Were guardians told?”."),
    ],
)
def test_what_is_left_out_is_asked_for(
    workspace: Workspace, values: dict[str, str], text: str
) -> None:
    answer = notify(Colleague(workspace, "kari", "en"), "R-CH-NOTIFY-OTHERS", **values)
    assert answer.status_code == 400
    assert mistakes(answer)[0].startswith(text)


def test_a_grown_up_is_not_notified_of(fresh_workspace: Workspace) -> None:
    grow_up(fresh_workspace)
    kari = Colleague(fresh_workspace, "kari", "en")
    assert "child welfare first" not in said(kari.see("case_referrals", case_id="own"))
    assert notify(kari, "R-CH-NOTIFY-OTHERS").status_code == 400


def test_the_notice_goes_by_law_and_asks_no_consent(fresh_workspace: Workspace) -> None:
    """What is sent to child welfare of a child rests on the duty, with no consent in the case."""
    speak(fresh_workspace)
    kari = Colleague(fresh_workspace, "kari", "nb")
    asked = query(fresh_workspace, kind="child_welfare", need="child", way="letter")
    page = kari.see("referral_send", asked, case_id="own").content.decode()
    assert 'value="gate:R-SHARE-CHILD-OTHERS"' in page
    data = form("gate:R-SHARE-CHILD-OTHERS", holds=[])
    answer = kari.send("referral_send", data, asked, case_id="own")
    if answer.status_code == 400:  # whether it is a public task is asked; no is an answer too
        data = form("gate:R-SHARE-CHILD", holds=["public_task"])
        answer = kari.send("referral_send", data, asked, case_id="own")
    assert answer["Content-Type"] == "application/pdf"


@pytest.mark.parametrize(
    ("rule", "gate"),
    [("R-CH-NOTIFY-OTHERS", "R-SHARE-CHILD-OTHERS"), ("R-CH-NOTIFY-PUBLIC-TASK", "R-SHARE-CHILD")],
)
def test_a_referral_to_child_welfare_rests_on_the_duty(
    fresh_workspace: Workspace, rule: str, gate: str
) -> None:
    """By the ordinary road, with no consent in the case, and the notification beside it."""
    speak(fresh_workspace)
    kari = Colleague(fresh_workspace, "kari", "nb")
    receiver = str(fresh_workspace.cast.organisations["barnevern"])
    sent = notify(kari, rule, receiver_id=receiver, receiver_words="", how="referral")
    assert sent.status_code == 302
    with fresh_workspace.acting("kari"):
        made = Referral.objects.get()
        assert ChildWelfareReport.objects.get().referral_id == made.pk
    assert (made.basis, made.consent_id, made.need) == ("statute", None, "child")
    assert made.provision.endswith(f"({gate})")
    assert "languages" in made.fields


def test_a_referral_needs_somebody_here(workspace: Workspace) -> None:
    answer = notify(Colleague(workspace, "kari", "en"), "R-CH-NOTIFY-OTHERS", how="referral")
    assert mistakes(answer) == [
        "Choose a child welfare service that is here, or another way to notify."
    ]


def profession(workspace: Workspace, member: str, kind: str) -> None:
    """Let a member's organisation do this work."""
    with workspace.superuser() as connection:
        connection.execute(
            "UPDATE access_organisation SET kind = %s WHERE id = "
            "(SELECT organisation_id FROM access_member WHERE id = %s)",
            [kind, workspace.cast.members[member]],
        )


def concern(workspace: Workspace) -> UUID:
    """The one notification."""
    with workspace.acting("kari"):
        return ChildWelfareReport.objects.get().pk


def concern_state(workspace: Workspace) -> str:
    """Where it is."""
    with workspace.acting("kari"):
        return ChildWelfareReport.objects.get().state


def clocks(workspace: Workspace) -> set[str]:
    """States of the deadlines on child welfare's answers."""
    with workspace.acting("kari"):
        case = Case.objects.get(pk=workspace.cast.cases["own"])
        rows = [row for row in list_deadlines(case) if "§ 13-3" in deadline_name(row)]
        return {row.state for row in rows}


def back(worker: Colleague, concern_id: UUID, move: str) -> Any:
    """Write down what came back."""
    data = {"move": move, "happened_on": timezone.localdate().isoformat(), "words": ""}
    return worker.send("referral_concern", data, case_id="own", concern_id=concern_id)
