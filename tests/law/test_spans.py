# SPDX-License-Identifier: EUPL-1.2
"""Values known within bounds: the bounds are those of every single value that is possible."""

from datetime import date
from itertools import product
from math import inf
from operator import eq, ge, gt, le, lt
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.law.dates import Duration, Holidays, shift
from samvern.law.program import (  # fmt: skip
    CompareLeaf,
    ConstValue,
    FactValue,
    PiecesValue,
    RollValue,
    ShiftValue,
    Value,
)
from samvern.law.situation import Span
from samvern.law.spans import Spans, compare

NORWAY = Holidays(frozenset({(5, 17), (12, 25)}), frozenset({-3, -2, 0, 1, 39, 49, 50}))
OPS = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq}
MONTH, TEN = Duration(1, 0, "1 month"), Duration(0, 10, "10 days")
START = date(2026, 1, 1).toordinal()
BOUNDS = st.tuples(st.integers(START, START + 500), st.integers(0, 40)).map(
    lambda drawn: (float(drawn[0]), float(drawn[0] + drawn[1]))
)


def spans(facts: dict[str, Span], *values: Value) -> Spans:
    program: Any = SimpleNamespace(values=values)
    return Spans(program, facts, NORWAY)


@pytest.mark.parametrize("op", OPS)
def test_a_comparison_is_what_every_pair_of_values_says(op: str) -> None:
    intervals = [(a, b) for a in range(4) for b in range(a, 4)]
    for (a, b), (c, d) in product(intervals, repeat=2):
        worlds = [OPS[op](x, y) for x in range(a, b + 1) for y in range(c, d + 1)]
        assert compare(op, (a, b), (c, d)) == (int(all(worlds)), int(any(worlds)))


@given(BOUNDS, st.sampled_from([1, -1]), st.sampled_from([MONTH, TEN, Duration(13, 5, "")]))
def test_a_moved_day_is_between_the_moves_of_its_ends(
    bounds: Span, sign: int, by: Duration
) -> None:
    found = spans({"d": bounds}, FactValue("d"), ShiftValue(0, sign, by)).of(1)
    days = [date.fromordinal(n) for n in range(int(bounds[0]), int(bounds[1]) + 1)]
    moved = [shift(day, by, sign).toordinal() for day in days]
    assert found == (min(moved), max(moved))


@given(BOUNDS)
def test_a_day_that_rolls_is_between_the_rolls_of_its_ends(bounds: Span) -> None:
    found = spans({"d": bounds}, FactValue("d"), RollValue(0)).of(1)
    days = [date.fromordinal(n) for n in range(int(bounds[0]), int(bounds[1]) + 1)]
    rolled = [NORWAY.next_working_day(day).toordinal() for day in days]
    assert found == (min(rolled), max(rolled))


PIECES = ((10, 20, 3.0), (20, 30, 1.0), (30, 40, 2.0))


@pytest.mark.parametrize(
    ("dated", "value"),
    [
        ((10, 10), (3, 3)), ((19, 19), (3, 3)), ((20, 20), (1, 1)), ((39, 39), (2, 2)),
        ((19, 20), (1, 3)), ((20, 30), (1, 2)), ((10, 39), (1, 3)), ((9, 9), (-inf, inf)),
        ((9, 20), (-inf, inf)), ((39, 40), (-inf, inf)), ((40, 40), (-inf, inf)),
        ((-inf, inf), (-inf, inf)), (None, (-inf, inf)),
    ],
)  # fmt: skip
def test_a_dated_value_is_that_of_the_windows_the_day_may_be_in(
    dated: Span | None, value: Span
) -> None:
    known = {} if dated is None else {"on": dated}
    assert spans(known, PiecesValue("on", PIECES, refers=False)).of(0) == value


def test_a_dated_value_may_be_another_value() -> None:
    pieces = ((10, 20, 0), (20, 30, 1))
    values = FactValue("d"), ConstValue(7), PiecesValue("on", pieces, refers=True)
    assert spans({"on": (15, 15), "d": (2, 5)}, *values).of(2) == (2, 5)
    assert spans({"on": (25, 25), "d": (2, 5)}, *values).of(2) == (7, 7)
    assert spans({"on": (15, 25), "d": (2, 5)}, *values).of(2) == (2, 7)


def test_a_dated_duration_moves_by_each_that_may_be_meant() -> None:
    by = PiecesValue("on", ((10, 20, MONTH), (20, 30, TEN)), refers=False)
    day = float(date(2026, 3, 1).toordinal())
    values = FactValue("d"), by, ShiftValue(0, 1, 1), ShiftValue(0, -1, 1)
    found = spans({"on": (15, 25), "d": (day, day)}, *values)
    assert found.of(2) == (day + 10, day + 31)
    assert found.of(3) == (day - 28, day - 10)
    assert spans({"on": (9, 25), "d": (day, day)}, *values).of(2) == (-inf, inf)


@pytest.mark.parametrize(
    ("day", "sign", "moved"),
    [
        (date.max.toordinal(), 1, inf), (1, -1, -inf), (inf, 1, inf), (-inf, -1, -inf),
        (date.max.toordinal() - 366, 1, date.max.toordinal() - 1),
    ],
)  # fmt: skip
def test_a_day_beyond_the_calendar_has_no_end(day: float, sign: int, moved: float) -> None:
    year = Duration(12, 0, "1 year")
    assert spans({"d": (day, day)}, FactValue("d"), ShiftValue(0, sign, year)).of(1)[0] == moved


def test_what_nobody_knows_may_be_anything() -> None:
    found = spans({"d": (3, 5)}, FactValue("other"), ConstValue(4), FactValue("d"))
    assert (found.of(0), found.of(1), found.of(2)) == ((-inf, inf), (4, 4), (3, 5))
    assert found.compare(CompareLeaf("<", 1, 2)) == (0, 1)
    assert found.compare(CompareLeaf("<=", 2, 1)) == (0, 1)
    assert found.compare(CompareLeaf(">", 2, 0)) == (0, 1)
