# SPDX-License-Identifier: EUPL-1.2
"""The day's assignment: many requests and all free rooms at once, in a stated, fair order.

Who is served is decided by the order alone: in danger first, then children, then who has waited
longest; an earlier one is never left out to serve a later one, nor two. Among all ways to serve
just those, the one with the most points of fit is taken. Both follow from one assignment problem:
the sets of requests that can be served together are a matroid, so weights of which each exceeds
all points of fit together give the set that a greedy choice gives (Edmonds 1971). Only sure fits
are assigned; what must be asked is for people.

It is exact. Each request begins with a short list of its best rooms. A room left off a list is no
better than any on it; so if each list holds a room nobody has got, that one's worth bounds what
the rooms left off could add, and the prices of linear programming prove the answer for all rooms.
Lists that are used up are made longer, and it is solved again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from samvern.places.matching.hard_rules import SURE
from samvern.places.matching.soft_rules import WEIGHTS
from samvern.places.matching.traits import PlaceTraits, RequestTraits
from support.rule_columns import RuleColumns

NOBODY = -1
SHORT = 24
"""Rooms on a list to begin with."""
MOST = sum(WEIGHTS.values()) + 1
"""More than the points any fit can have."""
SPREAD = 7919
"""A prime: lists of requests that like the same rooms as well begin at different ones."""
Rooms = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class RoomFits:
    """The rooms that surely fit each request, with their points."""

    count: int
    """Rooms in all."""
    rooms: list[Rooms]
    points: list[Rooms]


@dataclass(frozen=True, slots=True)
class Assignment:
    """The room of each request (or ``NOBODY``), in the order the requests were given."""

    rooms: Rooms
    points: int
    """The sum of the points of fit."""

    @property
    def served(self) -> int:
        """How many have got a room."""
        return int((self.rooms != NOBODY).sum())


def sure_fits(places: Sequence[PlaceTraits], requests: Sequence[RequestTraits]) -> RoomFits:
    """All pairs in which no hard rule is broken and nothing must be asked."""
    columns = RuleColumns(places)
    found = RoomFits(len(places), [], [])
    for request in requests:
        rooms = np.flatnonzero(columns.verdicts(request) == SURE)
        found.rooms.append(rooms)
        found.points.append(columns.points(request)[rooms].astype(np.int64))
    return found


def assign(fits: RoomFits) -> Assignment:
    """The best assignment; requests are in their fair order, the first to be served first."""
    long = [SHORT] * len(fits.rooms)
    while True:
        lists = [_best(fits, row, long[row]) for row in range(len(long))]
        taken = _solve(fits, lists)
        used = np.zeros(fits.count + 1, dtype=bool)
        used[taken] = True
        short = [
            row
            for row, kept in enumerate(lists)
            if len(kept) < len(fits.rooms[row]) and used[fits.rooms[row][kept]].all()
        ]
        if not short:
            return _assigned(fits, taken)
        for row in short:
            long[row] *= 4


def _best(fits: RoomFits, row: int, long: int) -> Rooms:
    """Where the best rooms of a request stand in its list of all."""
    points = fits.points[row]
    if len(points) <= long:
        return np.arange(len(points))
    turned = (fits.rooms[row] + row * SPREAD) % fits.count
    return np.argpartition(turned - points * fits.count, long - 1)[:long]


def _solve(fits: RoomFits, lists: list[Rooms]) -> Rooms:
    """The room of each request, where it may have one of its list or none."""
    count = len(lists)
    if not count:
        return np.empty(0, dtype=np.int64)
    order = MOST * count * np.arange(count, 0, -1, dtype=np.float64)
    rooms = [fits.rooms[row][kept] for row, kept in enumerate(lists)]
    columns, at = np.unique(np.concatenate(rooms), return_inverse=True)
    sizes = [len(kept) for kept in rooms]
    rows = np.concatenate([np.repeat(np.arange(count), sizes), np.arange(count)])
    ends = np.concatenate([at, len(columns) + np.arange(count)])
    worth = [fits.points[row][kept] + order[row] + 1.0 for row, kept in enumerate(lists)]
    # No room is worth one: a weight of zero would be no edge.
    weights = np.concatenate([*worth, np.ones(count)])
    graph = csr_array((weights, (rows, ends)), shape=(count, len(columns) + count))
    _rows, chosen = min_weight_full_bipartite_matching(graph, maximize=True)
    named = np.append(columns, np.full(count, NOBODY))
    return named[chosen].astype(np.int64)


def _assigned(fits: RoomFits, taken: Rooms) -> Assignment:
    points = 0
    for row in np.flatnonzero(taken != NOBODY):
        points += int(fits.points[row][np.searchsorted(fits.rooms[row], taken[row])])
    return Assignment(taken, points)
