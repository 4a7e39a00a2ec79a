# SPDX-License-Identifier: EUPL-1.2
"""Made-up studies: a known number of people, three to five lists, each with its own mistakes.

Names are FEBRL's, mixed anew; who is on which list is independent, so that what the estimate
gets wrong is the linkage's. Every study has its own sizes and its own rate of mistakes: no
setting of the program can have been made for all of them.
"""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

import linkage_data as data
from samvern.linkage import Encoding, PersonName, PersonRecord, TokenList, match
from samvern.linkage.coding.dates import BirthDate

PEOPLE = 1_000
_LETTERS = "aeioulnrstkmdh"
_HEARD = (("ph", "f"), ("c", "k"), ("ie", "y"), ("v", "w"), ("th", "t"), ("i", "y"), ("s", "z"))


@dataclass(frozen=True)
class StudyData:
    """Lists of one study, and how many of its people are on each combination of them."""

    lists: list[tuple[str, list[PersonRecord]]]
    table: dict[tuple[int, ...], int]


def study(seed: int, people: int = PEOPLE) -> StudyData:
    """Three to five lists with p of 0.1 to 0.5 each; a fifth of the birth dates missing, a fifth
    year only; 10 to 30 % of names wrong, a third of those another name altogether."""
    rng = random.Random(1_000_003 * seed + 17)
    wrong = rng.uniform(0.10, 0.30)
    everybody = [_person(rng, n) for n in range(people)]
    shares = [rng.uniform(0.1, 0.5) for _ in range(rng.choice((3, 4, 5)))]
    on = [[rng.random() < share for share in shares] for _ in everybody]
    lists = []
    for at in range(len(shares)):
        here = [
            _written(rng, one, wrong) for one, where in zip(everybody, on, strict=True) if where[at]
        ]
        rng.shuffle(here)
        lists.append((f"list{at + 1}", here))
    table = Counter(tuple(map(int, where)) for where in on if any(where))
    return StudyData(lists, dict(table))


def tokens(name: str, people: list[PersonRecord]) -> tuple[TokenList, list[int]]:
    """Private mode without the two rounds: a keyed hash stands for both key holders' function.

    Which secret a text gets does not matter to the links, only that equal texts get equal ones.
    """
    encoding = Encoding("studies", name, people, b"s" * 32)
    secrets = {
        text: hashlib.blake2b(text.encode(), digest_size=32).digest() for text in encoding.asked
    }
    return encoding._tokens(secrets), encoding.numbers


def private(left: list[PersonRecord], right: list[PersonRecord]) -> data.Quality:
    """How good the private mode is on two lists."""
    sides = [tokens(name, people) for name, people in (("a", left), ("b", right))]
    linkage = match([side for side, _ in sides], draws=50)
    keys = [
        {number: people[i].key for i, number in enumerate(numbers)}
        for people, (_, numbers) in zip((left, right), sides, strict=True)
    ]
    c = linkage.candidates
    found = {(keys[0][c.left[n]], keys[1][c.right[n] - len(left)]) for n in linkage.chosen}
    return data.rate(found, left, right)


@cache
def _names() -> tuple[list[str], list[str]]:
    left, _ = data.febrl4(extras=False)
    names = [person.names[0] for person in left]
    return (
        sorted(part for name in names for part in name.given[:1]),
        sorted(part for name in names for part in name.family[:1]),
    )


def _person(rng: random.Random, number: int) -> PersonRecord:
    given, family = _names()
    name = PersonName((rng.choice(given),), (rng.choice(family),))
    birth = BirthDate(rng.randint(1960, 2008), rng.randint(1, 12), rng.randint(2, 28))
    return PersonRecord(f"rec-{number}-org", (name,), birth)


def _written(rng: random.Random, one: PersonRecord, wrong: float) -> PersonRecord:
    pools = _names()
    given, family = (
        _misspelt(rng, part, wrong, pool)
        for part, pool in zip((one.names[0].given[0], one.names[0].family[0]), pools, strict=True)
    )
    if rng.random() < 0.03:
        given, family = family, given
    return replace(one, names=(PersonName((given,), (family,)),), birth=_dated(rng, one.birth))


def _misspelt(rng: random.Random, part: str, wrong: float, pool: list[str]) -> str:
    if rng.random() >= wrong:
        return part
    kind = rng.random()
    if kind < 1 / 3:
        return rng.choice(pool)
    if kind < 0.5:
        return _heard(rng, part)
    for _ in range(1 if kind < 0.9 else 2):
        at = rng.randrange(1, max(len(part), 2))
        letter = rng.choice(_LETTERS)
        part = rng.choice((part[:at] + part[at + 1 :], part[:at] + letter + part[at:],
                           part[:at] + letter + part[at + 1 :]))  # fmt: skip
    return part


def _heard(rng: random.Random, part: str) -> str:
    fits = [(a, b) for a, b in _HEARD if a in part]
    return part.replace(*rng.choice(fits)) if fits else part + part[-1]


def _dated(rng: random.Random, birth: BirthDate) -> BirthDate:
    chance = rng.random()
    if chance < 0.2:
        return BirthDate()
    year, month, day = birth
    if chance < 0.4:
        return BirthDate(year if rng.random() < 0.95 else (year or 0) + rng.choice((-1, 1)))
    slip = rng.random()
    if slip < 0.02 and (day or 0) <= 12:
        return BirthDate(year, day, month)
    if slip < 0.06:
        return BirthDate(year, month, rng.randint(2, 28))
    return BirthDate((year or 0) + rng.choice((-1, 1)), month, day) if slip < 0.08 else birth
