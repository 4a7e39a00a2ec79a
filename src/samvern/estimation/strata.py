# SPDX-License-Identifier: EUPL-1.2
"""Estimates by sex, age, form or year whose sum is the estimate of all.

Each stratum is estimated by itself with the same method; then the unseen persons of all strata are
scaled by one factor, and rounded to whole persons, so that their sum is the unseen of the whole (as
raking does with one margin; Deming & Stephan 1940). The factor is reported: far from 1 it says that
the strata differ so much in how they are found that the whole may be off as well. A stratum the
lists cannot carry is joined with the smallest one they can.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from samvern.estimation import rounding
from samvern.estimation.methods import Options, run
from samvern.estimation.result import Estimate
from samvern.estimation.table import CaptureTable


@dataclass(frozen=True)
class Stratum:
    """One line: its label, the persons seen, and the scaled estimate."""

    label: str
    observed: int
    result: Estimate


@dataclass(frozen=True)
class Breakdown:
    """Strata of one covariate. `factor`: what the unseen were multiplied by to add up."""

    covariate: str
    strata: tuple[Stratum, ...]
    factor: float


def breakdown(
    covariate: str, tables: dict[str, CaptureTable], total: Estimate, options: Options
) -> Breakdown | None:
    """Strata that add up to `total`; None where the total itself has no figure."""
    if total.estimate is None:
        return None
    parts = _estimated(tables, total.method, options)
    if not parts:
        return None
    whole = sum(table.observed for table in tables.values())
    unseen = sum((r.estimate or 0.0) - t.observed for _, t, r in parts)
    factor = (total.estimate - whole) / unseen if unseen > 0 else 1.0
    scaled = [Stratum(label, t.observed, _scale(r, t.observed, factor)) for label, t, r in parts]
    points = rounding.whole([s.result.estimate or 0.0 for s in scaled])
    strata = [
        replace(s, result=replace(s.result, estimate=float(point)))
        for s, point in zip(scaled, points, strict=True)
    ]
    return Breakdown(covariate, tuple(strata), factor)


def _estimated(
    tables: dict[str, CaptureTable], method: str, options: Options
) -> list[tuple[str, CaptureTable, Estimate]]:
    """Estimate every stratum, joining those without a figure with the smallest that has one."""
    waiting = dict(tables)
    while True:
        found = [(label, table, run(table, method, options)) for label, table in waiting.items()]
        bad = [(label, table) for label, table, result in found if result.estimate is None]
        if not bad:
            return found
        if len(bad) == len(found) == 1:
            return []
        good = [(label, table) for label, table, result in found if result.estimate is not None]
        joined = [*bad, min(good, key=lambda pair: pair[1].observed)] if good else bad
        waiting = dict(good) if good else {}
        for label, _ in joined:
            waiting.pop(label, None)
        counts = np.sum([table.counts for _, table in joined], axis=0)
        waiting[" + ".join(label for label, _ in joined)] = joined[0][1].with_counts(counts)


def _scale(result: Estimate, observed: int, factor: float) -> Estimate:
    def move(value: float) -> float:
        return observed + (value - observed) * factor

    low80, high80 = result.interval80 or (observed, observed)
    low, high = result.interval95 or (observed, observed)
    return replace(
        result,
        estimate=move(result.estimate or observed),
        interval80=(move(low80), move(high80)),
        interval95=(move(low), move(high)),
    )
