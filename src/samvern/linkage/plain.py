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
from functools import cached_property, partial
from itertools import combinations

import numpy as np

from samvern.linkage.anchors import SMALL, SMALL_ONLY, anchors
from samvern.linkage.assemble import assemble, of_people
from samvern.linkage.compare import FieldAgreement, Tokens, agree, joined
from samvern.linkage.errors import LinkageError
from samvern.linkage.features import feature_matrix, personas, plain_tokens
from samvern.linkage.graph import Ints
from samvern.linkage.judge import hold_back, limits, unlike
from samvern.linkage.learn import RICH, ComparedLists, also_met
from samvern.linkage.linkage import Linkage
from samvern.linkage.names import fold, skeleton
from samvern.linkage.people import PersonName, PersonRecord
from samvern.linkage.posterior import log_odds
from samvern.linkage.rates import pooled_rates, within_rates
from samvern.linkage.replay import Reach, chance, replay
from samvern.linkage.similarity import refine
from samvern.linkage.strangers import count_strangers
from samvern.linkage.weights import Rates, pair_weights

MOST_PEOPLE = 100_000  # above this use `scale`
_CHUNK = 20_000
_BLOCK = 400  # people a block may hold on one side before it says too little
_LOOSE_BLOCK = 60
COVERAGE = 0.97  # share of one list's doubled records that are compared
_REFINABLE = 10.0  # a second look at the names cannot lift a pair by more than this

Progress = Callable[[int, int], None]


def link_plain(
    lists: Sequence[tuple[str, Sequence[PersonRecord]]],
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
    sides = [_Side(people) for _, people in lists]
    compared = [_compare(a, b) for a, b in combinations(sides, 2)]
    return assemble(tuple(name for name, _ in lists), sizes, compared, draws, seed, progress)


def find_duplicates(people: Sequence[PersonRecord]) -> list[tuple[int, int, float]]:
    """Pairs of records of one list that are probably one person, the surest first.

    Returns (first, second, probability) for each pair with a probability of at least 0.5.
    """
    _check_size(len(people))
    side = _Side(people)
    rows = [(a, b) for a, b in _meet(side, side) if side.rows[a][0] < side.rows[b][0]]
    people_of, seen, rates = _look(side, side, rows)
    found = of_people(people_of, pair_weights(seen, rates), unlike(seen))
    i, j, weights, unjudged = found
    odds = log_odds(weights, len(people), max(len(people) // 2, 1), COVERAGE)
    odds = hold_back(odds, unjudged, len(people))
    chance = 1 / (1 + np.exp(-odds))
    order = np.argsort(-chance, kind="stable")
    return [(int(i[n]), int(j[n]), float(chance[n])) for n in order if chance[n] >= 0.5]


def cannot_judge(name: str, people: Sequence[PersonRecord]) -> list[str]:
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

    def __init__(self, people: Sequence[PersonRecord]) -> None:
        self.people = people
        self.rows = personas(people)
        values, present = feature_matrix(people, self.rows)
        self.rates = within_rates(values, present)
        self.tokens: Tokens = plain_tokens(values, present)
        self.person = np.array([i for i, _ in self.rows], dtype=np.int64)
        self.blocks: dict[int, list[int]] = defaultdict(list)
        small = len(people) <= SMALL
        for n, row in enumerate(self.rows):
            for key in dict.fromkeys(_blocks(people[row[0]], row[1], small)):
                self.blocks[key].append(n)

    @property
    def born(self) -> tuple[float, float]:
        """Share of records with a whole birth date, and with at least its year."""
        births = [person.birth for person in self.people]
        return _mean([b.whole for b in births]), _mean([b.year is not None for b in births])

    @property
    def held(self) -> tuple[float, float]:
        """Share of records with a number, and with an address."""
        return (
            _mean([bool(p.numbers) for p in self.people]),
            _mean(["address" in p.extras for p in self.people]),
        )

    @cached_property
    def strangers(self) -> Reach:
        """As `count_strangers`, of the pairs this list's blocks would compare."""
        rows = [(a, b) for a, b in _meet(self, self) if self.rows[a][0] < self.rows[b][0]]
        return count_strangers(_look(self, self, rows)[1])

    @cached_property
    def reach(self) -> Reach:
        """As `replay`, with this room's blocks and its second look at names."""
        small = len(self.people) <= SMALL
        crowd = {key: len(rows) for key, rows in self.blocks.items()}
        most = _BLOCK if small else _LOOSE_BLOCK
        return replay(self.people, partial(_blocks, small=small), crowd, most, refined=True)


def _mean(held: Sequence[bool]) -> float:
    return sum(held) / max(len(held), 1)


def _blocks(person: PersonRecord, name: PersonName, small: bool) -> Iterator[int]:
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


def _loose_blocks(person: PersonRecord, name: PersonName) -> Iterator[int]:
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


def _compare(left: _Side, right: _Side) -> ComparedLists:
    people, seen, rates = _look(left, right, _meet(left, right))
    whole, year = left.born[0] * right.born[0], left.born[1] * right.born[1]
    reach = chance(left.reach, right.reach)
    sizes = len(left.people), len(right.people)
    also = also_met(left.held, right.held)
    strangers = (left.strangers, right.strangers) if also < RICH else None
    dates = (whole, max(year - whole, 0.0))
    return ComparedLists.of(people, seen, rates, sizes, dates, reach, strangers, also)


def _look(
    left: _Side, right: _Side, rows: Sequence[tuple[int, int]]
) -> tuple[Ints, FieldAgreement, Rates]:
    """People, agreement and rates of the rows, with a second look at names where it can matter."""
    rates = pooled_rates([left.rates] if left is right else [left.rates, right.rates])
    a, b = np.array(rows, dtype=np.int64).reshape(-1, 2).T
    hopeless = np.log(max(len(left.people), len(right.people))) - _REFINABLE
    parts = []
    for at in range(0, max(len(a), 1), _CHUNK):
        here = slice(at, at + _CHUNK)
        seen = agree(left.tokens[a[here]], right.tokens[b[here]])
        hopeful = np.flatnonzero(pair_weights(seen, rates) > hopeless)
        parts.append(_look_again(left, right, a[here], b[here], seen, hopeful))
    return np.stack((left.person[a], right.person[b]), axis=1), joined(parts), rates


def _look_again(
    left: _Side, right: _Side, a: Ints, b: Ints, seen: FieldAgreement, hopeful: Ints
) -> FieldAgreement:
    """Names no token matched may still be near: raise them to "edit"."""
    mine, theirs = ([side.rows[n][1] for n in rows[hopeful]] for side, rows in
                    ((left, a), (right, b)))  # fmt: skip
    again = seen.at(hopeful)
    given, family = seen.given.copy(), seen.family.copy()
    given[hopeful] = refine(
        again.given, [n.given for n in mine], [n.given for n in theirs], again.swapped
    )
    family[hopeful] = refine(
        again.family, [n.family for n in mine], [n.family for n in theirs], again.swapped
    )
    return replace(seen, given=given, family=family)
