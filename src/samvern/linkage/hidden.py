# SPDX-License-Identifier: EUPL-1.2
"""People on two lists whom no token shows: how many, and which they may be.

Of the true pairs of two lists a share c is compared (`learn`). Where a draw joins F of the pairs
compared, the pairs not compared are NegativeBinomial(F, c), the distribution of failures before
the F-th success. Nothing says which records they are, so they are drawn among the people of the
draw who are on the one list and not on the other. A draw without them has too few people on
several lists, and the hidden population comes out too large.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from samvern.linkage.decide import JoinedRecords
from samvern.linkage.graph import Candidates

# A record that shares nothing with one record of a person has mistakes, and mostly shares nothing
# with that person's others either: how much less likely each further such pair makes it.
FURTHER = 0.25
_TRIES = 200

Pair = tuple[int, int]


def draw_hidden(
    candidates: Candidates,
    together: NDArray[np.bool_],
    coverage: Mapping[Pair, float],
    rng: np.random.Generator,
) -> list[Pair]:
    """Pairs of records to join in one draw besides the candidates in `together`.

    Args:
        candidates: the pairs considered.
        together: which of them this draw joins, shape (pairs,).
        coverage: for each two lists, the share of true pairs compared, as of this draw.
    """
    people = JoinedRecords(candidates)
    for pair in np.flatnonzero(together).tolist():
        people.join(int(candidates.left[pair]), int(candidates.right[pair]))
    state = _Membership(people, candidates.list_of.tolist())
    wanted = _wanted(candidates, together, coverage, state.on_both(), rng)
    found: list[Pair] = []
    while any(left > 0 for left in wanted.values()):
        lists = _one_of(wanted, rng)
        records = state.try_pair(*lists, rng)
        if records is None:
            wanted[lists] = 0
            continue
        found.append(records)
        for both in state.join(*records):
            wanted[both] -= 1
    return found


def _wanted(
    candidates: Candidates, together: NDArray[np.bool_], coverage: Mapping[Pair, float],
    on_both: Mapping[Pair, int], rng: np.random.Generator,
) -> dict[Pair, int]:  # fmt: skip
    """Pairs still to be joined between each two lists; those joined through a third list count."""
    list_of = candidates.list_of
    a, b = list_of[candidates.left[together]], list_of[candidates.right[together]]
    wanted = {}
    for (first, second), share in coverage.items():
        seen = int(((a == first) & (b == second)).sum())
        missed = int(rng.negative_binomial(seen, share)) if seen and share < 1 else 0
        wanted[first, second] = seen + missed - on_both.get((first, second), 0)
    return wanted


def _one_of(wanted: Mapping[Pair, int], rng: np.random.Generator) -> Pair:
    lists = [pair for pair, n in wanted.items() if n > 0]
    weight = np.array([wanted[pair] for pair in lists], dtype=float)
    return lists[int(rng.choice(len(lists), p=weight / weight.sum()))]


class _Membership:
    """Who is on which lists, in one draw, while more people are joined."""

    def __init__(self, people: JoinedRecords, list_of: Sequence[int]) -> None:
        self.people, self.list_of = people, list_of
        self.lists = max(list_of, default=0) + 1
        self.records: list[list[int]] = [[] for _ in range(self.lists)]
        self.on: dict[int, set[int]] = {}
        for record, which in enumerate(list_of):
            self.records[which].append(record)
            self.on.setdefault(people.find(record), set()).add(which)

    def on_both(self) -> dict[Pair, int]:
        """People on each two lists."""
        found: dict[Pair, int] = {}
        for on in self.on.values():
            for pair in combinations(sorted(on), 2):
                found[pair] = found.get(pair, 0) + 1
        return found

    def try_pair(self, first: int, second: int, rng: np.random.Generator) -> Pair | None:
        """Two records of people on one of the lists each, whose lists do not meet."""
        for _ in range(_TRIES):
            a = self.records[first][int(rng.integers(len(self.records[first])))]
            b = self.records[second][int(rng.integers(len(self.records[second])))]
            mine, theirs = self.on[self.people.find(a)], self.on[self.people.find(b)]
            further = len(mine) * len(theirs) - 1
            if not mine & theirs and rng.random() < FURTHER**further:
                return a, b
        return None

    def join(self, a: int, b: int) -> list[Pair]:
        """Make two people one; the two lists of every pair of records this joins."""
        mine, theirs = self.people.find(a), self.people.find(b)
        on = self.on.pop(mine), self.on.pop(theirs)
        self.people.join(a, b)
        self.on[self.people.find(a)] = on[0] | on[1]
        return [(min(x, y), max(x, y)) for x in on[0] for y in on[1]]
