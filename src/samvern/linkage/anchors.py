# SPDX-License-Identifier: EUPL-1.2
"""Anchors: combinations of fields that two records of one person probably share.

An anchor is what goes through the key holders. It always joins several fields, so that nearly
every anchor is unique in a register: there is no frequency to read off, and guessing one means
guessing a name *and* a date. The tokens of a record can only be compared below an anchor two
records share ("derived match-keys", ONS Beyond 2011, paper M9; salting with a stable attribute,
Christen, Ranbaduge & Schnell 2020, ch. 8).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from samvern.linkage.features import Persona
from samvern.linkage.names import fold, skeleton
from samvern.linkage.people import PersonName, PersonRecord

# kind -> how many of them a row carries; absent ones are padded with random bytes.
KINDS = {
    "date-head": 3,
    "date-tail": 2,
    "pair-year": 1,
    "pair-day": 1,
    "pair": 1,
    "year-part": 2,
    "pair-heads": 1,
    "part-initial": 2,
    "part-edges": 4,
    "number": 2,
    "address-part": 2,
    "address-number": 1,
    "address-postcode": 1,
    "date-postcode": 1,
    "postcode-part": 2,
}
SLOT_KINDS = tuple(kind for kind, count in KINDS.items() for _ in range(count))

# Kinds that say something only in a small register; in a large one they would mostly be shared.
SMALL_ONLY = frozenset({"year-part", "pair-heads", "part-initial", "part-edges"})
SMALL = 5_000

Anchor = tuple[str, str]  # kind, text


def anchors(person: PersonRecord, name: PersonName) -> Iterator[Anchor]:
    """Every anchor of one person under one of their names."""
    sounds = _sounds(name)
    if person.birth.whole:
        yield from _date_anchors(person, sounds)
    if name.given and name.family:  # a year alone needs both names beside it
        yield from _pair_anchors(person, name)
    for number in person.numbers[: KINDS["number"]]:
        yield "number", number
    yield from _place_anchors(person, sounds)


def _date_anchors(person: PersonRecord, sounds: list[str]) -> Iterator[Anchor]:
    """A whole birth date with the beginning or the end of how one name part sounds."""
    date = "{}-{}-{}".format(*person.birth)
    for kind, cut in (("date-head", slice(2)), ("date-tail", slice(-2, None))):
        for piece in dict.fromkeys(sound[cut] for sound in sounds[: KINDS[kind]]):
            yield kind, f"{date}|{piece}"
    if "postcode" in person.extras:
        yield "date-postcode", f"{date}|{person.extras['postcode']}"


def _pair_anchors(person: PersonRecord, name: PersonName) -> Iterator[Anchor]:
    """How given and family name sound, in either order, alone or with part of a date."""
    ends = sorted((_sound(name.given[0]), _sound(name.family[-1])))
    yield "pair", "+".join(ends)
    year, month, day = person.birth
    heads = "+".join(sorted(end[:3] for end in ends))
    yield from _loose_anchors(name, year)
    if year is not None:
        yield "pair-year", f"{heads}|{year}"
    if month is not None and day is not None:
        yield "pair-day", f"{heads}|{min(month, day)}.{max(month, day)}"


def _loose_anchors(name: PersonName, year: int | None) -> Iterator[Anchor]:
    """For dates that are missing and names with a typing error."""
    written = [name.given[0], name.family[-1]]
    sounds, folds = list(map(_sound, written)), list(map(fold, written))
    yield "pair-heads", "+".join(sorted(sound[:2] for sound in sounds))
    for mine, other in ((0, 1), (1, 0)):
        if year is not None:
            yield "year-part", f"{year}|{sounds[mine]}"
        yield "part-initial", f"{sounds[mine]}|{folds[other][:1]}"
        yield "part-edges", f"{folds[mine]}|{sounds[other][:1]}^"
        yield "part-edges", f"{folds[mine]}|{sounds[other][-1:]}$"


def _place_anchors(person: PersonRecord, sounds: list[str]) -> Iterator[Anchor]:
    postcode = person.extras.get("postcode", "")
    if postcode:
        for sound in sounds[: KINDS["postcode-part"]]:
            yield "postcode-part", f"{postcode}|{sound}"
    if "address" not in person.extras:
        return
    where = "".join(map(_sound, person.extras["address"].split()))
    for sound in sounds[: KINDS["address-part"]]:
        yield "address-part", f"{where}|{sound}"
    if "street_number" in person.extras:
        yield "address-number", f"{where}|{person.extras['street_number']}"
    if postcode:
        yield "address-postcode", f"{where}|{postcode}"


def _sound(part: str) -> str:
    return skeleton(part) or fold(part)


def _sounds(name: PersonName) -> list[str]:
    """Sounds of the parts, the outermost first."""
    ends = [*name.given[:1], *name.family[-1:], *name.given[1:], *name.family[:-1]]
    return list(dict.fromkeys(map(_sound, ends)))


def anchor_table(
    people: Sequence[PersonRecord], rows: Sequence[Persona], *, cap: int = 1
) -> list[dict[int, str]]:
    """For each row: anchor slot -> anchor text, leaving out what more than `cap` people share.

    An anchor several people of one file share cannot tell them apart, and its frequency is what
    a frequency or graph attack reads; it stays at home.
    """
    small = len(people) <= SMALL
    found = [
        [a for a in dict.fromkeys(anchors(people[i], name)) if small or a[0] not in SMALL_ONLY]
        for i, name in rows
    ]
    crowd = holders(people, rows)
    return [_place([a for a in row if len(crowd[a]) <= cap]) for row in found]


def holders(people: Sequence[PersonRecord], rows: Sequence[Persona]) -> dict[Anchor, list[int]]:
    """Which people of the list hold each anchor that is used, under any of their names."""
    small = len(people) <= SMALL
    found: dict[Anchor, dict[int, None]] = defaultdict(dict)
    for i, name in rows:
        for anchor in anchors(people[i], name):
            if small or anchor[0] not in SMALL_ONLY:
                found[anchor][i] = None
    return {anchor: list(who) for anchor, who in found.items()}


def _place(row: list[Anchor]) -> dict[int, str]:
    placed: dict[int, str] = {}
    for kind, text in row:
        first = SLOT_KINDS.index(kind)
        slot = next(s for s in range(first, first + KINDS[kind]) if s not in placed)
        placed[slot] = f"{kind}|{text}"
    return placed
