# SPDX-License-Identifier: EUPL-1.2
"""The job that reminds: each thing once, whoever's job says it, and nobody hears of whom."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.referrals.core import transitions
from samvern.referrals.core.reminders import remind_all
from samvern.web.jobs.schedule import JOB_BY_NAME
from samvern.web.jobs.service_members import acting_as_service
from support.desks import Desk
from support.referring import refer, state, step, told, words
from support.workspace import Workspace

pytestmark = pytest.mark.database


@contextmanager
def job(workspace: Workspace, code: str) -> Iterator[Actor]:
    """Acting as the job of an organisation, with what its round may open."""
    categories = [each.value for each in JOB_BY_NAME["refer"].categories]
    with acting_as_service(workspace.cast.services[code], "job:refer", categories) as actor:
        yield actor


def back(workspace: Workspace, id: UUID, ago: timedelta) -> None:
    """As if it had been sent, and reached its state, so long ago."""
    with workspace.superuser() as owner:
        owner.execute(
            "UPDATE referrals_referral SET created_at = created_at - %s, due_at = due_at - %s, "
            "state_since = state_since - %s WHERE id = %s",
            [ago, ago, ago, id],
        )


def run(workspace: Workspace, now: datetime | None = None) -> Counter[str]:
    """Every organisation's job, twice; what each said."""
    said: Counter[str] = Counter()
    for _twice in range(2):
        for code in ("havn", "krisesenter", "politi", "koordinering"):
            with job(workspace, code) as actor:
                said[code] += remind_all(actor=actor, now=now)
    return said


def test_the_steps_of_a_night(fresh_workspace: Workspace) -> None:
    workspace = fresh_workspace
    id = refer(workspace, urgency="tonight", unit="Botilbudet")
    assert sum(run(workspace).values()) == 0
    back(workspace, id, timedelta(minutes=31))
    assert run(workspace) == {"havn": 1, "krisesenter": 0, "politi": 0, "koordinering": 0}
    assert told(workspace, "amina") == ["referral-received", "referral-waits"]
    back(workspace, id, timedelta(minutes=30))
    run(workspace)
    assert told(workspace, "amina")[2:] == ["referral-waits"]
    back(workspace, id, timedelta(hours=1))
    run(workspace)
    assert told(workspace, "kari") == ["referral-no-answer"]
    assert told(workspace, "tone") == [] == told(workspace, "sara")
    back(workspace, id, timedelta(hours=1))
    run(workspace)
    assert told(workspace, "tone") == ["referral-no-answer"]
    back(workspace, id, timedelta(hours=1))
    run(workspace)
    assert told(workspace, "sara") == ["referral-unanswered"]
    assert told(workspace, "per") == told(workspace, "liv") == told(workspace, "jonas") == []


def test_the_coordinator_hears_that_and_not_of_whom(fresh_workspace: Workspace) -> None:
    id = refer(fresh_workspace, urgency="tonight")
    back(fresh_workspace, id, timedelta(hours=5))
    run(fresh_workspace)
    with fresh_workspace.superuser() as owner:
        found = owner.execute(
            "SELECT case_id, about_id FROM cases_notice WHERE kind = 'referral-unanswered'"
        ).fetchall()
    assert found == [(None, id)]
    sara = Desk(fresh_workspace, "sara")
    assert "En henvisning har stått uten svar for lenge" in words(sara.see("inbox"))
    assert sara.see("referral", referral_id=id).status_code == 404


@pytest.mark.parametrize("move", ["decline", "accept", "withdraw"])
def test_an_answer_stops_the_clock(fresh_workspace: Workspace, move: str) -> None:
    workspace = fresh_workspace
    id = refer(workspace, urgency="tonight")
    if move == "withdraw":
        step(workspace, "kari", id, transitions.withdraw_referral, reason="solved")
    else:
        step(workspace, "amina", id, transitions.see_referral)
        act = {"decline": transitions.decline_referral, "accept": transitions.accept_referral}[move]
        step(workspace, "amina", id, act, **({"reason": "full"} if move == "decline" else {}))
    back(workspace, id, timedelta(hours=9))
    kinds = ("referral-waits", "referral-late", "referral-no-answer", "referral-unanswered")
    run(workspace)
    assert [
        k for n in ("amina", "kari", "tone", "sara") for k in told(workspace, n) if k in kinds
    ] == []


def test_a_question_back_waits_for_the_sender(fresh_workspace: Workspace) -> None:
    workspace = fresh_workspace
    id = refer(workspace, urgency="tonight")
    step(workspace, "amina", id, transitions.see_referral)
    step(workspace, "amina", id, transitions.ask_back, words="Alder?")
    back(workspace, id, timedelta(hours=2, minutes=1))
    run(workspace)
    assert told(workspace, "kari")[-1] == "referral-question-waits"
    assert told(workspace, "tone") == ["referral-no-answer"]
    assert "referral-waits" not in told(workspace, "amina")


def test_arrival_and_deletion_are_asked_for(fresh_workspace: Workspace) -> None:
    workspace = fresh_workspace
    came, ended = refer(workspace), refer(workspace)
    for id in (came, ended):
        step(workspace, "amina", id, transitions.see_referral)
        step(workspace, "amina", id, transitions.accept_referral)
    step(workspace, "kari", ended, transitions.withdraw_referral, reason="wishes")
    for id in (came, ended):
        back(workspace, id, timedelta(days=14))
    run(workspace)
    assert told(workspace, "kari").count("referral-arrival") == 1
    assert told(workspace, "amina").count("referral-arrival") == 1
    assert told(workspace, "tone").count("referral-no-arrival") == 1
    assert told(workspace, "sara").count("referral-lost") == 1
    assert told(workspace, "amina").count("referral-deletion-waits") == 1


@pytest.mark.parametrize("noted", ["", "arrive", "miss"])
@pytest.mark.parametrize(
    ("hours", "heard"),
    [(5, ""), (6, "12"), (12, "12"), (18, "123"), (24, "1234")],
)
def test_who_was_accepted_tonight_is_asked_for_within_a_day(
    fresh_workspace: Workspace, hours: int, heard: str, noted: str
) -> None:
    workspace = fresh_workspace
    id = refer(workspace, urgency="tonight", unit="Botilbudet")
    step(workspace, "amina", id, transitions.see_referral)
    step(workspace, "amina", id, transitions.accept_referral)
    if noted == "arrive":
        step(workspace, "kari", id, transitions.record_arrival, on=timezone.localdate())
    elif noted:
        step(workspace, "kari", id, transitions.record_absence, reason="no_contact")
    back(workspace, id, timedelta(hours=hours))
    run(workspace)
    kinds = {"kari": "referral-arrival", "amina": "referral-arrival",
             "tone": "referral-no-arrival", "sara": "referral-lost"}  # fmt: skip
    for number, (name, kind) in enumerate(kinds.items(), 1):
        assert told(workspace, name).count(kind) == (not noted and str(number) in heard)


def test_the_coordinator_hears_that_nobody_says_whether_she_arrived(
    fresh_workspace: Workspace,
) -> None:
    workspace = fresh_workspace
    id = refer(workspace, urgency="tonight")
    step(workspace, "amina", id, transitions.see_referral)
    step(workspace, "amina", id, transitions.accept_referral)
    call = "SELECT gate.remind_referral(%s, %s, 'arrival_coordinator:arrival:x')"
    back(workspace, id, timedelta(hours=23))
    with job(workspace, "havn"):
        assert ask(call, id, "arrival_coordinator") == 0, "not before a day"
        assert ask(call, id, "coordinator") == 0, "it is answered"
        assert ask(call, id, "coordinator_long") == 0
    back(workspace, id, timedelta(hours=2))
    run(workspace)
    assert told(workspace, "sara") == ["referral-lost"]
    sara = Desk(workspace, "sara")
    assert "ingen har sagt om personen kom fram" in words(sara.see("inbox"))
    assert sara.see("referral", referral_id=id).status_code == 404


def ask_and_answer(workspace: Workspace, id: UUID) -> None:
    step(workspace, "amina", id, transitions.ask_back, words="Alder?")
    step(workspace, "kari", id, transitions.answer_back, words="27.")


def test_asking_back_again_and_again_ends_with_the_leaders_and_the_coordinator(
    fresh_workspace: Workspace,
) -> None:
    workspace = fresh_workspace
    id = refer(workspace, urgency="tonight")
    step(workspace, "amina", id, transitions.see_referral)
    found = []
    for _ in range(14):
        ask_and_answer(workspace, id)
        back(workspace, id, timedelta(minutes=29))
        run(workspace)
        found.append((set(told(workspace, "tone")), set(told(workspace, "sara"))))
    drags, unanswered = {"referral-drags"}, {"referral-unanswered"}
    assert found == [(set(), set())] * 8 + [(drags, set())] * 4 + [(drags, unanswered)] * 2


def test_where_no_coordinator_is_the_senders_leader_hears(fresh_workspace: Workspace) -> None:
    workspace = fresh_workspace
    guro = Desk(workspace, "guro")
    said = "Ingen koordinator er utpekt."
    assert said not in words(guro.see("jobs_failed"))
    with workspace.superuser() as owner:
        owner.execute(
            "UPDATE access_member SET until = now() - interval '1 day' WHERE role = 'coordinator'"
        )
    id = refer(workspace, urgency="tonight")
    back(workspace, id, timedelta(hours=5))
    run(workspace)
    assert told(workspace, "tone") == ["referral-no-answer", "referral-nobody"]
    assert told(workspace, "sara") == []
    assert "ring mottakeren selv" in words(Desk(workspace, "tone").see("inbox"))
    assert said in words(guro.see("jobs_failed"))
    with workspace.connect() as anybody:  # as `samvern database check` asks, signed in as nobody
        assert anybody.execute("SELECT gate.has_coordinator()").fetchone() == (False,)


def test_what_nobody_answered_is_given_up_with_word_to_both(fresh_workspace: Workspace) -> None:
    workspace = fresh_workspace
    id = refer(workspace, urgency="days3")
    back(workspace, id, timedelta(days=70))
    run(workspace)
    assert state(workspace, id) == "expired"
    assert told(workspace, "kari")[-1] == told(workspace, "amina")[-1] == "referral-expired"
    assert told(workspace, "tone") == ["referral-expired"]


def test_the_end_of_the_time_closes_an_accepted_one(fresh_workspace: Workspace) -> None:
    workspace = fresh_workspace
    id = refer(workspace)
    step(workspace, "amina", id, transitions.see_referral)
    step(workspace, "amina", id, transitions.accept_referral)
    run(workspace, timezone.now() + timedelta(days=61))
    assert state(workspace, id) == "closed"
    assert told(workspace, "tone")[-1] == "referral-no-arrival"
    assert told(workspace, "sara") == ["referral-lost"]


def test_nobody_else_can_remind(fresh_workspace: Workspace) -> None:
    id = refer(fresh_workspace, urgency="tonight")
    back(fresh_workspace, id, timedelta(hours=9))
    call = "SELECT gate.remind_referral(%s, %s, 'receiver:answer:x')"
    with job(fresh_workspace, "politi"):
        assert ask(call, id, "receiver") == 0
    for name in ("kari", "amina", "per", "sara"):
        with fresh_workspace.acting(name):
            assert ask(call, id, "receiver") == 0
            assert ask(call, id, "coordinator") == 0
    with job(fresh_workspace, "havn"):
        assert ask(call, id, "deleter") == 0, "nothing is to be deleted"
        assert ask(call, id, "receiver") == 1


def test_a_coordinator_is_not_called_before_it_is_due(fresh_workspace: Workspace) -> None:
    id = refer(fresh_workspace, urgency="tonight")
    with job(fresh_workspace, "havn"):
        call = "SELECT gate.remind_referral(%s, %s, 'coordinator:answer:x')"
        assert ask(call, id, "coordinator") == 0


def ask(call: str, *values: Any) -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(call, values)
        found: int = cursor.fetchone()[0]
        return found


def test_the_desk_shows_what_waits_for_whom(fresh_workspace: Workspace) -> None:
    id = refer(fresh_workspace)
    mine = words(Desk(fresh_workspace, "kari").see("home"))
    theirs = words(Desk(fresh_workspace, "amina").see("home"))
    assert "Svar på en henvisning: Et trygt sted å bo" in mine
    assert "Svar på en henvisning: Et trygt sted å bo" in theirs
    assert str(id) in Desk(fresh_workspace, "amina").read("home")
    assert (
        "henvisning"
        not in words(Desk(fresh_workspace, "per").see("home")).split("Venter på deg")[1]
    )


def test_a_notice_leads_to_its_referral(fresh_workspace: Workspace) -> None:
    id = refer(fresh_workspace)
    amina = Desk(fresh_workspace, "amina")
    with fresh_workspace.superuser() as owner:
        found: Any = owner.execute(
            "SELECT id FROM cases_notice WHERE about_id = %s", [id]
        ).fetchone()
    answer = amina.send("notice", notice_id=found[0])
    assert answer.headers["location"].endswith(f"/referrals/{id}")
