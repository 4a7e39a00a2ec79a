# SPDX-License-Identifier: EUPL-1.2
"""What every method hands back: a figure with its two intervals, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from samvern.estimation.poisson import Floats
from samvern.estimation.table import CaptureTable, pair_masks

UNBOUNDED_RATIO = 50.0
"""An upper bound above this many times the observed is flagged: the lists hardly limit it."""


class Cause(StrEnum):
    """Why a figure is missing, or must be read with care."""

    NO_OVERLAP = "no_overlap"
    TOO_FEW_LISTS = "too_few_lists"
    TOO_MANY_LISTS = "too_many_lists"
    NO_MODEL = "no_model"
    WHOLE_LIST = "whole_list"
    NOT_FINITE = "not_finite"
    UNBOUNDED = "unbounded"
    NOT_CONVERGED = "not_converged"
    FEW_RESAMPLES = "few_resamples"
    PRIOR_ONLY = "prior_only"


@dataclass(frozen=True)
class ResultReason:
    """A cause with the figures and lists its sentence needs (see `sentences`)."""

    cause: Cause
    values: dict[str, str | int | float] = field(default_factory=dict)


@dataclass(frozen=True)
class Estimate:
    """One method's answer. `estimate` and the intervals are all there or all None.

    Persons, the observed included. `identified`: do the lists themselves carry the figure?
    `model`: what was chosen, for methods that choose; `seconds`: wall time.
    """

    method: str
    estimate: float | None
    interval80: tuple[float, float] | None
    interval95: tuple[float, float] | None
    identified: bool
    reason: ResultReason | None
    seconds: float
    model: str = ""

    def __post_init__(self) -> None:
        figures = (self.estimate, self.interval80, self.interval95)
        if any(f is None for f in figures) != all(f is None for f in figures):
            raise ValueError("a point is never given without its intervals")


def answered(
    method: str,
    point: float,
    bounds: Floats,
    table: CaptureTable,
    reason: ResultReason | None = None,
    model: str = "",
) -> Estimate:
    """An estimate from a point and the bounds 95 % low, 80 % low, 80 % high, 95 % high.

    Nobody who was seen is missing: bounds start at the number observed. Figures without limit are
    no figures.
    """
    if not np.isfinite([point, *bounds]).all():
        return refused(method, ResultReason(Cause.NOT_FINITE))
    low, low80, high80, high = np.maximum(bounds, table.observed).tolist()
    if reason is None and high > UNBOUNDED_RATIO * table.observed:
        reason = ResultReason(Cause.UNBOUNDED, {"ratio": int(UNBOUNDED_RATIO)})
    return Estimate(method, point, (low80, high80), (low, high), True, reason, 0.0, model)


def refused(method: str, reason: ResultReason) -> Estimate:
    """No figure, and why."""
    return Estimate(method, None, None, None, False, reason, 0.0)


def pair_at_fault(table: CaptureTable) -> tuple[str, str] | None:
    """The two lists that share nobody although their size would let one expect it most."""
    empty = [int(m) for m in pair_masks(table.lists) if not table.overlap(*_members(int(m)))]
    if not empty:
        return None
    size = [table.overlap(i) for i in range(table.lists)]
    worst = max(empty, key=lambda m: size[_members(m)[0]] * size[_members(m)[1]])
    first, second = _members(worst)
    return table.names[first], table.names[second]


def empty_pairs(table: CaptureTable) -> list[tuple[str, str]]:
    """All pairs of lists that share nobody."""
    pairs = [_members(int(m)) for m in pair_masks(table.lists)]
    return [(table.names[a], table.names[b]) for a, b in pairs if not table.overlap(a, b)]


def _members(mask: int) -> tuple[int, int]:
    first, second = (i for i in range(mask.bit_length()) if mask >> i & 1)
    return first, second
