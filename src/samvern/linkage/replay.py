# SPDX-License-Identifier: EUPL-1.2
"""Which true pairs no token shows: a list's own records, written again with mistakes.

Two records of one person are compared only when they share an anchor. How often they do not
depends on the names and on how crowded the list is, so each list is asked itself: a sample of
its records is written again with a mistake, and it is counted how often record and copy still
share an anchor that is sent. Counted apart for each agreement of the names and the date, since
how common which mistake is comes later (`learn`).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvern.linkage.coding.dates import BirthDate
from samvern.linkage.compare import DATE_LEVELS, NAME_LEVELS, Levels, Tokens, agree
from samvern.linkage.features import feature_matrix, plain_tokens
from samvern.linkage.people import PersonName, PersonRecord
from samvern.linkage.similarity import refine

COPIES = 1_500
NAMES = 5  # missing, exact, sound, edit, anything else
# First the counts of copies, of those sharing an anchor, of those sharing one that is sent.
SHAPE = (3, NAMES, NAMES, len(DATE_LEVELS))
_COARSE = np.minimum(np.arange(len(NAME_LEVELS)), NAMES - 1)
_VOWELS = "aeiou"
_LETTERS = "abdefghiklmnoprstuv"

Reach = NDArray[np.int64]
Keys = Callable[[PersonRecord, PersonName], Iterable[Hashable]]


def replay(
    people: Sequence[PersonRecord],
    keys: Keys,
    crowd: Mapping[Any, int],
    cap: int,
    *,
    refined: bool = False,
) -> Reach:
    """Counts of copies by the agreement of given name, family name and date, shape `SHAPE`.

    Args:
        people: the list's records.
        keys: what two records must share one of, for a person under one name.
        crowd: how many people of the list hold each key.
        cap: a key more people hold is not used.
        refined: do names that are near count as an edit, as in plain mode?
    """
    rng = random.Random(len(people))  # noqa: S311
    shown = [rng.choice(people) for _ in range(COPIES)]
    shown = [replace(p, names=p.names[:1], numbers=(), extras={}) for p in shown]
    copies = [_written_again(rng, one, rng.choice(people)) for one in shown]
    given, family, birth = _levels(shown, copies, refined)
    reach = np.zeros(SHAPE, dtype=np.int64)
    for n, (one, copy) in enumerate(zip(shown, copies, strict=True)):
        shared = set(keys(one, one.names[0])) & set(keys(copy, copy.names[0]))
        sent = any(crowd.get(key, 0) <= cap for key in shared)
        reach[:, given[n], family[n], birth[n]] += (1, bool(shared), sent)
    return reach


def coarse(levels: Levels) -> NDArray[np.int64]:
    """Levels of a name as `replay` counts them."""
    return np.asarray(_COARSE[levels])


def chance(left: Reach, right: Reach) -> NDArray[np.float64]:
    """Probability that a true pair of two lists shares a key both send, shape `SHAPE[1:]`.

    Where few copies had an agreement, the mean over dates, and over names, is counted as a few
    copies more.
    """
    copies, sharing, _ = left + right
    hits, of = (counts.sum(axis=2, keepdims=True) for counts in (sharing, copies))
    shared = _rate(sharing, copies, _rate(hits, of, np.array(0.5)))
    kept = [_rate(side[2], side[1], _mean(side[2], side[1])) for side in (left, right)]
    return np.asarray(shared * kept[0] * kept[1])


def _mean(hits: Reach, of: Reach) -> NDArray[np.float64]:
    return np.asarray((hits.sum() + 1) / (of.sum() + 2))


def _rate(
    hits: NDArray[np.int64], of: NDArray[np.int64], usual: NDArray[np.float64]
) -> NDArray[np.float64]:
    return np.asarray((hits + 2 * usual) / (of + 2))


def _levels(
    shown: Sequence[PersonRecord], copies: Sequence[PersonRecord], refined: bool
) -> tuple[NDArray[np.int64], NDArray[np.int64], Levels]:
    seen = agree(*(_tokens(side) for side in (shown, copies)))
    given, family = seen.given, seen.family
    if refined:
        mine, theirs = [p.names[0] for p in shown], [p.names[0] for p in copies]
        given = refine(given, [n.given for n in mine], [n.given for n in theirs], seen.swapped)
        family = refine(family, [n.family for n in mine], [n.family for n in theirs], seen.swapped)
    return coarse(given), coarse(family), seen.birth


def _tokens(people: Sequence[PersonRecord]) -> Tokens:
    values, present = feature_matrix(people, [(n, p.names[0]) for n, p in enumerate(people)])
    return plain_tokens(values, present)


def _written_again(rng: random.Random, one: PersonRecord, other: PersonRecord) -> PersonRecord:
    name, another = one.names[0], other.names[0]
    given = _part(rng, name.given, another.given)
    family = _part(rng, name.family, another.family)
    if rng.random() < 0.05:
        given, family = family, given
    birth = _date(rng, one.birth, other.birth)
    return replace(one, names=(PersonName(given, family),), birth=birth)


def _part(rng: random.Random, parts: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    if not parts or rng.random() < 0.3:
        return parts
    at = rng.randrange(len(parts))
    kind = rng.choice(("sound", "edit", "edit", "two edits", "part", "other", "other"))
    if kind == "other":
        return other
    if kind == "part" and len(parts) > 1:
        return parts[:at] + parts[at + 1 :]
    word = parts[at]
    if kind == "sound":
        word = "".join(rng.choice(_VOWELS) if c in _VOWELS else c for c in word)
    for _ in range({"edit": 1, "two edits": 2}.get(kind, 0)):
        word = _slip(rng, word)
    return (*parts[:at], word, *parts[at + 1 :])


def _slip(rng: random.Random, word: str) -> str:
    at, letter = rng.randrange(len(word) + 1), rng.choice(_LETTERS)
    return rng.choice(
        (word[:at] + word[at + 1 :], word[:at] + letter + word[at:],
         word[:at] + letter + word[at + 1 :])
    ) or word  # fmt: skip


def _date(rng: random.Random, born: BirthDate, other: BirthDate) -> BirthDate:
    year, month, day = born
    near = None if year is None else year + rng.choice((-1, 1))
    return rng.choice(
        (born, born, BirthDate(), BirthDate(), BirthDate(year), BirthDate(year), other,
         BirthDate(year, day, month), BirthDate(year, month, rng.randint(2, 28)),
         BirthDate(near, month, day), BirthDate(near))
    )  # fmt: skip
