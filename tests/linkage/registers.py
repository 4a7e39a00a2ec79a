# SPDX-License-Identifier: EUPL-1.2
"""Made-up registers: people of several origins, and a second list that writes them otherwise."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

from samvern.linkage import Encoding, PersonName, PersonRecord, TokenList, answer
from samvern.linkage.coding.dates import BirthDate
from samvern.linkage.oprf import ORDER, scalar_from

_ALL = "ma ri na lo sa te ko bi da fe ni ra so le mi ta ha ju ka do vi ne ro shi gu po"
_SYLLABLES = _ALL.split()
_GIVEN = ["".join(p) for p in product(_SYLLABLES[:20], _SYLLABLES)]
_COMMON = [1 / (n + 3) for n in range(len(_GIVEN))]  # Zipf: some names are common, as in life
HALVES = (scalar_from(bytes([1]) * 64), scalar_from(bytes([2]) * 64))
OTHER_HALVES = (scalar_from(bytes([3]) * 64), scalar_from(bytes([4]) * 64))


def whole_key(halves: tuple[bytes, bytes]) -> bytes:
    """Both halves in one hand, which the protocol forbids."""
    total = sum(int.from_bytes(half, "little") for half in halves)
    return (total % ORDER).to_bytes(32, "little")


def person(rng: random.Random, number: int) -> PersonRecord:
    """One made-up person."""
    given = rng.choices(_GIVEN, _COMMON)[0]
    family = "".join(rng.choice(_SYLLABLES) for _ in range(rng.choice((2, 3, 3, 4))))
    birth = BirthDate(rng.randint(1970, 2008), rng.randint(1, 12), rng.randint(2, 28))
    return PersonRecord(str(number), (PersonName((given,), (family,)),), birth)


def misspelt(rng: random.Random, one: PersonRecord) -> PersonRecord:
    """The same person as another agency wrote them down."""
    name, birth = one.names[0], one.birth
    given, family = name.given[0], name.family[0]
    chance = rng.random()
    if chance < 0.15:
        at = rng.randrange(1, len(family))
        family = family[:at] + family[at + 1 :]
    elif chance < 0.25:
        at = rng.randrange(1, len(given))
        given = given[:at] + rng.choice("aeiou") + given[at:]
    elif chance < 0.30:
        given, family = family, given
    if rng.random() < 0.1:
        birth = BirthDate(birth.year)
    return replace(one, names=(PersonName((given,), (family,)),), birth=birth)


@cache
def two_lists(
    size: int, shared: int, seed: int = 1
) -> tuple[list[PersonRecord], list[PersonRecord]]:
    """Two lists of `size` people, of whom `shared` are the same; keys tell which."""
    rng = random.Random(seed)
    people = [person(rng, number) for number in range(2 * size - shared)]
    second = people[:shared] + people[size:]
    return people[:size], [misspelt(rng, one) for one in second]


def encoded(
    name: str, people: list[PersonRecord], halves: tuple[bytes, bytes] = HALVES, **how: object
) -> tuple[Encoding, TokenList]:
    """An agency's rounds with both key holders, in one place."""
    encoding = Encoding("count", name, people, b"s" * 32, **how)  # type: ignore[arg-type]
    asked = encoding.ask()
    return encoding, encoding.finish([answer(half, asked) for half in halves])


def found_pairs(
    first: Encoding, second: Encoding, links: list[tuple[int, int]]
) -> set[tuple[str, str]]:
    """Links between record numbers, as pairs of person keys."""
    one = {number: first.people[i].key for i, number in enumerate(first.numbers)}
    two = {number: second.people[i].key for i, number in enumerate(second.numbers)}
    return {(one[a], two[b]) for a, b in links}


DATA = Path(__file__).parents[1] / "data/linkage"
