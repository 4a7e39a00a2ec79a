# SPDX-License-Identifier: EUPL-1.2
"""The same rules for many places and many requests at once, as NumPy columns.

``verdicts`` and ``scores`` answer cell by cell what ``matching.judge`` answers for one; a property
test compares them. Columns are small whole numbers, and a matrix of 1,000 by 10,000 is made in
blocks that stay in the processor's cache.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvern.places.kinds import LANGUAGES, Kind, Sex
from samvern.places.matching import PlaceTraits, RequestTraits
from samvern.places.rules import ADULT, BEARS, STAFF, USE, WEIGHTS

BLOCK = 16
"""Requests worked on at once: 16 by 10,000 cells of one byte."""
UNKNOWN = -1
SEXES = {value: 1 << at for at, value in enumerate(Sex.values)}
KINDS = {value: 1 << at for at, value in enumerate(Kind.values)}
TONGUES = {code: 1 << at for at, (code, _name) in enumerate(LANGUAGES)}
Bytes = NDArray[np.uint8]
Column = NDArray[np.int16]


def _bits(words: Iterable[str], table: dict[str, int]) -> int:
    return sum(table.get(word, 0) for word in set(words))


def _column(values: Iterable[int]) -> Column:
    return np.fromiter(values, dtype=np.int16)


def _truth(value: bool | None) -> int:
    """As the verdicts are: no 0, not known 1, yes 2."""
    return 1 if value is None else 2 if value else 0


@dataclass(frozen=True)
class PlaceColumns:
    """Many places. Limits that are not set lie beyond every age."""

    sexes: Column
    youngest: Column
    oldest: Column
    children: Column
    beds: Column
    accessible: Column
    tongues: Column
    security: Column
    staffed: Column
    policy: Column
    apart: Column
    kinds: Column
    region: Column
    intake: NDArray[np.uint8]
    """Row by hour: 2 where somebody is received then, else 1."""
    free: NDArray[np.float32]

    @classmethod
    def of(cls, places: Sequence[PlaceTraits], regions: dict[str, int]) -> "PlaceColumns":
        """The columns; ``regions`` is filled with a number for each name met."""
        hours = np.full((len(places), 24), 2, dtype=np.uint8)
        for row, place in enumerate(places):
            if place.intake is not None:
                start, end = place.intake
                inside = [start <= h < end if start < end else not end <= h < start
                          for h in range(24)]  # fmt: skip
                hours[row] = np.where(inside, 2, 1)
        return cls(
            sexes=_column(_bits(p.sexes, SEXES) for p in places),
            youngest=_column(UNKNOWN if p.youngest is None else p.youngest for p in places),
            oldest=_column(999 if p.oldest is None else p.oldest for p in places),
            children=_column(_truth(p.children) for p in places),
            beds=_column(p.beds for p in places),
            accessible=_column(_truth(p.accessible) for p in places),
            tongues=_column(_bits(p.languages, TONGUES) for p in places),
            security=_column(p.security for p in places),
            staffed=_column(STAFF[p.staffed] for p in places),
            policy=_column(BEARS[p.policy] if p.policy else UNKNOWN for p in places),
            apart=_column(_truth(p.apart) for p in places),
            kinds=_column(KINDS.get(p.kind, 0) for p in places),
            region=_column(regions.setdefault(p.region, len(regions)) for p in places),
            intake=hours,
            free=np.array([np.inf if p.free_hours is None else p.free_hours for p in places],
                          dtype=np.float32),
        )  # fmt: skip


def _sex(p: PlaceColumns, r: RequestTraits) -> Bytes:
    everyone = p.sexes == sum(SEXES.values())
    if not r.sex:
        return np.where(everyone, 2, 1).astype(np.uint8)
    fits = np.where(p.sexes & SEXES.get(r.sex, 0), 2, 0)
    return np.where(everyone, 2, np.where(p.sexes == 0, 1, fits)).astype(np.uint8)


def _age(p: PlaceColumns, r: RequestTraits) -> Bytes:
    if r.age is None:
        return np.ones(len(p.oldest), dtype=np.uint8)
    silent = 1 if r.age < ADULT else 2
    young = np.where(p.youngest == UNKNOWN, silent, np.where(p.youngest <= r.age, 2, 0))
    return np.where(p.oldest < r.age, 0, young).astype(np.uint8)


def _substance(p: PlaceColumns, r: RequestTraits) -> Bytes:
    if r.use == "none":
        return np.full(len(p.policy), 2, dtype=np.uint8)
    if not r.use:
        return np.where(p.policy == BEARS["admitted"], 2, 1).astype(np.uint8)
    bears = np.where(p.policy >= USE[r.use], 2, 0)
    return np.where(p.policy == UNKNOWN, 1, bears).astype(np.uint8)


def verdict_row(p: PlaceColumns, r: RequestTraits) -> Bytes:
    """What every place is for one request: 0 out, 1 to be asked, 2 sure."""
    out = (p.beds < 1 + r.children) | (p.security < r.security) | (p.staffed < STAFF[r.staffed])
    row = np.minimum(_sex(p, r), _age(p, r))
    np.minimum(row, _substance(p, r), out=row)
    np.minimum(row, p.intake[:, r.arrives], out=row)
    for asked, column in ((r.children, p.children), (r.accessible, p.accessible),
                          (r.avoids, p.apart)):  # fmt: skip
        if asked:
            np.minimum(row, column.astype(np.uint8), out=row)
    row[out] = 0
    return row


def score_row(p: PlaceColumns, r: RequestTraits, regions: dict[str, int]) -> Bytes:
    """The points of every place for one request."""
    w = WEIGHTS
    score = np.zeros(len(p.beds), dtype=np.int16)
    if r.region:
        score += w["region"] * (p.region == regions.get(r.region, UNKNOWN))
    score += w["kind"] * ((p.kinds & _bits(r.kinds, KINDS)) != 0)
    surplus = np.clip(p.security - r.security, 0, 2)
    score += w["plain"] * (2 - surplus) // 2
    score += w["language"] * ((p.tongues & _bits(r.languages, TONGUES)) != 0)
    wasted = 0 if r.accessible else 2 * (p.accessible == 2)
    score += np.maximum(0, w["spare"] - 2 * np.maximum(0, p.beds - 1 - r.children) - wasted)
    score += w["whole"] - 2 * np.maximum(0, p.staffed - STAFF[r.staffed])
    score += w["gap"] * (p.free <= 2 * r.hours)
    return score.astype(np.uint8)
