# SPDX-License-Identifier: EUPL-1.2
"""From compared lists to a linkage, the same way for tokens and in the clear."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from samvern.linkage.decide import choose_links
from samvern.linkage.graph import Candidates, Ints
from samvern.linkage.hidden import Pair, draw_hidden
from samvern.linkage.judge import hold_back, unlike
from samvern.linkage.learn import ComparedLists, Learnt, learn
from samvern.linkage.linkage import Linkage
from samvern.linkage.sampler import draw_linkages
from samvern.linkage.weights import Floats

LEAST_LOG_ODDS = -4.0  # pairs below one in fifty are left out
BEHIND = 6.0
_SMALLEST = 0.05  # share of true pairs compared; below this the lists share nothing to count by

Progress = Callable[[int, int], None]


def assemble(
    names: tuple[str, ...], sizes: tuple[int, ...], compared: Sequence[ComparedLists], draws: int,
    seed: int, progress: Progress | None = None,
) -> Linkage:  # fmt: skip
    """Learn how carefully the lists were kept, draw plausible linkages, choose the one to show.

    Args:
        names, sizes: of the lists.
        compared: each two lists, in the order of `combinations`.
        draws, seed, progress: as `match`.
    """
    between = list(combinations(range(len(sizes)), 2))
    learnt = learn(compared)
    candidates = _candidates(sizes, between, compared, learnt).worth(LEAST_LOG_ODDS, BEHIND)
    rng = np.random.default_rng(seed)
    together = draw_linkages(candidates, draws, rng, progress)
    probability = together.mean(axis=0) if len(candidates.left) else np.zeros(0)
    hidden: list[list[Pair]] = []
    for draw in together:
        errors = learnt.draw(rng)
        share = {pair: max(one.coverage(errors), _SMALLEST)
                 for pair, one in zip(between, compared, strict=True)}  # fmt: skip
        hidden.append(draw_hidden(candidates, draw, share, rng))
    shares = dict(zip(between, learnt.coverage, strict=True))
    coverage = _overall(candidates, probability, shares)
    chosen = choose_links(candidates, probability, float(probability.sum()) / coverage)
    return Linkage(names, candidates, probability, chosen, together, coverage, _flat(hidden))


def _candidates(
    sizes: tuple[int, ...],
    between: Sequence[Pair],
    compared: Sequence[ComparedLists],
    learnt: Learnt,
) -> Candidates:
    starts = np.concatenate(([0], np.cumsum(sizes)))
    found = []
    for (a, b), one, odds in zip(between, compared, learnt.odds, strict=True):
        i, j, best, unjudged = of_people(one.people, odds, unlike(one.seen))
        best = hold_back(best, unjudged, min(sizes[a], sizes[b]))
        found.append((i + starts[a], j + starts[b], best))
    return Candidates(sizes, *(np.concatenate(part) for part in zip(*found, strict=True)))


def of_people(
    people: Ints, weights: Floats, unjudged: NDArray[np.bool_]
) -> tuple[Ints, Ints, Floats, NDArray[np.bool_]]:
    """From pairs of names, shape (pairs, 2), to pairs of people: the best weight of each, and
    whether it cannot be judged under any of their names."""
    pairs, of_pair = np.unique(people, axis=0, return_inverse=True)
    best, all_unjudged = np.full(len(pairs), -np.inf), np.ones(len(pairs), dtype=bool)
    np.maximum.at(best, of_pair.reshape(-1), weights)
    np.logical_and.at(all_unjudged, of_pair.reshape(-1), unjudged)
    return pairs[:, 0], pairs[:, 1], best, all_unjudged


def _overall(candidates: Candidates, probability: Floats, coverage: Mapping[Pair, float]) -> float:
    """Share of all true pairs that are compared, each two lists by their own share."""
    list_of = candidates.list_of
    a, b = list_of[candidates.left], list_of[candidates.right]
    seen = {pair: float(probability[(a == pair[0]) & (b == pair[1])].sum()) for pair in coverage}
    all_of = sum(seen[pair] / max(share, _SMALLEST) for pair, share in coverage.items())
    return sum(seen.values()) / all_of if all_of else float(np.mean(list(coverage.values())))


def _flat(hidden: Sequence[Sequence[Pair]]) -> Ints:
    rows = [(draw, a, b) for draw, pairs in enumerate(hidden) for a, b in pairs]
    return np.array(rows, dtype=np.int64).reshape(-1, 3)
