# SPDX-License-Identifier: EUPL-1.2
"""What is compared of a person, as 16-byte digests in the columns of `layout`.

The digests are NOT protection: they only give every value the same length. Protection comes
when `tokens` encrypts them under a key that needs both key holders.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from samvern.linkage.coding.country import former, once_part_of
from samvern.linkage.coding.numbers import kind
from samvern.linkage.layout import AT, DELETIONS, NATIONALITIES, NUMBERS, PARTS, STATES, WIDTH
from samvern.linkage.names import fold, skeleton
from samvern.linkage.people import PersonName, PersonRecord

Persona = tuple[int, PersonName]  # position of the person, one of their names


@lru_cache(maxsize=2_000_000)
def digest(label: str, value: str) -> bytes:
    """16 bytes that stand for a value; unkeyed."""
    return hashlib.blake2b(f"{label}\0{value}".encode(), digest_size=16).digest()


@lru_cache(maxsize=400_000)
def deletions(name: str) -> tuple[str, ...]:
    """The name and its one-letter deletions, at most `DELETIONS`.

    Two names within one insertion, deletion or substitution always share one of these, two
    with neighbouring letters exchanged nearly always (the deletion neighbourhood of Mor &
    Fraenkel 1982). Longer names keep the ones with the smallest digests, so that both sides
    keep the same ones.
    """
    shorter = {name[:i] + name[i + 1 :] for i in range(len(name))} - {name, ""}
    ranked = sorted(shorter, key=lambda text: digest("rank", text))
    return (name, *ranked[: DELETIONS - 1])


def personas(people: Sequence[PersonRecord]) -> list[Persona]:
    """One row for each name a person is known by."""
    return [(i, name) for i, person in enumerate(people) for name in person.names]


def feature_matrix(
    people: Sequence[PersonRecord], rows: Sequence[Persona]
) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Digests, shape (rows, columns, 16), and which of them are there, shape (rows, columns)."""
    values = np.zeros((len(rows), WIDTH, 16), dtype=np.uint8)
    present = np.zeros((len(rows), WIDTH), dtype=bool)
    for row, (i, name) in enumerate(rows):
        found = dict(_features(people[i], name))
        columns = list(found)
        joined = b"".join(found.values())
        values[row, columns] = np.frombuffer(joined, dtype=np.uint8).reshape(-1, 16)
        present[row, columns] = True
    return values, present


def plain_tokens(
    values: NDArray[np.uint8], present: NDArray[np.bool_]
) -> NDArray[np.unsignedinteger]:
    """Digests as numbers to compare within one organisation; 0 where nothing is there."""
    numbers = np.ascontiguousarray(values[:, :, :8]).view("<u8")[:, :, 0]
    return np.asarray(np.where(present, np.maximum(numbers, 1), 0))


def _features(person: PersonRecord, name: PersonName) -> Iterator[tuple[int, bytes]]:
    yield from _slot("given", name.given)
    yield from _slot("family", name.family)
    yield from _birth(person)
    if person.sex:
        yield AT["sex"], digest("sex", person.sex)
    yield from _countries(person)
    for n, number in enumerate(person.numbers[:NUMBERS]):
        yield AT[f"number{n}"], digest("number", number)
    for number in person.numbers:
        if kind(number) == "person":
            yield AT["person-number"], digest("number", number)
    for extra, text in person.extras.items():
        yield AT[f"{extra}.exact"], digest(extra, text)
        coarse = "".join(map(skeleton, text.split()))
        yield AT[f"{extra}.skeleton"], digest(extra + "~", coarse or text)


def _countries(person: PersonRecord) -> Iterator[tuple[int, bytes]]:
    """Citizenships, and the former states that those countries were part of."""
    states: dict[str, None] = {}
    for n, code in enumerate(person.nationalities[:NATIONALITIES]):
        yield AT[f"nationality{n}"], digest("nationality", code)
        if code in former():
            yield AT["former"], digest("state", code)
        states |= dict.fromkeys(once_part_of().get(code, ()))
    for n, state in enumerate(list(states)[:STATES]):
        yield AT[f"state{n}"], digest("state", state)


def _slot(slot: str, parts: tuple[str, ...]) -> Iterator[tuple[int, bytes]]:
    if not parts:
        return
    whole = fold("".join(parts))
    yield AT[f"{slot}.exact"], digest("name", whole)
    for column, hard in (("skeleton", False), ("skeleton_j", True)):
        sound = "".join(skeleton(part, hard_j=hard) for part in parts)
        yield AT[f"{slot}.{column}"], digest("sound", sound or whole)
    yield AT[f"{slot}.initial"], digest("initial", whole[:1])
    for n, part in enumerate(parts[:PARTS]):
        yield AT[f"{slot}.part{n}"], digest("part", fold(part))
    for n, text in enumerate(deletions(whole)):
        yield AT[f"{slot}.deletion{n}"], digest("deletion", text)


def _birth(person: PersonRecord) -> Iterator[tuple[int, bytes]]:
    year, month, day = person.birth
    if year is not None:
        yield AT["birth.year"], digest("year", str(year))
        yield AT["birth.year_after"], digest("year", str(year + 1))
    if month is not None and day is not None:
        yield AT["birth.month"], digest("calendar", str(month))
        yield AT["birth.day"], digest("calendar", str(day))
