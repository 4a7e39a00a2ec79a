# SPDX-License-Identifier: EUPL-1.2
"""Time limits as the answer shows them: the day, how certain it is, and what settles it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samvern.guide import labels
from samvern.guide.conclusions import MOST_OPEN, Conclusion, OpenQuestion, questions
from samvern.law import Result
from samvern.law.time_limits import TimeLimit, advice, headline, time_limits

SOON = 14
"""A limit that may end within so many days stands at the top of the page."""


@dataclass(frozen=True, slots=True)
class ShownTimeLimit:
    """A limit in one language. ``entry``: the conclusion of its rule.

    ``note`` says what the mark means, what can still be done and whom to call.
    """

    entry: Conclusion
    limit: TimeLimit
    headline: str
    note: str
    questions: list[OpenQuestion]

    @property
    def counts(self) -> bool:
        """Whether no limit of its group that may apply ends earlier."""
        return self.limit.counts

    @property
    def passed(self) -> bool:
        """Whether it has ended, or may have."""
        return self.limit.passed

    @property
    def soon(self) -> bool:
        """Whether somebody must see it first: it may end within days, or may be over today."""
        left, state = self.limit.days_left, self.limit.times.state
        return self.counts and state != "expired" and left is not None and left <= SOON


def shown_time_limits(result: Result, language: str) -> list[ShownTimeLimit]:
    """Every limit that runs, may run or has passed, the earliest first."""
    return [_shown(result, limit, language) for limit in time_limits(result)]


def _shown(result: Result, limit: TimeLimit, language: str) -> ShownTimeLimit:
    return ShownTimeLimit(
        entry=Conclusion(result, limit.rule, language),
        limit=limit,
        headline=headline(limit, language, _day),
        note=advice(limit, result, language),
        questions=questions(limit.asks, language)[:MOST_OPEN] if limit.mark else [],
    )


def _day(ordinal: float, language: str) -> str:
    return labels.day(date.fromordinal(int(ordinal)))
