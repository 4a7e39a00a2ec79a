# SPDX-License-Identifier: EUPL-1.2
"""Days, durations and holidays. No clock: every date comes from the caller."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter as dateutil_easter

_UNITS = {"hour": (0, 0), "day": (0, 1), "week": (0, 7), "month": (1, 0), "year": (12, 0)}
_DURATION = re.compile(r"(\d{1,5}) +(hour|day|week|month|year)s?")


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as law states it: months are calendar months, days are calendar days."""

    months: int
    days: int
    text: str

    @classmethod
    def parse(cls, text: str) -> Duration | None:
        """Read ``6 months``; None when the text is no duration. Hours count as days begun."""
        found = _DURATION.fullmatch(text.strip())
        if not found:
            return None
        number, unit = int(found[1]), found[2]
        if unit == "hour":
            return cls(0, -(-number // 24), text)
        months, days = _UNITS[unit]
        return cls(number * months, number * days, text)


def shift(day: date, duration: Duration, sign: int = 1) -> date:
    """``day`` moved by ``duration``; a day the month does not have becomes its last day.

    Raises OverflowError outside the years 1 to 9999.
    """
    months = day.year * 12 + day.month - 1 + sign * duration.months
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("date out of range")
    moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return moved + timedelta(days=sign * duration.days)


easter = lru_cache(maxsize=512)(dateutil_easter)
"""Western Easter Sunday of a year."""


@dataclass(frozen=True, slots=True)
class Holidays:
    """A state's days off: fixed ones as (month, day), moving ones as days from Easter Sunday."""

    fixed: frozenset[tuple[int, int]] = frozenset()
    from_easter: frozenset[int] = frozenset()

    def off(self, day: date) -> bool:
        """Whether ``day`` is a Saturday, a Sunday or a holiday."""
        if day.weekday() >= 5 or (day.month, day.day) in self.fixed:
            return True
        return (day - easter(day.year)).days in self.from_easter

    def next_working_day(self, day: date) -> date:
        """``day`` itself, or the first day after it that is not off."""
        while self.off(day):
            day += timedelta(days=1)
        return day
