# SPDX-License-Identifier: EUPL-1.2
"""Plain mode: one organisation's own records, where nothing needs to be hidden from itself.

The same anchors, levels and weights as the private mode, without keys, without leaving common
anchors out, and with one more look at names that no token can take: how near two spellings are
(`similarity`).
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from samvern.linkage.anchors import SMALL, SMALL_ONLY, anchors
from samvern.linkage.compare import Agreement, Tokens, agree
from samvern.linkage.errors import LinkageError
from samvern.linkage.features import Persona, feature_matrix, personas
from samvern.linkage.graph import Candidates, Ints
from samvern.linkage.judge import hold_back, limits, unlike
from samvern.linkage.linkage import Linkage, settle
from samvern.linkage.match import of_people
from samvern.linkage.names import fold, skeleton
from samvern.linkage.people import Name, Person
from samvern.linkage.posterior import coverage, log_odds
from samvern.linkage.rates import pooled_rates, within_rates
from samvern.linkage.similarity import refine
from samvern.linkage.weights import Floats, pair_weights

MOST_PEOPLE = 100_000  # above this use `scale`
_CHUNK = 20_000
_BLOCK = 400  # people a block may hold on one side before it says too little
_LOOSE_BLOCK = 60
_REFINABLE = 10.0  # a second look at the names cannot lift a pair by more than this

Progress = Callable[[int, int], None]


def link_plain(
    lists: Sequence[tuple[str, Sequence[Person]]],
    *,
    draws: int = 100,
    seed: int = 1,
    progress: Progress | None = None,
) -> Linkage:
    """Link two or more named lists in the clear; otherwise as `match`."""
    sizes = tuple(len(people) for _, people in lists)
    if len(lists) < 2:
        raise LinkageError("one list alone has nobody to be matched with; give at least two")
    _check_size(sum(sizes))
    starts = np.concatenate(([0], np.cumsum(sizes)))
    sides = [_Side(people) for _, people in lists]
    found, shares = [], []
    for a, b in combinations(range(len(lists)), 2):
        i, j, weights, unjudged = _weigh(sides[a], sides[b], _meet(sides[a], sides[b]))
        shares.append(sides[a].coverage(sides[b]))
        odds = log_odds(weights, sizes[a], sizes[b], shares[-1])
        odds = hold_back(odds, unjudged, min(sizes[a], sizes[b]))
        found.append((i + starts[a], j + starts[b], odds))
    candidates = Candidates(sizes, *(np.concatenate(part) for part in zip(*found, strict=True)))
    names = tuple(name for name, _ in lists)
    return settle(names, candidates, float(np.mean(shares)), draws, seed, progress)


def find_duplicates(people: Sequence[Person]) -> list[tuple[int, int, float]]:
    """Pairs of records of one list that are probably one person, the surest first.

    Returns (first, second, probability) for each pair with a probability of at least 0.5.
    """
    _check_size(len(people))
    side = _Side(people)
    rows = [(a, b) for a, b in _meet(side, side) if side.rows[a][0] < side.rows[b][0]]
    i, j, weights, unjudged = _weigh(side, side, rows, within=True)
    odds = log_odds(weights, len(people), max(len(people) // 2, 1), side.coverage(side))
    odds = hold_back(odds, unjudged, len(people))
    chance = 1 / (1 + np.exp(-odds))
    order = np.argsort(-chance, kind="stable")
    return [(int(i[n]), int(j[n]), float(chance[n])) for n in order if chance[n] >= 0.5]


def cannot_judge(name: str, people: Sequence[Person]) -> list[str]:
    """What a small file cannot judge, in sentences."""
    return limits(
        name, len(people), family=any(one.family for p in people for one in p.names),
        day=any(p.birth.day is not None for p in people), number=any(p.numbers for p in people),
    )  # fmt: skip


def _check_size(total: int) -> None:
    if total > MOST_PEOPLE:
        raise LinkageError(
            f"{total:,} records; above {MOST_PEOPLE:,} use --engine duckdb or --engine spark"
        )


class _Side:
    """One list's rows, tokens, rates and blocks."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = people
        self.rows = personas(people)
        values, present = feature_matrix(people, self.rows)
        self.rates = within_rates(values, present)
        numbers = np.ascontiguousarray(values[:, :, :8]).view("<u8")[:, :, 0]
        self.tokens: Tokens = np.where(present, np.maximum(numbers, 1), 0)
        self.person = np.array([i for i, _ in self.rows], dtype=np.int64)
        self.blocks: dict[int, list[int]] = defaultdict(list)
        small = len(people) <= SMALL
        for n, row in enumerate(self.rows):
            for key in dict.fromkeys(_blocks(people, row, small)):
                self.blocks[key].append(n)

    def coverage(self, other: _Side) -> float:
        """Share of the people two sides have in common that `_meet` finds."""
        sides = (self.people, other.people)
        whole = [sum(p.birth.whole for p in side) / len(side) for side in sides]
        more = [any(p.numbers or "address" in p.extras for p in side) for side in sides]
        return coverage("plain", *whole, more=all(more))


def _blocks(people: Sequence[Person], row: Persona, small: bool) -> Iterator[int]:
    person, name = people[row[0]], row[1]
    for kind, text in anchors(person, name):
        if small or kind not in SMALL_ONLY:
            yield zlib.crc32(f"{kind}|{text}".encode())
    place, street = person.extras.get("place", ""), person.extras.get("street_number", "")
    where = sorted(filter(None, (person.extras.get("address"), person.extras.get("address2"))))
    for text in where:
        yield zlib.crc32(f"where|{skeleton(text.replace(' ', ''))}|{street}".encode())
    if place and street:
        yield zlib.crc32(f"place|{skeleton(place.replace(' ', ''))}|{street}".encode())
    if small:
        yield from _loose_blocks(person, name)
        for part in (*name.given, *name.family):
            yield zlib.crc32(f"part|{skeleton(part) or fold(part)}".encode())


def _loose_blocks(person: Person, name: Name) -> Iterator[int]:
    ends = [skeleton(part) or fold(part) for part in (*name.given[:1], *name.family[-1:])]
    yield zlib.crc32(f"tails|{sorted(end[-2:] for end in ends)}".encode())
    for end in ends if person.birth.year is not None else ():
        yield zlib.crc32(f"year-head|{person.birth.year}|{end[:2]}".encode())


def _meet(left: _Side, right: _Side) -> list[tuple[int, int]]:
    most = _BLOCK if len(right.people) <= SMALL else _LOOSE_BLOCK
    pairs = {
        (a, b)
        for key, mine in left.blocks.items()
        if len(theirs := right.blocks.get(key, ())) <= most and len(mine) <= most
        for a in mine
        for b in theirs
    }
    return sorted(pairs)


def _weigh(
    left: _Side, right: _Side, rows: Sequence[tuple[int, int]], within: bool = False
) -> tuple[Ints, Ints, Floats, NDArray[np.bool_]]:
    rates = pooled_rates([left.rates] if within else [left.rates, right.rates])
    a, b = np.array(rows, dtype=np.int64).reshape(-1, 2).T
    weights, unjudged = np.zeros(len(a)), np.zeros(len(a), dtype=bool)
    hopeless = np.log(max(len(left.people), len(right.people))) - _REFINABLE
    for at in range(0, len(a), _CHUNK):
        here = slice(at, at + _CHUNK)
        seen = agree(left.tokens[a[here]], right.tokens[b[here]])
        weights[here], unjudged[here] = pair_weights(seen, rates), unlike(seen)
        hopeful = np.flatnonzero(weights[here] > hopeless)
        again = _look_again(left, right, a[here][hopeful], b[here][hopeful], seen.at(hopeful))
        weights[at + hopeful], unjudged[at + hopeful] = pair_weights(again, rates), unlike(again)
    people = np.stack((left.person[a], right.person[b]), axis=1)
    return of_people(people, weights, unjudged)


def _look_again(
    left: _Side, right: _Side, a: NDArray[np.int64], b: NDArray[np.int64], seen: Agreement
) -> Agreement:
    """Names no token matched may still be near: raise them to "edit"."""
    mine, theirs = [left.rows[n][1] for n in a], [right.rows[n][1] for n in b]
    return replace(
        seen,
        given=refine(seen.given, [n.given for n in mine], [n.given for n in theirs], seen.swapped),
        family=refine(
            seen.family, [n.family for n in mine], [n.family for n in theirs], seen.swapped
        ),
    )
