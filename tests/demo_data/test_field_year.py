# SPDX-License-Identifier: EUPL-1.2
"""A simulated year of the national field: nothing unanswered without an escalation, nobody lost.

Every claim is checked while the year passes (``Broken``) and again here, from what is left of it.
"""

import resource
import time
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from samvern.cases.core.pack import current_pack
from samvern.cases.notices.reminder_clock import OSLO
from samvern.referrals.reminder_schedule import ReferralClock, answer_by, plan
from samvern.referrals.workflow import REFERRAL, WAITING
from support.field_year.entities import (
    REFERRALS,
    SimulatedReferral,
    SimulationError,
    Tape,
    moment,
)
from support.field_year.ledger import STANDINGS
from support.field_year.reminder_job import ROUND, TIMED
from support.field_year.simulation import LAST, NORWAY, away, figures, simulate
from support.field_year.year import Setting, Year, at_midnight

LONGEST = {
    "tonight": timedelta(hours=2),
    "days3": timedelta(days=9),
    "days14": timedelta(days=12),
}
"""The longest that may pass from the due time until the coordinator is told at the end of the year:
two hours; three and five working days, with a weekend or two and Christmas among them."""
UNKNOWN = {
    "tonight": timedelta(hours=44),
    "days3": timedelta(days=12),
    "days14": timedelta(days=28),
}
"""The longest from being accepted until the coordinator is told that nobody knows of her: a day,
and twenty hours without the job; then days, and working days, with Christmas among them."""
LEAST = {"tonight": timedelta(hours=2), "days3": timedelta(days=5), "days14": timedelta(days=18)}
"""The least that passes before the coordinator hears."""
TWICE = {"tonight": timedelta(hours=4), "days3": timedelta(days=5), "days14": timedelta(days=27)}
THRICE = {"tonight": timedelta(hours=6), "days3": timedelta(days=8), "days14": timedelta(days=41)}
KNOWN = {"receiver_leader_long": TWICE, "sender_leader_long": TWICE, "coordinator_long": THRICE}
"""The least before a clock from sending speaks, whatever was asked: a morning may come earlier in
the day than the referral did."""
ASKED = {
    "arrival_coordinator": {
        "tonight": timedelta(hours=24),
        "days3": timedelta(days=5),
        "days14": timedelta(days=18),
    }
}


def year_of(factor: float, tape: Tape | None = None, **values: Any) -> Year:
    return simulate(Setting(LAST, int(NORWAY * factor), **{"away": away(), **values}), tape)


@pytest.fixture(scope="module")
def played() -> tuple[Year, Tape]:
    tape: Tape = []
    return year_of(3, tape), tape


OF_AN_END = ("conclude", "drop", "lapse")
"""Moves that the end of a case makes; in the year no case ends while a referral is alive."""


@pytest.mark.parametrize("factor", [1, 10])
def test_everybody_stands_somewhere(factor: int) -> None:
    year = year_of(factor)
    hold(year, factor)
    print(*figures(year), sep="\n")
    if factor == 10:  # a consent taken back before anybody opened the referral is too rare
        unseen = {move.name for move in REFERRAL.transitions} - set(year.books.moves)
        assert unseen <= {"cancel", *OF_AN_END}


def test_clocks_start_where_something_will_be_said() -> None:
    at = moment(at_midnight(LAST))
    saying = {
        state
        for state in REFERRAL.states
        if plan(ReferralClock("days3", state, at, at), current_pack().ruleset.holidays)
    }
    assert saying == {*TIMED, "seen"}


def hold(year: Year, factor: float) -> None:
    """Arrivals are the sum of end states, each month and in all; referrals that of the states."""
    books = year.books
    assert len(year.people) == factor * NORWAY
    assert set(books.met) == set(range(1, 13))
    for month, met in books.met.items():
        assert met == sum(books.stand[month][name] for name in STANDINGS)
        assert set(books.stand[month]) <= set(STANDINGS)
    assert books.standings().total() == len({person.number for person in year.people})
    assert books.sent == sum(books.states[state] for state in REFERRAL.states)
    for state in REFERRAL.states:  # what came in and did not go out is there
        assert books.states[state] >= 0
    for person in year.people:
        for referral in person.live:
            if referral.state in WAITING:
                must_be_told(referral, year.end)
            elif referral.state == "accepted":
                must_be_asked_for(referral, year.end)


def must_be_told(referral: SimulatedReferral, end: int) -> None:
    """The rule in this test's own words: long overdue, and so known to leader and coordinator."""
    due = moment(referral.due_at)
    if referral.state == "asked_back":  # the sender's time runs from the question
        due = answer_by(referral.urgency, moment(referral.since), current_pack().ruleset.holidays)
    told = {to for to, _ in referral.said.values()}
    if moment(end) - due > LONGEST[referral.urgency] + timedelta(seconds=ROUND):
        assert "coordinator" in told, (referral.number, referral.state, due, told)
        assert {"receiver_leader", "sender_leader"} & told


def must_be_asked_for(referral: SimulatedReferral, end: int) -> None:
    """Accepted long ago, and nobody says whether she came: the coordinator knows."""
    if moment(end) - moment(referral.since) > UNKNOWN[referral.urgency] + timedelta(seconds=ROUND):
        told = {to for to, _ in referral.said.values()}
        assert {"arrival_leader", "arrival_leader_there", "arrival_coordinator"} <= told


def test_every_rung_is_reached(played: tuple[Year, Tape]) -> None:
    assert set(played[0].clocks.told) == {
        "receiver", "receiver_again", "receiver_leader", "sender", "sender_leader", "coordinator",
        "receiver_leader_long", "sender_leader_long", "coordinator_long", "answerer",
        "arrival", "arrival_there", "arrival_again", "arrival_there_again", "arrival_leader",
        "arrival_leader_there", "arrival_coordinator", "deleter", "deleter_leader",
    }  # fmt: skip


def test_reminders_come_once_on_time_and_never_after_a_move(played: tuple[Year, Tape]) -> None:
    """From the tape, by rules in this test's own words."""
    states: dict[int, str] = {}
    said: set[tuple[int, str]] = set()
    for at, what, referral, how in played[1]:
        number = referral.number
        if what == "send":
            states[number] = "sent"
        elif what != "round":
            states[number] = REFERRALS.end(states[number], how["side"], what, how["reason"])
        else:
            for target, key in how["said"]:
                assert (number, key) not in said
                said.add((number, key))
                must_fit(states[number], target, key, at, referral.urgency)
    assert len(said) == played[0].clocks.told.total()


def must_fit(state: str, target: str, key: str, at: int, urgency: str) -> None:
    _, clock, stamp = key.split(":")
    running = {"answer": ("sent", "seen", "answered_back"), "question": ("asked_back",),
               "arrival": ("accepted",), "deletion": ("ended",),
               "long": ("asked_back", "answered_back")}  # fmt: skip
    assert state in running[clock], (state, target, key)
    since = datetime.strptime(stamp + "+0000", "%Y%m%dT%H%M%S%z")
    waited = moment(at) - since
    if clock == "long" or target == "arrival_coordinator":
        assert waited >= (KNOWN if clock == "long" else ASKED)[target][urgency]
    if urgency == "tonight" and clock != "deletion":
        assert waited >= timedelta(hours=6 if clock == "arrival" else 0.5)
    elif (
        urgency != "tonight" or clock == "deletion"
    ):  # another day, and in the morning unless the job was away
        assert moment(at).astimezone(OSLO).date() > since.astimezone(OSLO).date()
        assert moment(at).astimezone(OSLO).hour >= 8 or came_back(at)
    if target == "coordinator":
        assert waited >= LEAST[urgency]


def came_back(at: int) -> bool:
    """Whether it is the first round after the job was away."""
    return any(0 <= at - end < ROUND for _, end in away())


def test_the_same_seed_is_the_same_year() -> None:
    first, second = year_of(1), year_of(1)
    assert list(figures(first)) == list(figures(second))
    assert list(figures(year_of(1, seed="another"))) != list(figures(first))


def test_a_job_that_is_away_says_it_when_it_is_back() -> None:
    """Away from June on: nothing is said until then, and nothing is missing after."""
    spell = (at_midnight(date(2024, 6, 1)), at_midnight(date(2024, 8, 30)))
    tape: Tape = []
    year = year_of(3, tape, away=[spell])
    rounds = [at for at, what, *_ in tape if what == "round"]
    assert not [at for at in rounds if spell[0] <= at < spell[1]]
    assert [at for at in rounds if at == spell[1]]
    hold(year, 3)


@pytest.mark.parametrize(
    ("state", "side", "move", "reason"),
    [("sent", "receiver", "accept", ""), ("declined", "sender", "withdraw", "solved"),
     ("seen", "sender", "accept", ""), ("seen", "receiver", "decline", "no list has this")],
)  # fmt: skip
def test_the_model_cannot_move_as_the_rooms_do_not_allow(
    state: str, side: str, move: str, reason: str
) -> None:
    with pytest.raises(SimulationError):
        REFERRALS.end(state, side, move, reason)


@pytest.mark.parametrize(
    "fault",
    [
        "lose a person",
        "lose a referral",
        "forget coordinator",
        "forget arrival_coordinator",
        "forget coordinator_long",
        "forget receiver_leader_long",
        "again",
        "twice",
    ],
)
def test_a_fault_is_found(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The checks see what they are for."""
    from support.field_year import entities as things
    from support.field_year import reminder_job as clocks
    from support.field_year import year

    if fault == "lose a person":
        check = year.YearLedger.check
        monkeypatch.setattr(year.YearLedger, "check", lambda self, people: check(self, people[1:]))
    elif fault == "lose a referral":
        monkeypatch.setattr(
            year.YearLedger, "send", lambda self: setattr(self, "sent", self.sent + 1)
        )
    elif fault.startswith("forget "):
        due_now, to = clocks.due_now, fault.removeprefix("forget ")
        monkeypatch.setattr(clocks, "due_now", lambda *of: [p for p in due_now(*of) if p.to != to])
    elif fault == "again":  # each question lets the clock from sending say it once more
        monkeypatch.setattr(clocks, "is_long", lambda key: False)
    else:
        plan = clocks.plan
        monkeypatch.setattr(clocks, "due_now", lambda beat, now, days: plan(beat, days)[:2])
    with pytest.raises(things.SimulationError):
        year_of(3)


@pytest.mark.long
def test_a_thousand_times_the_country(short: bool) -> None:
    factor = 50 if short else 1000
    began, before = time.monotonic(), memory()
    year = year_of(factor)
    seconds, used = time.monotonic() - began, memory() - before
    hold(year, factor)
    print(*figures(year), sep="\n")
    print(f"{seconds:.0f} s, {len(year.people) / seconds:,.0f} people a second, {used:.0f} MB more")
    assert used < 1500


def memory() -> float:
    """The most this process has used, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
