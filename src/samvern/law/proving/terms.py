# SPDX-License-Identifier: EUPL-1.2
"""Values as terms of one fact each: a day moved by durations, or a constant.

What depends on a dated parameter becomes several terms, each with the window of days it is for. A
term never falls when its fact rises (a later day moved by the same duration is never earlier), and
everything in ``order`` rests on that.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from samvern.law.dates import Duration, Holidays, easter
from samvern.law.program import (
    CompiledProgram,
    ConstValue,
    FactValue,
    PiecesValue,
    RollValue,
    ShiftValue,
)
from samvern.law.spans import moved, shifter


@dataclass(frozen=True, slots=True)
class DateMove:
    """A duration forwards or backwards; ``by`` None: on to the next working day.

    ``rest``: the most days that may take.
    """

    by: Duration | None
    sign: int = 1
    rest: int = 0


@dataclass(frozen=True, slots=True)
class ValueTerm:
    """``fact`` after ``moves``, or the constant ``value`` after them where ``fact`` is empty."""

    fact: str
    moves: tuple[DateMove, ...] = ()
    value: float = 0.0


@dataclass(frozen=True, slots=True)
class Window:
    """``fact`` may lie on or after ``start`` and before ``end``."""

    fact: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class PossibleTerm:
    """What a value may be where the dates touch all of ``windows``."""

    windows: tuple[Window, ...]
    term: ValueTerm


@dataclass(frozen=True, slots=True)
class WindowGroup:
    """The windows of a value that depends on a date: where ``within`` are open, the date lies
    within the first and the last of ``windows`` and touches one of them, or nothing is known."""

    within: tuple[Window, ...]
    windows: tuple[Window, ...]


class Terms:
    """The values of a program as terms."""

    def __init__(self, program: CompiledProgram, holidays: Holidays) -> None:
        self.program, self.holidays = program, holidays
        self._ways: dict[int, tuple[PossibleTerm, ...]] = {}
        self._groups: dict[int, tuple[WindowGroup, ...]] = {}

    def ways(self, number: int) -> tuple[PossibleTerm, ...]:
        """What a value may be."""
        if number not in self._ways:
            self._ways[number] = tuple(self._of(number))
        return self._ways[number]

    def groups(self, number: int) -> tuple[WindowGroup, ...]:
        """What must be covered for a value to be known."""
        if number not in self._groups:
            self._groups[number] = tuple(self._grouped(number))
        return self._groups[number]

    def _grouped(self, number: int) -> Iterator[WindowGroup]:
        match self.program.values[number]:
            case RollValue(base):
                yield from self.groups(base)
            case ShiftValue(base, _, by):
                yield from self.groups(base)
                yield from self.groups(by) if isinstance(by, int) else ()
            case PiecesValue(dated, pieces, refers):
                windows = tuple(Window(dated, start, end) for start, end, _ in pieces)
                yield WindowGroup((), windows)
                for window, (_, _, piece) in zip(windows, pieces, strict=True):
                    for group in self.groups(int(piece)) if refers else ():  # type: ignore[arg-type]
                        yield WindowGroup((window, *group.within), group.windows)

    def _of(self, number: int) -> Iterator[PossibleTerm]:
        match self.program.values[number]:
            case FactValue(fact):
                yield PossibleTerm((), ValueTerm(fact))
            case ConstValue(value):
                yield PossibleTerm((), ValueTerm("", (), value))
            case RollValue(base):
                for way in self.ways(base):
                    yield _moved(way, (), DateMove(None, rest=longest_rest(self.holidays)))
            case ShiftValue(base, sign, by):
                for way in self.ways(base):
                    for windows, duration in self._durations(by):
                        yield _moved(way, windows, DateMove(duration, sign))
            case PiecesValue(dated, pieces, refers):
                for start, end, piece in pieces:
                    window = Window(dated, start, end)
                    if refers:
                        for way in self.ways(int(piece)):  # type: ignore[arg-type]
                            yield PossibleTerm((window, *way.windows), way.term)
                    elif not isinstance(piece, Duration):
                        yield PossibleTerm((window,), ValueTerm("", (), float(piece)))

    def _durations(self, by: Duration | int) -> Iterator[tuple[tuple[Window, ...], Duration]]:
        if isinstance(by, Duration):
            yield (), by
            return
        value = self.program.values[by]
        assert isinstance(value, PiecesValue)
        for start, end, piece in value.pieces:
            assert isinstance(piece, Duration)
            yield (Window(value.dated, start, end),), piece

    def at(self, term: ValueTerm, value: float) -> float:
        """A term where its fact is ``value``, as the kernel works it out."""
        for move in term.moves:
            value = moved(value, self._mover(move))
        return value

    def constant(self, term: ValueTerm) -> float | None:
        """What a term is whatever the facts are, if it is that."""
        return None if term.fact else self.at(term, term.value)

    def _mover(self, move: DateMove) -> Callable[[date], date]:
        return shifter(move.by, move.sign) if move.by else self.holidays.next_working_day


def _moved(way: PossibleTerm, windows: tuple[Window, ...], move: DateMove) -> PossibleTerm:
    term = way.term
    return PossibleTerm(
        (*way.windows, *windows), ValueTerm(term.fact, (*term.moves, move), term.value)
    )


def reach(term: ValueTerm) -> tuple[float, float]:
    """Least and most days by which the moves of a term take a day onwards."""
    low = high = 0.0
    for move in term.moves:
        least, most = _reach(move)
        low, high = low + least, high + most
    return low, high


def _reach(move: DateMove) -> tuple[float, float]:
    if move.by is None:
        return 0.0, float(move.rest)
    least, most = _months(move.sign * move.by.months)
    return least + move.sign * move.by.days, most + move.sign * move.by.days


@lru_cache(maxsize=8)
def longest_rest(holidays: Holidays) -> int:
    """The most days from a day off to the next working day, in any year of the calendar.

    One year stands for all that begin on the same weekday, are as long, and have the same Easter.
    """
    kinds = {
        (date(year, 1, 1).weekday(), isleap(year), (easter(year) - date(year, 1, 1)).days): year
        for year in range(2, 9999)
    }
    return max(_longest_rest(holidays, year) for year in kinds.values())


def _longest_rest(holidays: Holidays, year: int) -> int:
    longest = run = 0
    for ordinal in range(date(year - 1, 12, 1).toordinal(), date(year + 1, 1, 1).toordinal()):
        run = run + 1 if holidays.off(date.fromordinal(ordinal)) else 0
        longest = max(longest, run)
    return longest


@lru_cache(maxsize=128)
def _months(months: int) -> tuple[int, int]:
    """Least and most days in that many months, over the 400 years after which the calendar repeats.

    How long they are depends on the month and on its day only at the month's two ends.
    """
    if not months:
        return 0, 0
    lengths = []
    for start in range(12 * 3000, 12 * 3400):
        here, there = _month(start), _month(start + months)
        for day in (1, *range(28, here[1] + 1)):
            lengths.append(there[0] + min(day, there[1]) - here[0] - day)
    return min(lengths), max(lengths)


@lru_cache(maxsize=20_000)
def _month(number: int) -> tuple[int, int]:
    """The ordinal of the day before a month, counted from year 0, and how many days it has."""
    year, month = divmod(number, 12)
    return date(year, month + 1, 1).toordinal() - 1, monthrange(year, month + 1)[1]
