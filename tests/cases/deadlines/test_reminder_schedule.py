# SPDX-License-Identifier: EUPL-1.2
"""A simulated year of reminders: each once, none early, none after the end of the deadline."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samvern.cases.deadlines.reminder_schedule import (
    LEADER,
    OWNER,
    SentReminder,
    WatchedDeadline,
    plan_reminders,
    reminders_due,
)
from samvern.cases.notices.reminder_clock import OSLO, Reminder
from samvern.law import load_pack
from samvern.law.dates import Duration, shift

HOLIDAYS = load_pack("norway").ruleset.holidays
NEW_YEAR = datetime(2026, 12, 1, 6, tzinfo=UTC)
YEAR = 400


def days(*numbers: int) -> tuple[Duration, ...]:
    return tuple(Duration(0, number, f"{number} days") for number in numbers)


def watch(due: date, *warn: int, made: datetime = NEW_YEAR) -> WatchedDeadline:
    return WatchedDeadline(due, made, days(*warn))


def local(point: Reminder) -> tuple[str, str, str]:
    return point.to, point.kind, point.at.astimezone(OSLO).strftime("%Y-%m-%d %H:%M")


def test_a_deadline_is_warned_of_then_told_to_the_leader() -> None:
    assert [
        local(point) for point in plan_reminders(watch(date(2027, 2, 10), 30, 7), HOLIDAYS)
    ] == [
        (OWNER, "soon", "2027-01-11 08:00"),
        (OWNER, "soon", "2027-02-03 08:00"),
        (OWNER, "last", "2027-02-10 08:00"),
        (OWNER, "overdue", "2027-02-11 08:00"),
        (LEADER, "overdue", "2027-02-11 08:00"),
    ]


def test_nobody_is_warned_in_easter_but_before_it() -> None:
    points = plan_reminders(watch(date(2027, 3, 29), 7, 2), HOLIDAYS)  # Easter Monday
    assert [local(point)[2] for point in points if point.kind in ("soon", "last")] == [
        "2027-03-22 08:00", "2027-03-24 08:00", "2027-03-24 08:00",
    ]  # fmt: skip


def test_a_morning_is_a_morning_on_both_sides_of_summer_time() -> None:
    points = plan_reminders(watch(date(2027, 4, 1), 30), HOLIDAYS)
    assert [point.at.hour for point in points[:2]] == [7, 6]
    assert {local(point)[2][-5:] for point in points} == {"08:00"}


def test_hours_are_warned_of_in_hours() -> None:
    due = datetime(2027, 3, 28, 12, tzinfo=UTC)
    points = plan_reminders(WatchedDeadline(due.date(), NEW_YEAR, due_at=due), HOLIDAYS)
    assert [(p.to, p.kind, due - p.at) for p in points] == [
        (OWNER, "soon", timedelta(hours=24)),
        (OWNER, "soon", timedelta(hours=6)),
        (OWNER, "overdue", timedelta(0)),
        (LEADER, "overdue", timedelta(0)),
    ]


def test_whoever_writes_down_a_deadline_late_hears_the_nearest_warning_alone() -> None:
    found = reminders_due(watch(date(2026, 12, 20), 60, 30, 7), NEW_YEAR, {}, HOLIDAYS)
    assert [point.key for point in found] == ["soon:30-days:owner:2026-12-20"]


def test_a_deadline_that_had_passed_gives_its_owner_a_day_before_the_leader_hears() -> None:
    late = watch(date(2026, 11, 2), 7)
    assert [(p.to, p.kind) for p in reminders_due(late, NEW_YEAR, {}, HOLIDAYS)] == [
        (OWNER, "overdue")
    ]
    after = NEW_YEAR + timedelta(days=1)
    told = {"overdue:owner:2026-11-02": SentReminder(NEW_YEAR, read=True)}
    assert [(p.to, p.kind) for p in reminders_due(late, after, told, HOLIDAYS)] == [
        (LEADER, "overdue")
    ]


@pytest.mark.parametrize(("read", "expected"), [(True, []), (False, [(LEADER, "unanswered")])])
def test_the_leader_hears_of_a_reminder_nobody_opened(
    read: bool, expected: list[tuple[str, str]]
) -> None:
    deadline = watch(date(2027, 6, 1), 60)
    first = plan_reminders(deadline, HOLIDAYS)[0]
    told = {first.key: SentReminder(first.at, read)}
    two_days = first.at + timedelta(days=4)
    assert reminders_due(deadline, first.at + timedelta(days=1), told, HOLIDAYS) == []
    found = reminders_due(deadline, two_days, told, HOLIDAYS)
    assert [(p.to, p.kind) for p in found] == expected


def test_a_weekend_is_no_time_to_answer_in() -> None:
    deadline = watch(date(2027, 6, 1), 60)
    friday = datetime(2027, 4, 2, 6, tzinfo=UTC)
    told = {plan_reminders(deadline, HOLIDAYS)[0].key: SentReminder(friday, read=False)}
    monday = friday + timedelta(days=3)
    assert reminders_due(deadline, monday, told, HOLIDAYS) == []
    assert len(reminders_due(deadline, monday + timedelta(days=1), told, HOLIDAYS)) == 1


class Year:
    """A year in which the job runs at the given moments, and some reminders are opened at once."""

    def __init__(self, deadline: WatchedDeadline, opens: bool, stop: datetime | None) -> None:
        self.deadline, self.opens, self.stop = deadline, opens, stop
        self.told: dict[str, SentReminder] = {}
        self.given: list[tuple[datetime, Reminder]] = []

    def run(self, now: datetime) -> None:
        if now < self.deadline.made_at or (self.stop and now >= self.stop):
            return
        for point in reminders_due(self.deadline, now, self.told, HOLIDAYS):
            assert point.key not in self.told
            self.told[point.key] = SentReminder(now, self.opens)
            self.given.append((now, point))


deadlines = st.builds(
    lambda due, made, warn: WatchedDeadline(
        due, datetime.combine(made, time(9), tzinfo=UTC), days(*sorted(warn, reverse=True))
    ),
    st.dates(date(2026, 12, 1), date(2027, 12, 1)),
    st.dates(date(2026, 12, 1), date(2027, 11, 1)),
    st.sets(st.sampled_from([365, 90, 60, 30, 14, 7, 2, 1]), min_size=1, max_size=4),
)
gaps = st.lists(st.integers(12, 24 * 9), min_size=60, max_size=60)


def moments(hours: list[int]) -> list[datetime]:
    found = [NEW_YEAR]
    while found[-1] < NEW_YEAR + timedelta(days=YEAR):
        found.append(found[-1] + timedelta(hours=hours[len(found) % len(hours)]))
    return found


@given(deadlines, gaps, st.booleans())
def test_none_is_early_and_what_comes_last_is_always_said(
    deadline: WatchedDeadline, hours: list[int], opens: bool
) -> None:
    year = Year(deadline, opens, None)
    for now in moments(hours):
        year.run(now)
    assert all(now >= point.at >= deadline.made_at for now, point in year.given)
    for now, point in year.given:
        if point.kind == "soon":
            day = now.astimezone(OSLO).date()
            earliest = min(shift(deadline.due_on, w, -1) for w in deadline.warnings)
            assert day >= _working(earliest)
    assert {(p.to, p.kind) for _, p in year.given} >= {(OWNER, "overdue"), (LEADER, "overdue")}
    unanswered = [p for _, p in year.given if p.kind == "unanswered"]
    assert not (opens and unanswered)


@settings(max_examples=6)
@given(deadlines, st.booleans())
def test_run_hourly_each_coming_reminder_is_said_in_its_hour(
    deadline: WatchedDeadline, opens: bool
) -> None:
    year = Year(deadline, opens, None)
    for now in moments([1]):
        year.run(now)
    said = {point.key: now for now, point in year.given}
    owners = [p for p in plan_reminders(deadline, HOLIDAYS) if p.to == OWNER]
    for point, following in pairwise(owners):
        if following.at > point.at:
            assert said[point.key] - point.at < timedelta(hours=1)


@given(deadlines, gaps, st.integers(0, YEAR))
def test_nothing_is_said_once_it_is_stopped(
    deadline: WatchedDeadline, hours: list[int], after: int
) -> None:
    stop = NEW_YEAR + timedelta(days=after)
    year, free = Year(deadline, True, stop), Year(deadline, True, None)
    for now in moments(hours):
        year.run(now)
        free.run(now)
    assert year.given == [(now, point) for now, point in free.given if now < stop]


def _working(day: date) -> date:
    while HOLIDAYS.off(day):
        day -= timedelta(days=1)
    return day
