# SPDX-License-Identifier: EUPL-1.2
"""From two rows of tokens to a level of agreement for each field (Fellegi & Sunter 1969, gamma).

Works the same on keyed tokens (linkage unit) and on unkeyed digests (one organisation's own
file): it only asks whether two numbers are equal. Zero means that the value is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvern.linkage.layout import AT, SLOTS, span
from samvern.linkage.people import EXTRAS

Tokens = NDArray[np.unsignedinteger]
Levels = NDArray[np.int8]

NAME_LEVELS = ("missing", "exact", "sound", "edit", "part", "initial", "different")
DATE_LEVELS = (
    "missing", "exact", "day-month swapped", "two of three", "year only", "year near",
    "day and month", "different",
)  # fmt: skip
PLAIN_LEVELS = (
    "missing",
    "exact",
    "sound",
    "different",
)  # "sound": one state before, for countries
NUMBER_LEVELS = ("missing", "exact", "two people", "different")

MISSING = 0


@dataclass(frozen=True)
class FieldAgreement:
    """Levels for each pair, shape (pairs,) a field; 0 is always "missing" (one side or both)."""

    given: Levels
    family: Levels
    swapped: NDArray[np.bool_]
    birth: Levels
    sex: Levels
    nationality: Levels
    number: Levels
    extras: dict[str, Levels]

    def __len__(self) -> int:
        return len(self.given)

    def at(self, pairs: NDArray[np.int64]) -> FieldAgreement:
        """The same for some of the pairs."""
        return FieldAgreement(
            self.given[pairs], self.family[pairs], self.swapped[pairs], self.birth[pairs],
            self.sex[pairs], self.nationality[pairs], self.number[pairs],
            {extra: levels[pairs] for extra, levels in self.extras.items()},
        )  # fmt: skip


def joined(parts: Sequence[FieldAgreement]) -> FieldAgreement:
    """One agreement from several, in order."""

    def of(name: str) -> NDArray[Any]:
        return np.concatenate([getattr(part, name) for part in parts])

    extras = {extra: np.concatenate([part.extras[extra] for part in parts]) for extra in EXTRAS}
    return FieldAgreement(
        of("given"), of("family"), of("swapped"), of("birth"), of("sex"), of("nationality"),
        of("number"), extras,
    )  # fmt: skip


def agree(left: Tokens, right: Tokens) -> FieldAgreement:
    """Compare row n of `left` with row n of `right`; both shape (pairs, layout.WIDTH)."""
    straight = [_names(left, right, slot, slot) for slot in SLOTS]
    crossed = [_names(left, right, "given", "family"), _names(left, right, "family", "given")]
    swapped = _swapped(straight, crossed)
    given, family = (np.where(swapped, c, s) for s, c in zip(straight, crossed, strict=True))
    return FieldAgreement(
        given=given.astype(np.int8),
        family=family.astype(np.int8),
        swapped=swapped,
        birth=_birth(left, right),
        sex=_simple(left[:, AT["sex"]], right[:, AT["sex"]]),
        nationality=_countries(left, right),
        number=_numbers(left, right),
        extras={extra: _extra(left, right, extra) for extra in EXTRAS},
    )


def _same(a: Tokens, b: Tokens) -> NDArray[np.bool_]:
    return np.asarray((a == b) & (a != 0))


def _share(a: Tokens, b: Tokens) -> NDArray[np.bool_]:
    """Do the two sets of each row have a member in common?"""
    found = np.zeros(len(a), dtype=bool)
    for column in range(b.shape[1]):
        found |= _same(a, b[:, column : column + 1]).any(axis=1)
    return found


def _names(left: Tokens, right: Tokens, mine: str, theirs: str) -> Levels:
    def of(side: Tokens, slot: str, column: str) -> Tokens:
        return side[:, AT[f"{slot}.{column}"]]

    def same(column: str, other: str | None = None) -> NDArray[np.bool_]:
        return _same(of(left, mine, column), of(right, theirs, other or column))

    tests = [
        (of(left, mine, "exact") == 0) | (of(right, theirs, "exact") == 0),
        same("exact"),
        same("skeleton") | same("skeleton_j"),
        _share(left[:, span(f"{mine}.deletion")], right[:, span(f"{theirs}.deletion")]),
        _share(left[:, span(f"{mine}.part")], right[:, span(f"{theirs}.part")]),
        same("initial"),
    ]
    return np.select(tests, range(len(tests)), default=len(tests)).astype(np.int8)


def _swapped(straight: list[Levels], crossed: list[Levels]) -> NDArray[np.bool_]:
    """Names in the other order only when at least one part is then nearly the same."""

    def worst(levels: list[Levels]) -> NDArray[np.int_]:
        return np.asarray(sum(np.where(x == MISSING, 6, x).astype(int) for x in levels))

    close = np.minimum(*(np.where(x == MISSING, 6, x) for x in crossed)) <= 3
    return np.asarray(close & (worst(crossed) + 3 < worst(straight)))


def _birth(left: Tokens, right: Tokens) -> Levels:
    year, after, month, day = (AT[f"birth.{n}"] for n in ("year", "year_after", "month", "day"))
    years, months, days = (_same(left[:, c], right[:, c]) for c in (year, month, day))
    swap = _same(left[:, month], right[:, day]) & _same(left[:, day], right[:, month])
    near = _same(left[:, year], right[:, after]) | _same(left[:, after], right[:, year])
    no_year = (left[:, year] == 0) | (right[:, year] == 0)
    no_day = (left[:, day] == 0) | (right[:, day] == 0)
    tests = [
        no_year & (no_day | ~(months & days)),
        years & months & days,
        years & swap,
        years & (months | days),
        years & no_day,
        near,
        months & days,
    ]
    return np.select(tests, range(len(tests)), default=len(tests)).astype(np.int8)


def _simple(a: Tokens, b: Tokens) -> Levels:
    return np.select([(a == 0) | (b == 0), a == b], [0, 1], default=3).astype(np.int8)


def _countries(left: Tokens, right: Tokens) -> Levels:
    """A citizenship in common; or a former state on one side, a part of it on the other."""
    a, b = left[:, span("nationality")], right[:, span("nationality")]
    mine, theirs = left[:, span("state")], right[:, span("state")]
    before = _share(left[:, span("former")], theirs) | _share(right[:, span("former")], mine)
    empty = ~a.any(axis=1) | ~b.any(axis=1)
    return np.select([empty, _share(a, b), before], [0, 1, 2], default=3).astype(np.int8)


def _numbers(left: Tokens, right: Tokens) -> Levels:
    """A number in common; or two valid fødselsnummer that differ, which no one person has.

    Numbers of other kinds (D-number, DUF, a passport) may be the same person's: they are 3 only
    where both sides hold no fødselsnummer.
    """
    a, b = left[:, span("number")], right[:, span("number")]
    own, other = left[:, AT["person-number"]], right[:, AT["person-number"]]
    one_only = (own == 0) != (other == 0)
    tests = [
        ~a.any(axis=1) | ~b.any(axis=1),
        _share(a, b),
        (own != 0) & (other != 0) & (own != other),
        one_only,
    ]
    return np.select(tests, [0, 1, 2, 0], default=3).astype(np.int8)


def _extra(left: Tokens, right: Tokens, extra: str) -> Levels:
    exact, sound = AT[f"{extra}.exact"], AT[f"{extra}.skeleton"]
    a, b = left[:, exact], right[:, exact]
    tests = [(a == 0) | (b == 0), a == b, _same(left[:, sound], right[:, sound])]
    return np.select(tests, [0, 1, 2], default=3).astype(np.int8)
