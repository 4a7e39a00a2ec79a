# SPDX-License-Identifier: EUPL-1.2
"""Which days nobody can have been born on: one rule for every door a birth comes in by.

A birth in the future once gave an unborn person the rights of a child. A day known in part is
refused only when none of the days it may be is possible.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from math import inf

from samvern.law.dates import Duration, shift
from samvern.law.errors import InputError
from samvern.law.situation import Span, read_span

BORN = "born_on"
OLDEST = 120
"""Nobody helped here is older: the oldest person known lived to 122, and died in 1997."""
LONGEST = Duration(12 * (OLDEST + 1), 0, "")
"""Whoever was born so long ago, or longer, is older than ``OLDEST``."""
FUTURE, OLD = "future", "old"
_RULES = {
    FUTURE: ("is after {day}, and nobody is born in the future", "correct the day"),
    OLD: (f"would make the person more than {OLDEST} years old on {{day}}", "correct the year"),
}


class BirthError(InputError):
    """A day nobody can have been born on; ``problem`` is ``future`` or ``old``."""

    def __init__(self, value: object, problem: str, on: date) -> None:
        rule, do = _RULES[problem]
        told = f"{do}, or leave it out if it is not known"
        super().__init__(BORN, value, rule.format(day=on.isoformat()), told)
        self.problem = problem


def birth_problem(born: Span, on: date) -> str:
    """``future`` or ``old`` when none of the days in ``born`` is possible on ``on``; else empty."""
    if born[0] > on.toordinal():
        return FUTURE
    return OLD if born[1] <= shift(on, LONGEST, -1).toordinal() else ""


def refuse_birth(facts: Mapping[str, object], on: date) -> None:
    """Refuse facts with a birth that is impossible on ``on``. Raises BirthError, InputError."""
    value = facts.get(BORN)
    if value in (None, "", "unknown"):
        return
    refuse_span(read_span(BORN, value), value, on)


def refuse_span(born: Span, value: object, on: date) -> None:
    """Refuse a birth, given as the days it may be. Raises BirthError."""
    if problem := birth_problem(born, on):
        raise BirthError(value, problem, on)


def last_day(asked: Span) -> date:
    """The last day a question may be asked on, which a birth must not come after."""
    return date.fromordinal(int(asked[1])) if asked[1] != inf else date.max
