# SPDX-License-Identifier: EUPL-1.2
"""Numbers and dates that are known within bounds, for one person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from math import inf

from samvern.law.dates import Duration, Holidays, shift
from samvern.law.program import (
    CompareLeaf,
    CompiledProgram,
    ConstValue,
    FactValue,
    PiecesValue,
    RollValue,
    ShiftValue,
)
from samvern.law.situation import Span
from samvern.law.truth import Planes

ANYTHING: Span = (-inf, inf)


class Spans:
    """The values of a program for one person whose dates and numbers are ``facts``."""

    def __init__(
        self, program: CompiledProgram, facts: Mapping[str, Span], holidays: Holidays
    ) -> None:
        self.program, self.facts, self.holidays = program, facts, holidays
        self.done: dict[int, Span] = {}

    def of(self, number: int) -> Span:
        """The bounds of one value."""
        if number not in self.done:
            self.done[number] = self._of(number)
        return self.done[number]

    def compare(self, leaf: CompareLeaf) -> Planes:
        """Whether the comparison certainly and possibly holds."""
        return compare(leaf.op, self.of(leaf.left), self.of(leaf.right))

    def _of(self, number: int) -> Span:
        match self.program.values[number]:
            case FactValue(fact):
                return self.facts.get(fact, ANYTHING)
            case ConstValue(value):
                return value, value
            case RollValue(base):
                return self._moved(base, self.holidays.next_working_day)
            case ShiftValue(base, sign, by):
                durations = [by] if isinstance(by, Duration) else self._durations(by)
                return _hull([self._moved(base, shifter(d, sign)) for d in durations])
            case PiecesValue(_, _, refers) as value:
                pieces = self._pieces(value)
                return _hull([self.of(p) if refers else (p, p) for p in pieces])  # type: ignore[arg-type, misc]
        raise AssertionError

    def _pieces(self, value: PiecesValue) -> list[int | float | Duration]:
        """The pieces whose window the date may be in; none when it may be outside them all."""
        low, high = self.facts.get(value.dated, ANYTHING)
        if low < value.pieces[0][0] or high >= value.pieces[-1][1]:
            return []
        return [piece for start, end, piece in value.pieces if start <= high and low < end]

    def _durations(self, number: int) -> list[Duration]:
        value = self.program.values[number]
        assert isinstance(value, PiecesValue)
        return [piece for piece in self._pieces(value) if isinstance(piece, Duration)]

    def _moved(self, base: int, move: Callable[[date], date]) -> Span:
        low, high = self.of(base)
        return moved(low, move), moved(high, move)


def shifter(by: Duration, sign: int) -> Callable[[date], date]:
    """The function that moves a day by a duration."""
    return lambda day: shift(day, by, sign)


def moved(value: float, move: Callable[[date], date]) -> float:
    """One end of a span after ``move``; without end where the calendar has none."""
    if value in (-inf, inf):
        return value
    try:
        return float(move(date.fromordinal(int(value))).toordinal())
    except (OverflowError, ValueError):
        return inf if value > 1_000_000 else -inf


def _hull(spans: list[Span]) -> Span:
    if not spans:
        return ANYTHING
    return min(low for low, _ in spans), max(high for _, high in spans)


def compare(op: str, a: Span, b: Span) -> Planes:
    """Interval comparison:
    certain when it holds for every pair of values, possible for some pair.
    """
    (a_low, a_high), (b_low, b_high) = a, b
    if op == "<":
        return int(a_high < b_low), int(a_low < b_high)
    if op == "<=":
        return int(a_high <= b_low), int(a_low <= b_high)
    if op == ">":
        return int(a_low > b_high), int(a_high > b_low)
    if op == ">=":
        return int(a_low >= b_high), int(a_high >= b_low)
    same = a_low == a_high == b_low == b_high
    return int(same), int(a_low <= b_high and b_low <= a_high)
