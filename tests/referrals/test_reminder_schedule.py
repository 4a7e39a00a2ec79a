# SPDX-License-Identifier: EUPL-1.2
"""The clock of a referral over a year: each thing once, none early, none after the stop."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

import pytest

from samvern.cases.core.pack import current_pack
from samvern.cases.notices.reminder_clock import OSLO
from samvern.referrals.reminder_schedule import (
    AFTER,
    BEFORE,
    HOURS,
    LAST,
    ReferralClock,
    answer_by,
    due_now,
    heard_by,
    is_over,
    plan,
)

YEAR = 2027  # Easter on 28 March, the night the clock is moved
STARTS = [
    datetime.combine(date(YEAR, 1, 1) + timedelta(days=day), time(hour), tzinfo=OSLO)
    for day in range(365)
    for hour in (1, 9, 23)
]
LONGEST = {"tonight": timedelta(hours=6), "days3": timedelta(days=20), "days14": timedelta(days=40)}


def beat(
    urgency: str, since: datetime, state: str = "sent", sent: datetime | None = None
) -> ReferralClock:
    return ReferralClock(urgency, state, since, sent or since)


@pytest.mark.parametrize("urgency", ["tonight", "days3", "days14"])
def test_each_is_told_in_order_and_the_coordinator_last(urgency: str) -> None:
    holidays = current_pack().ruleset.holidays
    for sent in STARTS:
        points = plan(beat(urgency, sent), holidays)
        assert {p.to for p in points} | {"receiver"} == set(HOURS)
        assert len({p.key for p in points}) == len(points)
        at = {p.to: p.at for p in points}
        due = answer_by(urgency, sent, holidays)
        assert sent < at.get("receiver", at["receiver_again"]) <= at["receiver_again"] <= due
        assert due <= at["receiver_leader"] <= at["sender_leader"] <= at["coordinator"]
        assert at["sender_leader"] < at["coordinator"]


@pytest.mark.parametrize("urgency", ["days3", "days14"])
def test_days_are_working_mornings_and_never_too_early(urgency: str) -> None:
    holidays = current_pack().ruleset.holidays
    for sent in STARTS:
        for point in plan(beat(urgency, sent), holidays):
            local = point.at.astimezone(OSLO)
            assert local.time() == time(8)
            assert not holidays.off(local.date())
            passed = (local.date() - sent.date()).days
            assert passed >= (
                BEFORE[urgency].get(point.to) or LAST[urgency] + AFTER[urgency][point.to]
            )
        due = answer_by(urgency, sent, holidays).astimezone(OSLO)
        assert (due.date() - sent.date()).days >= LAST[urgency]
        assert not holidays.off(due.date())


def test_tonight_counts_hours_as_they_pass_when_the_clock_is_moved() -> None:
    holidays = current_pack().ruleset.holidays
    for night in (date(YEAR, 3, 28), date(YEAR, 10, 31)):
        sent = datetime.combine(night, time(0, 30), tzinfo=OSLO)
        for point in plan(beat("tonight", sent), holidays):
            assert point.at.astimezone(UTC) - sent.astimezone(UTC) == HOURS[point.to]


def test_easter_is_waited_out() -> None:
    sent = datetime(YEAR, 3, 24, 12, tzinfo=OSLO)  # the Wednesday before Maundy Thursday
    due = answer_by("days3", sent, current_pack().ruleset.holidays).astimezone(OSLO)
    assert due == datetime(YEAR, 3, 30, 15, tzinfo=OSLO)


@pytest.mark.parametrize("urgency", ["tonight", "days3", "days14"])
def test_a_job_that_runs_every_ten_minutes_says_each_thing_once(urgency: str) -> None:
    holidays = current_pack().ruleset.holidays
    for sent in STARTS[:: 17 if urgency == "days14" else 7]:
        said: Counter[str] = Counter()
        first: dict[str, datetime] = {}
        now, step = sent, timedelta(minutes=10 if urgency == "tonight" else 240)
        stop = sent + LONGEST[urgency]
        while now <= stop:
            for point in due_now(beat(urgency, sent), now, holidays):
                if point.key not in first:  # the database keeps each key once
                    first[point.key] = now
                    said[point.to] += 1
                    assert point.at <= now < point.at + step
            now += step
        assert said == Counter(point.to for point in plan(beat(urgency, sent), holidays))


@pytest.mark.parametrize(
    "state", ["declined", "withdrawn", "deleted", "expired", "closed", "arrived"]
)
def test_nothing_is_said_after_the_stop(state: str) -> None:
    for sent in STARTS[::30]:
        assert plan(beat("days3", sent, state), current_pack().ruleset.holidays) == []


def test_a_question_stops_the_receivers_clock_and_starts_the_senders() -> None:
    holidays = current_pack().ruleset.holidays
    sent = datetime(YEAR, 6, 1, 9, tzinfo=OSLO)
    asked = plan(beat("tonight", sent + timedelta(minutes=20), "asked_back", sent), holidays)
    own = [p.to for p in asked if ":long:" not in p.key]
    assert own == ["answerer", "sender_leader", "coordinator"]
    back = sent + timedelta(hours=1)
    answered = plan(beat("tonight", back, "answered_back", sent), holidays)
    assert min(p.at for p in answered) == back + HOURS["receiver"]


@pytest.mark.parametrize(
    ("urgency", "leaders", "coordinator"),
    [("tonight", 4 / 24, 6 / 24), ("days3", 6, 9), ("days14", 28, 42)],
)
def test_asking_back_puts_it_off_twice_and_three_times_but_no_longer(
    urgency: str, leaders: float, coordinator: float
) -> None:
    """A receiver who asks, and is answered, just before each rung: no rung is ever reached."""
    holidays = current_pack().ruleset.holidays
    for start in STARTS[:: 40 if urgency == "tonight" else 90]:
        sent = start.astimezone(UTC)
        state, since, told = "seen", sent, dict[str, tuple[str, datetime]]()
        now, step = sent, timedelta(minutes=5 if urgency == "tonight" else 60)
        while now < sent + (coordinator + 14) * timedelta(days=1):
            beaten = beat(urgency, since, state, sent)
            for point in due_now(beaten, now, holidays):
                told.setdefault(point.key, (point.to, now))
            due = [p.at for p in plan(beaten, holidays) if ":long:" not in p.key]
            if now >= min(due) - 2 * step:
                state = "asked_back" if state != "asked_back" else "answered_back"
                since = now
            now += step
        assert sorted(to for to, _ in told.values()) == [
            "coordinator_long", "receiver_leader_long", "sender_leader_long",
        ]  # fmt: skip
        for to, at in told.values():
            days = (at - sent) / timedelta(days=1)
            least = coordinator if to == "coordinator_long" else leaders
            # a morning may come before the hour it was sent; free days and Easter are waited out
            assert least - 1 < days < least + (7 if urgency != "tonight" else 0.01), (sent, to)


def test_what_was_never_asked_about_has_one_clock() -> None:
    sent = datetime(YEAR, 6, 1, 9, tzinfo=OSLO)
    for state in ("sent", "seen", "accepted", "ended"):
        points = plan(beat("days3", sent, state), current_pack().ruleset.holidays)
        assert points and not [p for p in points if "long" in p.to]


@pytest.mark.parametrize(
    ("urgency", "days"),
    [("tonight", (6, 12, 18, 24)), ("days3", (3, 4, 5, 6)), ("days14", (14, 16, 17, 19))],
)
def test_who_was_accepted_is_asked_for_up_to_the_coordinator(
    urgency: str, days: tuple[int, ...]
) -> None:
    holidays = current_pack().ruleset.holidays
    for since in STARTS:
        at: dict[datetime, set[str]] = {}
        for point in plan(beat(urgency, since, "accepted"), holidays):
            at.setdefault(point.at, set()).add(point.to)
        assert [at[each] for each in sorted(at)] == [
            {"arrival", "arrival_there"}, {"arrival_again", "arrival_there_again"},
            {"arrival_leader", "arrival_leader_there"}, {"arrival_coordinator"},
        ]  # fmt: skip
        for least, each in zip(days, sorted(at), strict=True):
            if urgency == "tonight":
                assert each - since == timedelta(hours=least)
            else:
                assert (each.astimezone(OSLO).date() - since.date()).days >= least
                assert not holidays.off(each.astimezone(OSLO).date())


def test_who_came_or_did_not_is_not_asked_for() -> None:
    for state in ("arrived", "never_arrived", "closed"):
        assert plan(beat("tonight", STARTS[0], state), current_pack().ruleset.holidays) == []
    ended = plan(beat("tonight", STARTS[0], "ended"), current_pack().ruleset.holidays)
    assert {p.to for p in ended} == {"deleter", "deleter_leader"}


@pytest.mark.parametrize("urgency", ["tonight", "days3", "days14"])
def test_the_last_hears_at_the_last_rung(urgency: str) -> None:
    for sent in STARTS[::10]:
        holidays = current_pack().ruleset.holidays
        assert heard_by(urgency, sent, holidays) == plan(beat(urgency, sent), holidays)[-1].at


def test_opening_it_gives_no_more_time() -> None:
    holidays = current_pack().ruleset.holidays
    sent = datetime(YEAR, 6, 1, 9, tzinfo=OSLO)
    seen = beat("tonight", sent + timedelta(hours=1), "seen", sent)
    assert plan(seen, holidays) == plan(beat("tonight", sent), holidays)


def test_somebody_who_was_away_hears_the_newest_alone() -> None:
    sent = datetime(YEAR, 6, 1, 9, tzinfo=OSLO)
    points = due_now(
        beat("tonight", sent), sent + timedelta(days=2), current_pack().ruleset.holidays
    )
    assert sorted(p.to for p in points) == [
        "coordinator", "receiver_again", "receiver_leader", "sender", "sender_leader",
    ]  # fmt: skip


def test_it_is_given_up_only_long_after() -> None:
    sent = datetime(YEAR, 6, 1, 9, tzinfo=OSLO)
    due = answer_by("days3", sent, current_pack().ruleset.holidays)
    assert not is_over(beat("days3", sent), due, due + timedelta(days=59))
    assert is_over(beat("days3", sent), due, due + timedelta(days=60))
