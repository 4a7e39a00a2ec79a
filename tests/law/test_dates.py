# SPDX-License-Identifier: EUPL-1.2
"""Durations, holidays, and the same arithmetic over arrays."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.law.dates import Duration, Holidays, easter, shift
from samvern.law.fact_columns import _shifted

NORWAY = Holidays(frozenset({(5, 17), (12, 25)}), frozenset({-3, -2, 0, 1, 39, 49, 50}))


@pytest.mark.parametrize(
    ("day", "text", "expected"),
    [
        (date(2026, 8, 31), "6 months", date(2027, 2, 28)),
        (date(2027, 8, 31), "6 months", date(2028, 2, 29)),
        (date(2024, 2, 29), "1 year", date(2025, 2, 28)),
        (date(2026, 11, 23), "42 days", date(2027, 1, 4)),
        (date(2026, 11, 23), "6 weeks", date(2027, 1, 4)),
        (date(2026, 11, 23), "48 hours", date(2026, 11, 25)),
        (date(2026, 11, 23), "24 hours", date(2026, 11, 24)),
        (date(2026, 11, 23), "25 hours", date(2026, 11, 25)),
        (date(9998, 12, 31), "1 year", date(9999, 12, 31)),
    ],
)
def test_a_duration_moves_a_date_as_law_counts(day: date, text: str, expected: date) -> None:
    duration = Duration.parse(text)
    assert duration is not None
    assert shift(day, duration) == expected


@pytest.mark.parametrize("text", ["six months", "6months", "-6 days", "6 months ", "1 fortnight"])
def test_what_is_no_duration_is_none(text: str) -> None:
    assert (Duration.parse(text) is None) == (text != "6 months ")


@pytest.mark.parametrize("text", ["36 hours", "10 days", " 6 months "])
def test_a_duration_keeps_the_words_it_was_written_in(text: str) -> None:
    duration = Duration.parse(text)
    assert duration is not None
    assert (duration.text, type(duration.days)) == (text, int)


def test_the_first_year_is_reached_backwards() -> None:
    assert shift(date(2, 3, 31), Duration(13, 0, ""), -1) == date(1, 2, 28)


@pytest.mark.parametrize(
    ("day", "text", "sign"), [(date(9999, 12, 1), "1 month", 1), (date(1, 1, 31), "1 month", -1)]
)
def test_a_month_outside_the_calendar_is_an_overflow(day: date, text: str, sign: int) -> None:
    duration = Duration.parse(text)
    assert duration is not None
    with pytest.raises(OverflowError, match="date out of range"):
        shift(day, duration, sign)


def test_easter_sundays() -> None:
    assert [easter(year) for year in (1961, 2000, 2024, 2026, 2038)] == [
        date(1961, 4, 2), date(2000, 4, 23), date(2024, 3, 31), date(2026, 4, 5), date(2038, 4, 25),
    ]  # fmt: skip


def test_easter_week_2026_rolls_to_tuesday() -> None:
    """Maundy Thursday 2 April to Easter Monday 6 April are off."""
    days = [date(2026, 4, 1) + timedelta(days=n) for n in range(7)]
    rolled = [NORWAY.next_working_day(day) for day in days]
    assert rolled == [date(2026, 4, 1)] + [date(2026, 4, 7)] * 6


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 60), st.integers(0, 400))
def test_arrays_move_as_single_dates_do(day: date, months: int, days: int) -> None:
    for sign in (1, -1):
        duration = Duration(months, days, "")
        moved = _shifted(np.array([day.toordinal()], float), duration, sign)
        assert moved.tolist() == [shift(day, duration, sign).toordinal()]
