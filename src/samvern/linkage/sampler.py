# SPDX-License-Identifier: EUPL-1.2
"""Plausible linkages: draws from the posterior over who is who.

A linkage is a partition of all records into people with at most one record a list (Sadinle
2017 for two lists; Steorts, Hall & Fienberg 2016 for several). Its probability is proportional
to the product of the pair odds inside each person. Connected pieces are independent:

* one pair: a Bernoulli draw, exact;
* two lists and few pairs: every matching is listed and drawn from, exact;
* otherwise: Gibbs steps that take one record out and put it back (Neal 2000, algorithm 3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from samvern.linkage.graph import Candidates, Ints

EXACT_PAIRS = 12
BURN_IN = 60
# Inside one person, a pair that shares no anchor at all. A record with mistakes shares none with
# any of the others, so that each further pair says less than one pair by itself would.
UNSEEN_LOG_ODDS = -1.5

Draws = NDArray[np.bool_]


def draw_linkages(
    candidates: Candidates,
    draws: int,
    rng: np.random.Generator,
    progress: Callable[[int, int], None] | None = None,
) -> Draws:
    """Which candidate pairs are together in each draw, shape (draws, pairs)."""
    together = np.zeros((draws, len(candidates.left)), dtype=bool)
    pieces = candidates.pieces()
    single = np.array([p[0] for p in pieces if len(p) == 1], dtype=np.int64)
    together[:, single] = rng.random((draws, len(single))) < expit(candidates.odds[single])
    larger = [piece for piece in pieces if len(piece) > 1]
    for n, piece in enumerate(larger):
        two_lists = len(candidates.sizes) == 2
        draw = _exact if two_lists and len(piece) <= EXACT_PAIRS else _gibbs
        together[:, piece] = draw(candidates, piece, draws, rng)
        if progress is not None:
            progress(n + 1, len(larger))
    return together


def _exact(candidates: Candidates, piece: Ints, draws: int, rng: np.random.Generator) -> Draws:
    """Draw from all one-to-one matchings of the piece, listed."""
    ends = list(zip(candidates.left[piece].tolist(), candidates.right[piece].tolist(), strict=True))
    chosen = np.array(list(_matchings(ends)), dtype=bool)
    weight = chosen @ candidates.odds[piece]
    chance = np.exp(weight - weight.max())
    return np.asarray(chosen[rng.choice(len(chosen), size=draws, p=chance / chance.sum())])


def _matchings(ends: list[tuple[int, int]]) -> Iterable[list[bool]]:
    if not ends:
        yield []
        return
    (left, right), rest = ends[0], ends[1:]
    for tail in _matchings(rest):
        yield [False, *tail]
        used = {end for pair, take in zip(rest, tail, strict=True) if take for end in pair}
        if left not in used and right not in used:
            yield [True, *tail]


def _gibbs(candidates: Candidates, piece: Ints, draws: int, rng: np.random.Generator) -> Draws:
    walk = _Walk(candidates, piece)
    for _ in range(BURN_IN):
        walk.sweep(rng)
    found = np.zeros((draws, len(piece)), dtype=bool)
    for draw in range(draws):
        walk.sweep(rng)
        walk.sweep(rng)
        found[draw] = [walk.person[a] == walk.person[b] for a, b in walk.ends]
    return found


class _Walk:
    """The state of one Gibbs chain over one piece: which person each record is."""

    def __init__(self, candidates: Candidates, piece: Ints) -> None:
        pairs = zip(candidates.left[piece].tolist(), candidates.right[piece].tolist(), strict=True)
        self.ends = list(pairs)
        self.odds = {
            frozenset(end): float(odds)
            for end, odds in zip(self.ends, candidates.odds[piece], strict=True)
        }
        self.records = sorted({record for end in self.ends for record in end})
        list_of = candidates.list_of
        self.list_of = {record: int(list_of[record]) for record in self.records}
        self.near: dict[int, list[int]] = {record: [] for record in self.records}
        for a, b in self.ends:
            self.near[a].append(b)
            self.near[b].append(a)
        self.person = {record: n for n, record in enumerate(self.records)}
        self.members = {n: {record} for n, record in enumerate(self.records)}
        self.free: list[int] = []

    def sweep(self, rng: np.random.Generator) -> None:
        """Take each record out once and put it back with its full conditional probability."""
        uniforms = rng.random(len(self.records))
        for record, uniform in zip(self.records, uniforms, strict=True):
            self._move(record, float(uniform))

    def _move(self, record: int, uniform: float) -> None:
        self.members[self.person[record]].discard(record)
        if not self.members[self.person[record]]:
            self.free.append(self.person[record])
        near = dict.fromkeys(self.person[other] for other in self.near[record])
        homes = [p for p in near if self._open_to(record, p)]
        weights = np.array([0.0, *(self._odds(record, p) for p in homes)])
        chance = np.cumsum(np.exp(weights - weights.max()))
        choice = int(np.searchsorted(chance, uniform * chance[-1], side="right"))
        home = self.free.pop() if choice == 0 else homes[min(choice, len(homes)) - 1]
        self.person[record] = home
        self.members[home].add(record)

    def _open_to(self, record: int, person: int) -> bool:
        mine = self.list_of[record]
        members = self.members[person]
        return bool(members) and all(self.list_of[other] != mine for other in members)

    def _odds(self, record: int, person: int) -> float:
        return sum(
            self.odds.get(frozenset((record, other)), UNSEEN_LOG_ODDS)
            for other in sorted(self.members[person])
        )
