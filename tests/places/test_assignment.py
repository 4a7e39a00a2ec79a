# SPDX-License-Identifier: EUPL-1.2
"""The day's assignment: fair by its order, the best fit there is, and never a hard rule broken."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from samvern.places.matching.hard_rules import SURE
from samvern.places.matching.ranking import judge
from samvern.places.matching.traits import PlaceTraits, RequestTraits
from support.day_assignment import MOST, NOBODY, RoomFits, assign, sure_fits
from support.traits import place_traits, request_traits

POINTS = st.integers(-1, 60)
TABLES = st.integers(1, 12).flatmap(
    lambda rooms: st.lists(st.lists(POINTS, min_size=rooms, max_size=rooms), min_size=1, max_size=8)
)


def as_fits(table: list[list[int]]) -> RoomFits:
    matrix = np.array(table, dtype=np.int64).reshape(len(table), -1)
    rooms = [np.flatnonzero(row != NOBODY) for row in matrix]
    return RoomFits(
        matrix.shape[1], rooms, [row[at] for row, at in zip(matrix, rooms, strict=True)]
    )


def greedy(table: list[list[int]]) -> set[int]:
    """Who is served when each in turn is, if those before can all keep a room: the stated order."""
    holder: dict[int, int] = {}

    def find(row: int, seen: set[int]) -> bool:
        for room, points in enumerate(table[row]):
            if points == NOBODY or room in seen:
                continue
            seen.add(room)
            if room not in holder or find(holder[room], seen):
                holder[room] = row
                return True
        return False

    return {row for row in range(len(table)) if find(row, set())}


def optimum(table: list[list[int]]) -> int:
    """The points of the best assignment of those who are served, by another solver."""
    served = sorted(greedy(table))
    matrix: NDArray[np.float64] = np.array([table[row] for row in served], dtype=float)
    if not served:
        return 0
    matrix[matrix == NOBODY] = -1e6
    rows, columns = linear_sum_assignment(matrix, maximize=True)
    return int(matrix[rows, columns].sum())


@given(TABLES)
def test_who_is_served_follows_the_order_and_the_fit_is_the_best(table: list[list[int]]) -> None:
    found = assign(as_fits(table))
    served = [int(room) for room in found.rooms if room != NOBODY]
    assert len(set(served)) == len(served), "no room twice"
    assert set(np.flatnonzero(found.rooms != NOBODY).tolist()) == greedy(table)
    assert found.points == optimum(table)


@given(st.lists(place_traits, max_size=8), st.lists(request_traits, max_size=6))
def test_only_what_surely_fits_is_assigned(
    places: list[PlaceTraits], requests: list[RequestTraits]
) -> None:
    found = assign(sure_fits(places, requests))
    for request, room in zip(requests, found.rooms, strict=True):
        if room != NOBODY:
            assert judge(places[room], request).verdict == SURE


def test_short_lists_give_the_answer_of_all() -> None:
    """Many want the same few rooms, so that lists run out and are made longer."""
    chance = np.random.default_rng(7)
    table = np.where(chance.random((60, 90)) < 0.9, chance.integers(0, 6, (60, 90)), NOBODY)
    table[:, :20] = 50
    found = assign(as_fits(table.tolist()))
    assert found.served == 60 and found.points == optimum(table.tolist())
    assert MOST > 60
