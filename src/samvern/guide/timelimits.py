# SPDX-License-Identifier: EUPL-1.2
"""Time limits as the answer shows them: the day, how certain it is, and what settles it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samvern.guide import words
from samvern.guide.conclusions import MOST_OPEN, Conclusion, Question, questions
from samvern.law import Result
from samvern.law.limits import Limit, advice, headline, limits

SOON = 14
"""A limit that may end within so many days stands at the top of the page."""


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A limit in one language. ``entry``: the conclusion of its rule.

    ``note`` says what the mark means, what can still be done and whom to call.
    """

    entry: Conclusion
    limit: Limit
    headline: str
    note: str
    questions: list[Question]

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


def time_limits(result: Result, language: str) -> list[TimeLimit]:
    """Every limit that runs, may run or has passed, the earliest first."""
    return [_shown(result, limit, language) for limit in limits(result)]


def _shown(result: Result, limit: Limit, language: str) -> TimeLimit:
    return TimeLimit(
        entry=Conclusion(result, limit.rule, language),
        limit=limit,
        headline=headline(limit, language, _day),
        note=advice(limit, result, language),
        questions=questions(limit.asks, language)[:MOST_OPEN] if limit.mark else [],
    )


def _day(ordinal: float, language: str) -> str:
    return words.day(date.fromordinal(int(ordinal)))
