# SPDX-License-Identifier: EUPL-1.2
"""When a clock starts and ends, over everything that is still possible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from samvern.law.dates import Duration, Holidays
from samvern.law.program import CompiledProgram, PiecesValue, facts_of
from samvern.law.situation import Span
from samvern.law.spans import ANYTHING, Spans
from samvern.law.truth import Truth

STATES = ("unknown", "not_started", "running", "may_run", "expired")


@dataclass(frozen=True, slots=True)
class ClockTimes:
    """When a clock starts and ends, as far as known; ``state`` on the day asked.

    ``running`` is certain. ``may_run``: it is open whether it applies, or which day it ends, and it
    is not certainly over. ``told``: an answer about its days was given, so its end is no guess.
    """

    start: Span
    end: Span
    state: str
    told: bool

    @property
    def earliest(self) -> float:
        """The earliest day it can end on (an ordinal); ``-inf`` while any day is possible."""
        return self.end[0] if self.end[0] != inf else -inf

    @property
    def exact(self) -> bool:
        """Whether it can end on one day only."""
        return self.end[0] == self.end[1]


class WordedDays(Spans):
    """Bounds over the days on which a clock has a wording at all; on others it does not run."""

    def _pieces(self, value: PiecesValue) -> list[int | float | Duration]:
        low, high = self.facts.get(value.dated, ANYTHING)
        return [piece for start, end, piece in value.pieces if start <= high and low < end]


class Clocks:
    """The clocks of one person on one day.

    ``still_on``: no day was told for the event, so it may have ended on any day so far, or not yet.
    """

    def __init__(
        self,
        program: CompiledProgram,
        facts: Mapping[str, Span],
        holidays: Holidays,
        still_on: bool,
    ) -> None:
        self.program, self.asked = program, facts["asked_on"]
        told = {"event_on": (-inf, self.asked[1])} if still_on else {}
        self.spans = WordedDays(program, {**facts, **told}, holidays)
        self.dates = frozenset(facts) - {"asked_on"} - told.keys()

    def times(self, id: str, value: Truth) -> ClockTimes:
        """One clock, given whether it applies."""
        start, end = (self.spans.of(number) for number in self.program.clocks[id])
        state = _state(start, end, self.asked, value)
        return ClockTimes(start, end, state, bool(self.facts(id) & self.dates))

    def facts(self, id: str) -> set[str]:
        """The facts its two days rest on, the two dates among them."""
        numbers = self.program.clocks[id]
        return set[str]().union(*(facts_of(self.program, number) for number in numbers))

    def waits(self, id: str) -> list[str]:
        """Those of them that are not known to the day."""
        spans = self.spans.facts
        known = {name for name, (low, high) in spans.items() if low == high}
        return sorted(self.facts(id) - known)


def _state(start: Span, end: Span, asked: Span, value: Truth) -> str:
    if start[0] == -inf and end[0] == -inf and end[1] == inf:
        return "unknown"
    if asked[1] < start[0]:
        return "not_started"
    if asked[0] > end[1]:
        return "expired"
    begun = start[1] <= asked[0] or start == ANYTHING
    sure = begun and end[0] == end[1] and asked[1] <= end[0]
    return "running" if sure and value is not Truth.UNKNOWN else "may_run"
