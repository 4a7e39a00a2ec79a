# SPDX-License-Identifier: EUPL-1.2
"""Facts of many people as columns, and the leaves of a program worked out over them.

A column holds one fact for n people: two uint64 arrays (certain and ruled-out options) for yes/no
facts and sets, one (options still open) for choices, two float64 (lowest, highest; dates as
ordinals) for numbers and dates. Shapes are (n,) or () when all share a value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvern.law.dates import Duration, Holidays
from samvern.law.errors import InputError
from samvern.law.model import Book, Fact
from samvern.law.program import (
    BitLeaf,
    ChoiceLeaf,
    CompareLeaf,
    ConstValue,
    FactValue,
    Leaf,
    PiecesValue,
    Program,
    RollValue,
    ShiftValue,
)  # fmt: skip
from samvern.law.situation import Situation
from samvern.law.truth import Planes

Bits = NDArray[np.uint64]
Numbers = NDArray[np.float64]
Spans = tuple[Numbers, Numbers]

_UNKNOWN_SPAN: Spans = (np.float64(-np.inf), np.float64(np.inf))  # type: ignore[assignment]
_MIN_DAY, _MAX_DAY = 1.0, 3_652_059.0
_EPOCH = 719_163  # ordinal of 1970-01-01


@dataclass(slots=True)
class Columns:
    """The facts of ``count`` people; a fact in no dict is unknown for all of them."""

    count: int
    bits: dict[str, tuple[Bits, Bits]] = field(default_factory=dict)
    masks: dict[str, Bits] = field(default_factory=dict)
    spans: dict[str, Spans] = field(default_factory=dict)

    def slice(self, start: int, stop: int) -> Columns:
        """The people from ``start`` until ``stop``."""

        def cut(array: NDArray[Any]) -> Any:
            return array[start:stop] if np.ndim(array) else array

        return Columns(
            min(stop, self.count) - start,
            {fact: (cut(a), cut(b)) for fact, (a, b) in self.bits.items()},
            {fact: cut(a) for fact, a in self.masks.items()},
            {fact: (cut(a), cut(b)) for fact, (a, b) in self.spans.items()},
        )


def from_situations(situations: Sequence[Situation]) -> Columns:
    """The columns of people read one by one."""
    columns = Columns(len(situations))
    unknown = (0, 0)
    for fact in dict.fromkeys(f for s in situations for f in s.bits):
        pairs = np.array([s.bits.get(fact, unknown) for s in situations], np.uint64)
        columns.bits[fact] = (pairs[:, 0].copy(), pairs[:, 1].copy())
    for fact in dict.fromkeys(f for s in situations for f in s.masks):
        anything = np.uint64(0xFFFF_FFFF_FFFF_FFFF)
        columns.masks[fact] = np.array([s.masks.get(fact, anything) for s in situations], np.uint64)
    for fact in dict.fromkeys(f for s in situations for f in s.spans):
        ends = np.array([s.spans.get(fact, (-np.inf, np.inf)) for s in situations])
        columns.spans[fact] = (ends[:, 0].copy(), ends[:, 1].copy())
    return columns


def from_arrays(book: Book, arrays: Mapping[str, ArrayLike], count: int) -> Columns:
    """Columns from plain arrays of length ``count``.

    yes_no: 1, 0, -1 (unknown) or booleans. choice: number of the option as listed, -1 unknown.
    set: named ``fact.option``, as yes_no. number: floats, nan unknown. date: ordinals, nan unknown.
    Raises InputError.
    """
    columns = Columns(count)
    for name, values in arrays.items():
        array = np.asarray(values)
        head, _, tail = name.rpartition(".")
        fact = book.facts.get(name) or book.facts.get(head)
        if fact is None:
            raise InputError(name, "", "is not a fact of this pack")
        if array.shape not in ((count,), ()):
            raise InputError(name, array.shape, f"must have {count} rows")
        _FILL[fact.type](columns, fact, tail if fact.id != name else "", array)
    return columns


def _fill_bits(columns: Columns, fact: Fact, option: str, array: NDArray[Any]) -> None:
    bit = [o.id for o in fact.options].index(option) if option else 0
    zero = np.zeros((), np.uint64)
    has, lacks = columns.bits.get(fact.id, (zero, zero))
    place = np.uint64(1 << bit)
    columns.bits[fact.id] = (has | (array == 1) * place, lacks | (array == 0) * place)


def _fill_choice(columns: Columns, fact: Fact, _: str, array: NDArray[Any]) -> None:
    one_each = np.array(
        [1 << n for n in range(len(fact.options))] + [(1 << len(fact.options)) - 1], np.uint64
    )
    columns.masks[fact.id] = one_each[array]  # -1 picks the last: every option open


def _fill_span(columns: Columns, fact: Fact, _: str, array: NDArray[Any]) -> None:
    unknown = np.isnan(array.astype(np.float64))
    columns.spans[fact.id] = (np.where(unknown, -np.inf, array), np.where(unknown, np.inf, array))


_FILL: dict[str, Callable[[Columns, Fact, str, NDArray[Any]], None]] = {
    "yes_no": _fill_bits,
    "set": _fill_bits,
    "choice": _fill_choice,
    "number": _fill_span,
    "date": _fill_span,
}


def column_leaves(program: Program, columns: Columns, holidays: Holidays) -> list[Planes]:
    """The leaves of a program as planes over ``columns.count`` people."""
    everyone = (1 << columns.count) - 1
    leaves: list[Planes] = [(0, everyone)] * len(program.leaves)
    worker = _Worker(program, columns, holidays)
    for facts in (columns.bits, columns.masks, columns.spans):
        for fact in facts:
            for number in program.leaves_of.get(fact, ()):
                certain, possible = worker.leaf(program.leaves[number])
                leaves[number] = (_packed(certain, columns.count), _packed(possible, columns.count))
    return leaves


def _packed(holds: Any, count: int) -> int:
    if np.ndim(holds) == 0:
        return (1 << count) - 1 if holds else 0
    return int.from_bytes(np.packbits(holds, bitorder="little").tobytes(), "little")


def unpacked(plane: int, count: int) -> NDArray[np.bool_]:
    """A plane as booleans, shape (count,)."""
    raw = np.frombuffer(plane.to_bytes(-(-count // 8), "little"), np.uint8)
    return np.unpackbits(raw, count=count, bitorder="little").view(np.bool_)


class _Worker:
    def __init__(self, program: Program, columns: Columns, holidays: Holidays) -> None:
        self.program, self.columns, self.holidays = program, columns, holidays
        self.done: dict[int, Spans] = {}

    def leaf(self, leaf: Leaf) -> tuple[Any, Any]:
        match leaf:
            case BitLeaf(fact, bit):
                has, lacks = self.columns.bits[fact]
                place = np.uint64(1 << bit)
                return (has & place) != 0, (lacks & place) == 0
            case ChoiceLeaf(fact, mask):
                open_, inside = self.columns.masks[fact], np.uint64(mask)
                return (open_ & ~inside) == 0, (open_ & inside) != 0
            case CompareLeaf(op, left, right):
                return _compare(op, self.value(left), self.value(right))

    def value(self, number: int) -> Spans:
        if number not in self.done:
            self.done[number] = self.fresh(number)
        return self.done[number]

    def fresh(self, number: int) -> Spans:
        match self.program.values[number]:
            case FactValue(fact):
                return self.columns.spans.get(fact, _UNKNOWN_SPAN)
            case ConstValue(value):
                return np.float64(value), np.float64(value)  # type: ignore[return-value]
            case RollValue(base):
                low, high = self.value(base)
                return self.rolled(low), self.rolled(high)
            case ShiftValue(base, sign, Duration() as by):
                low, high = self.value(base)
                return _shifted(low, by, sign), _shifted(high, by, sign)
            case ShiftValue(base, sign, int(by)):
                return self.pieced(self.program.values[by], base, sign)
            case PiecesValue() as value:
                return self.pieced(value, None, 1)
        raise AssertionError

    def pieced(self, value: Any, base: int | None, sign: int) -> Spans:
        """The hull of the pieces each person's date may be in; unknown outside every window."""
        low_day, high_day = self.columns.spans.get(value.dated, _UNKNOWN_SPAN)
        low: Numbers = np.array(np.inf)
        high: Numbers = np.array(-np.inf)
        for start, end, piece in value.pieces:
            inside = (start <= high_day) & (low_day < end)
            a, b = self.piece(piece, value.refers, base, sign)
            low, high = (
                np.where(inside, np.minimum(low, a), low),
                np.where(inside, np.maximum(high, b), high),
            )
        outside = (low_day < value.pieces[0][0]) | (high_day >= value.pieces[-1][1])
        return np.where(outside, -np.inf, low), np.where(outside, np.inf, high)

    def piece(self, piece: Any, refers: bool, base: int | None, sign: int) -> Spans:
        if isinstance(piece, Duration):
            assert base is not None
            low, high = self.value(base)
            return _shifted(low, piece, sign), _shifted(high, piece, sign)
        return self.value(piece) if refers else (np.float64(piece), np.float64(piece))  # type: ignore[return-value]

    def rolled(self, days: Numbers) -> Numbers:
        known = (days >= _MIN_DAY) & (days <= _MAX_DAY)
        unique, inverse = np.unique(np.where(known, days, 1.0), return_inverse=True)
        next_day = self.holidays.next_working_day
        moved = [next_day(date.fromordinal(int(ordinal))).toordinal() for ordinal in unique]
        return np.where(known, np.array(moved, np.float64)[inverse].reshape(np.shape(days)), days)


def _shifted(days: Numbers, by: Duration, sign: int) -> Numbers:
    """Dates moved as ``dates.shift`` moves them."""
    known = (days >= _MIN_DAY) & (days <= _MAX_DAY)
    if not by.months:
        return np.where(known, days + sign * by.days, days)
    ordinals = np.where(known, days, 1.0).astype(np.int64) - _EPOCH
    day = ordinals.astype("datetime64[D]")
    month = day.astype("datetime64[M]")
    in_month = (day - month.astype("datetime64[D]")).astype(np.int64)
    moved = month + sign * by.months
    length = ((moved + 1).astype("datetime64[D]") - moved.astype("datetime64[D]")).astype(np.int64)
    result = moved.astype("datetime64[D]").astype(np.int64) + np.minimum(in_month, length - 1)
    return np.where(known, result + _EPOCH + sign * by.days, days)


def _compare(op: str, a: Spans, b: Spans) -> tuple[Any, Any]:
    (a_low, a_high), (b_low, b_high) = a, b
    if op == "<":
        return a_high < b_low, a_low < b_high
    if op == "<=":
        return a_high <= b_low, a_low <= b_high
    if op == ">":
        return a_low > b_high, a_high > b_low
    if op == ">=":
        return a_low >= b_high, a_high >= b_low
    same = (a_low == a_high) & (b_low == b_high) & (a_low == b_low)
    return same, (a_low <= b_high) & (b_low <= a_high)
