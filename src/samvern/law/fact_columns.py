# SPDX-License-Identifier: EUPL-1.2
"""Facts of many people as columns, and the leaves of a program worked out over them.

A column holds one fact for n people. A yes/no fact or one option of a set is two boolean arrays
(certainly, possibly; the same array when nobody is in doubt). A choice is a list of the distinct
sets of options still open and, for each person, which of them. A number or date is two float64
arrays (lowest, highest; dates as ordinals). Shapes are (n,), or () when all share a value.
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
from samvern.law.model import Fact, RuleSet
from samvern.law.program import (
    BitLeaf,
    ChoiceLeaf,
    CompareLeaf,
    CompiledProgram,
    ConstValue,
    FactValue,
    Leaf,
    PiecesValue,
    RollValue,
    ShiftValue,
)
from samvern.law.situation import Situation
from samvern.law.truth import Planes

Bools = NDArray[np.bool_]
Numbers = NDArray[np.float64]
Spans = tuple[Numbers, Numbers]

_UNKNOWN_SPAN: Spans = (np.float64(-np.inf), np.float64(np.inf))  # type: ignore[assignment]
_MIN_DAY, _MAX_DAY = 1.0, 3_652_059.0
_EPOCH = 719_163  # ordinal of 1970-01-01


@dataclass(slots=True)
class FactColumns:
    """The facts of ``count`` people; a fact in no dict is unknown for all of them."""

    count: int
    bits: dict[tuple[str, int], tuple[Bools, Bools]] = field(default_factory=dict)
    choices: dict[str, tuple[list[int], NDArray[np.uint8]]] = field(default_factory=dict)
    spans: dict[str, Spans] = field(default_factory=dict)

    def slice(self, start: int, stop: int) -> FactColumns:
        """The people from ``start`` until ``stop``."""

        def cut(array: Any) -> Any:
            return array[start:stop] if np.ndim(array) else array

        def both(pair: tuple[Any, Any]) -> tuple[Any, Any]:
            first = cut(pair[0])
            return first, first if pair[1] is pair[0] else cut(pair[1])

        return FactColumns(
            min(stop, self.count) - start,
            {key: both(pair) for key, pair in self.bits.items()},
            {fact: (open_, cut(which)) for fact, (open_, which) in self.choices.items()},
            {fact: both(pair) for fact, pair in self.spans.items()},
        )

    def facts(self) -> set[str]:
        """The facts known for anybody."""
        return {fact for fact, _ in self.bits} | self.choices.keys() | self.spans.keys()


def from_situations(ruleset: RuleSet, situations: Sequence[Situation]) -> FactColumns:
    """The columns of people read one by one."""
    columns = FactColumns(len(situations))
    for fact in dict.fromkeys(f for s in situations for f in s.bits):
        pairs = np.array([s.bits.get(fact, (0, 0)) for s in situations], np.uint64)
        for bit in range(max(1, len(ruleset.facts[fact].options))):
            has, lacks = (pairs >> np.uint64(bit) & np.uint64(1)).astype(np.bool_).T
            columns.bits[fact, bit] = (has, ~lacks)
    for fact in dict.fromkeys(f for s in situations for f in s.masks):
        everything = (1 << len(ruleset.facts[fact].options)) - 1
        masks = [s.masks.get(fact, everything) for s in situations]
        places = {mask: n for n, mask in enumerate(dict.fromkeys(masks))}
        which = np.array([places[mask] for mask in masks])
        columns.choices[fact] = (list(places), which)
    for fact in dict.fromkeys(f for s in situations for f in s.spans):
        ends = np.array([s.spans.get(fact, (-np.inf, np.inf)) for s in situations])
        columns.spans[fact] = (ends[:, 0].copy(), ends[:, 1].copy())
    return columns


def from_arrays(ruleset: RuleSet, arrays: Mapping[str, ArrayLike], count: int) -> FactColumns:
    """Columns from plain arrays of length ``count``.

    yes_no: booleans, or 1, 0 and -1 (unknown). choice: number of the option as listed, -1 unknown.
    set: named ``fact.option``, as yes_no. number: floats, nan unknown. date: ordinals, nan unknown.
    Raises InputError.
    """
    columns = FactColumns(count)
    for name, values in arrays.items():
        array = np.asarray(values)
        head, _, tail = name.rpartition(".")
        fact = ruleset.facts.get(name) or ruleset.facts.get(head)
        if fact is None:
            raise InputError(name, "", "is not a fact of this pack")
        if array.shape not in ((count,), ()):
            raise InputError(name, array.shape, f"must have {count} rows")
        _FILL[fact.type](columns, fact, tail if fact.id != name else "", array)
    return columns


def _fill_bits(columns: FactColumns, fact: Fact, option: str, array: NDArray[Any]) -> None:
    bit = fact.places[option] if option else 0
    certain = array if array.dtype == np.bool_ else array == 1
    possible = certain if array.dtype == np.bool_ else array != 0
    columns.bits[fact.id, bit] = (certain, possible)


def _fill_choice(columns: FactColumns, fact: Fact, _: str, array: NDArray[Any]) -> None:
    count = len(fact.options)
    if array.size and (array.min() < -1 or array.max() >= count):
        raise InputError(fact.id, "", f"holds numbers outside -1 to {count - 1}")
    open_ = [1 << n for n in range(count)]
    if array.size and array.min() < 0:
        open_.append((1 << count) - 1)  # -1 picks the last: every option open
    columns.choices[fact.id] = (open_, array)


def _fill_span(columns: FactColumns, fact: Fact, _: str, array: NDArray[Any]) -> None:
    values = array.astype(np.float64, copy=False)
    unknown = np.isnan(values)
    if not unknown.any():
        columns.spans[fact.id] = (values, values)
        return
    columns.spans[fact.id] = (np.where(unknown, -np.inf, values), np.where(unknown, np.inf, values))


_FILL: dict[str, Callable[[FactColumns, Fact, str, NDArray[Any]], None]] = {
    "yes_no": _fill_bits,
    "set": _fill_bits,
    "choice": _fill_choice,
    "number": _fill_span,
    "date": _fill_span,
}


def column_leaves(
    program: CompiledProgram, columns: FactColumns, holidays: Holidays
) -> list[Planes]:
    """The leaves of a program as planes over ``columns.count`` people."""
    everyone = (1 << columns.count) - 1
    leaves: list[Planes] = [(0, everyone)] * len(program.leaves)
    worker = _Worker(program, columns, holidays)
    known = {number for fact in columns.facts() for number in program.leaves_of.get(fact, ())}
    for number in known:
        certain, possible = worker.leaf(program.leaves[number])
        plane = _packed(certain, columns.count)
        same = possible is certain
        leaves[number] = (plane, plane if same else _packed(possible, columns.count))
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
    def __init__(self, program: CompiledProgram, columns: FactColumns, holidays: Holidays) -> None:
        self.program, self.columns, self.holidays = program, columns, holidays
        self.done: dict[int, Spans] = {}

    def leaf(self, leaf: Leaf) -> tuple[Any, Any]:
        match leaf:
            case BitLeaf(fact, bit):
                return self.columns.bits.get((fact, bit), (np.False_, np.True_))
            case ChoiceLeaf(fact, mask):
                return self.choice(*self.columns.choices[fact], mask)
            case CompareLeaf(op, left, right):
                a, b = self.value(left), self.value(right)
                exact = a[0] is a[1] and b[0] is b[1]
                certain, possible = _compare(op, a, b, exact)
                return certain, possible

    def choice(self, open_: list[int], which: Any, mask: int) -> tuple[Any, Any]:
        certain = np.array([not one & ~mask for one in open_])
        possible = np.array([bool(one & mask) for one in open_])
        found = certain[which]
        return found, found if (certain == possible).all() else possible[which]

    def value(self, number: int) -> Spans:
        if number not in self.done:
            self.done[number] = self.fresh(number)
        return self.done[number]

    def fresh(self, number: int) -> Spans:
        match self.program.values[number]:
            case FactValue(fact):
                return self.columns.spans.get(fact, _UNKNOWN_SPAN)
            case ConstValue(value):
                constant: Any = np.float64(value)
                return constant, constant
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


def _compare(op: str, a: Spans, b: Spans, exact: bool) -> tuple[Any, Any]:
    """As ``spans.compare``, over arrays; one array for both planes when every value is exact."""
    (a_low, a_high), (b_low, b_high) = a, b
    holds = _COMPARISONS[op]
    if exact:
        same = holds(a_low, b_low)
        return same, same
    if op in ("<", "<="):
        return holds(a_high, b_low), holds(a_low, b_high)
    if op in (">", ">="):
        return holds(a_low, b_high), holds(a_high, b_low)
    same = (a_low == a_high) & (b_low == b_high) & (a_low == b_low)
    return same, (a_low <= b_high) & (b_low <= a_high)


_COMPARISONS: dict[str, Any] = {
    "<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal, "=": np.equal,
}  # fmt: skip
