# SPDX-License-Identifier: EUPL-1.2
"""At the linkage unit: from token lists to who is probably who, and plausible linkages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from samvern.linkage.compare import agree
from samvern.linkage.errors import LinkageError
from samvern.linkage.graph import Candidates, Ints
from samvern.linkage.judge import hold_back, limits, unlike
from samvern.linkage.layout import AT
from samvern.linkage.linkage import Linkage, settle
from samvern.linkage.posterior import coverage, log_odds
from samvern.linkage.rates import pooled_rates
from samvern.linkage.tokens import TokenList
from samvern.linkage.weights import Floats, pair_weights

_CHUNK = 20_000


def match(
    lists: Sequence[TokenList],
    *,
    draws: int = 100,
    seed: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Linkage:
    """Link two or more token lists, each without duplicates of its own.

    Args:
        lists: one a agency, of one project.
        draws: how many plausible linkages to draw.
        seed: of the draws; the same lists and seed give the same bits.
        progress: called with (done, total) pieces.

    Raises:
        LinkageError: fewer than two lists, the same list twice, another project or other keys.
    """
    _check(lists)
    starts = np.concatenate(([0], np.cumsum([part.people for part in lists])))
    left, right, odds, shares = [], [], [], []
    for a, b in combinations(range(len(lists)), 2):
        i, j, weights, unjudged = _weigh(lists[a], lists[b])
        left.append(i + starts[a])
        right.append(j + starts[b])
        sizes = lists[a].people, lists[b].people
        shares.append(_coverage(lists[a], lists[b]))
        odds.append(hold_back(log_odds(weights, *sizes, shares[-1]), unjudged, min(sizes)))
    candidates = Candidates(
        tuple(part.people for part in lists), *map(np.concatenate, (left, right, odds))
    )
    names = tuple(part.name for part in lists)
    return settle(names, candidates, float(np.mean(shares)), draws, seed, progress)


def _coverage(left: TokenList, right: TokenList) -> float:
    born = [AT["birth.year"], AT["birth.day"]]
    whole = [
        float(np.mean(np.all(np.any(side.values[:, :, born] > 0, axis=1), axis=1)))
        for side in (left, right)
    ]
    columns = [AT["number0"], AT["address.exact"]]
    more = [np.any(side.values[:, :, columns] > 0, axis=(0, 1)) for side in (left, right)]
    return coverage("tokens", *whole, more=bool(np.any(more[0] & more[1])))


def _check(lists: Sequence[TokenList]) -> None:
    if len(lists) < 2:
        raise LinkageError("one list alone has nobody to be matched with; give at least two")
    names = [part.name for part in lists]
    if len(set(names)) < len(names):
        raise LinkageError(f"two lists have the same name ({', '.join(names)}); rename one")
    for part in lists[1:]:
        if part.project != lists[0].project:
            raise LinkageError(
                f"{part.name} belongs to project {part.project!r}, "
                f"{lists[0].name} to {lists[0].project!r}; match one project at a time"
            )
        if part.check != lists[0].check:
            raise LinkageError(
                f"{part.name} and {lists[0].name} were not answered with the same two keys "
                "(check values differ); encode one of them again"
            )


def cannot_judge(lists: Sequence[TokenList]) -> list[str]:
    """What the small ones of the lists cannot judge, in sentences."""
    found = []
    for part in lists:
        held = part.values.any(axis=(0, 1))
        found += limits(
            part.name, part.people, family=bool(held[AT["family.exact"]]),
            day=bool(held[AT["birth.day"]]), number=bool(held[AT["number0"]]),
        )  # fmt: skip
    return found


def _weigh(left: TokenList, right: TokenList) -> tuple[Ints, Ints, Floats, NDArray[np.bool_]]:
    """People who share an anchor, the weight of each pair (the best over their names), and
    whether the pair is `unlike` under all of them."""
    rows, slots = meet(left.anchors, right.anchors)
    rates = pooled_rates([left.rates, right.rates])
    weights, unjudged = np.zeros(len(rows)), np.zeros(len(rows), dtype=bool)
    for at in range(0, len(rows), _CHUNK):
        here = slice(at, at + _CHUNK)
        a = left.values[rows[here, 0], slots[here, 0]]
        b = right.values[rows[here, 1], slots[here, 1]]
        seen = agree(a, b)
        weights[here], unjudged[here] = pair_weights(seen, rates), unlike(seen)
    people = np.stack((left.person[rows[:, 0]], right.person[rows[:, 1]]), axis=1).astype(np.int64)
    return of_people(people, weights, unjudged)


def of_people(
    people: Ints, weights: Floats, unjudged: NDArray[np.bool_]
) -> tuple[Ints, Ints, Floats, NDArray[np.bool_]]:
    """From pairs of names, shape (pairs, 2), to pairs of people: the best weight of each."""
    pairs, of_pair = np.unique(people, axis=0, return_inverse=True)
    best, all_unjudged = np.full(len(pairs), -np.inf), np.ones(len(pairs), dtype=bool)
    np.maximum.at(best, of_pair.reshape(-1), weights)
    np.logical_and.at(all_unjudged, of_pair.reshape(-1), unjudged)
    return pairs[:, 0], pairs[:, 1], best, all_unjudged


def meet(
    left: NDArray[np.uint64], right: NDArray[np.uint64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Row pairs that share an anchor, and the slot on each side; one line a row pair."""
    a, b = left.reshape(-1), right.reshape(-1)
    order = np.argsort(b, kind="stable")
    low = np.searchsorted(b[order], a, side="left")
    count = np.where(a == 0, 0, np.searchsorted(b[order], a, side="right") - low)
    mine = np.repeat(np.arange(len(a)), count)
    offset = np.arange(len(mine)) - np.repeat(np.cumsum(count) - count, count)
    theirs = order[np.repeat(low, count) + offset]
    row = np.stack((mine // left.shape[1], theirs // right.shape[1]), axis=1)
    slot = np.stack((mine % left.shape[1], theirs % right.shape[1]), axis=1)
    _, first = np.unique(row, axis=0, return_index=True)
    return row[first], slot[first]
