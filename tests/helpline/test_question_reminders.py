# SPDX-License-Identifier: EUPL-1.2
"""Clocks of the desks: working days, Easter, the hour that is not there, each reminder once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from samvern.cases.core.pack import current_pack
from samvern.cases.notices.reminder_clock import OSLO
from samvern.helpline.questions.reminder_schedule import (
    ASKER,
    COORDINATOR,
    DESK,
    LEADER,
    QuestionClock,
    due_now,
    due_on,
    moved,
    plan,
)

HOLIDAYS = current_pack().ruleset.holidays


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OSLO).astimezone(UTC)


@pytest.mark.parametrize(
    ("asked", "days", "due"),
    [
        ("2026-11-02T10:00", 3, date(2026, 11, 5)),
        ("2026-11-06T23:30", 1, date(2026, 11, 9)),
        ("2026-11-07T12:00", 1, date(2026, 11, 10)),  # a Saturday: it comes in on Monday
        ("2027-03-24T09:00", 1, date(2027, 3, 30)),  # Easter 2027
        ("2026-12-31T23:59", 2, date(2027, 1, 5)),
    ],
)
def test_the_last_day(asked: str, days: int, due: date) -> None:
    assert due_on(at(asked), days, HOLIDAYS) == due


def test_who_hears_and_in_which_order() -> None:
    watch = QuestionClock(date(2026, 11, 5), at("2026-11-02T10:00"))
    told = [(each.to, each.at.astimezone(OSLO).date()) for each in plan(watch, HOLIDAYS)]
    assert told == [
        (DESK, date(2026, 11, 4)),
        (DESK, date(2026, 11, 6)),
        (LEADER, date(2026, 11, 6)),
        (COORDINATOR, date(2026, 11, 10)),
    ]


def test_the_desks_time_stands_still_while_it_waits() -> None:
    pause = (at("2026-11-03T10:00"), at("2026-11-09T10:00"))
    assert moved(date(2026, 11, 5), [pause], HOLIDAYS) == date(2026, 11, 11)
    watch = QuestionClock(date(2026, 11, 5), at("2026-11-03T10:00"), with_asker=True)
    assert [each.to for each in plan(watch, HOLIDAYS)] == [ASKER]


def test_a_year_says_each_thing_once_and_none_early() -> None:
    """Every hour of a year, Easter and both changes of the clock included."""
    start = at("2026-10-01T00:00")
    for number in range(0, 365, 5):
        asked = start + timedelta(days=number, hours=number % 24)
        watch = QuestionClock(due_on(asked, 3, HOLIDAYS), asked)
        expected, told = plan(watch, HOLIDAYS), {}
        now = asked
        while now < asked + timedelta(days=30):
            for each in due_now(watch, now, told, HOLIDAYS):
                assert each.key not in told
                assert each.at <= now
                told[each.key] = now
            now += timedelta(hours=1)
        assert set(told) == {each.key for each in expected}
        for each in expected:
            local = each.at.astimezone(OSLO)
            assert not HOLIDAYS.off(local.date()) or each.at == watch.since
            assert told[each.key] - each.at < timedelta(hours=1)


def test_a_job_that_slept_says_all_at_once_and_then_nothing() -> None:
    watch = QuestionClock(date(2026, 11, 5), at("2026-11-02T10:00"))
    late = at("2027-01-10T10:00")
    said = {each.key for each in due_now(watch, late, set(), HOLIDAYS)}
    assert len(said) == 4
    assert due_now(watch, late, said, HOLIDAYS) == []
