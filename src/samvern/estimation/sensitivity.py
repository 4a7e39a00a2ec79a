# SPDX-License-Identifier: EUPL-1.2
"""How far the figure hangs on what nobody checked: missed links, single lists, single persons.

Missed links: if a share q of the memberships that link a person to a second list had been missed,
the person would stand as two. We break the links of the table at hand further and see how the
estimate grows; the true table relates to ours roughly as ours to the broken one (Gerritse, van der
Heijden & Bakker 2015 study the same effect). Expected counts are used, so there is no noise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from samvern.estimation import bca, stepwise
from samvern.estimation.methods import Options, run
from samvern.estimation.result import Estimate
from samvern.estimation.rounding import whole
from samvern.estimation.table import CaptureTable, captures

MISSED = (0.02, 0.05, 0.10, 0.20)
QUICK = Options(bootstraps=200)


@dataclass(frozen=True)
class SensitivityShift:
    """The estimate under a changed table, and its ratio to the unchanged one (None: no figure)."""

    label: str
    result: Estimate
    ratio: float | None


def broken_links(table: CaptureTable, share: float) -> CaptureTable:
    """The table expected if `share` of the overlaps had been missed.

    Of the persons on two or more lists, each with probability `share` loses one of the lists, any
    of them alike, and stands on it as somebody else. Counts are rounded to whole persons, those on
    several lists and those on one apart: rounding must not add a person to either.
    """
    lists = table.lists
    counts = table.counts.astype(np.float64)
    changed, several = counts.copy(), captures(lists) >= 2
    for cell in np.flatnonzero(several & (counts > 0)):
        members = [1 << i for i in range(lists) if cell >> i & 1]
        lost = counts[cell] * share
        changed[cell] -= lost
        for bit in members:
            changed[cell & ~bit] += lost / len(members)
            changed[bit] += lost / len(members)
    for group in (several, ~several):
        changed[group] = whole(changed[group])
    return table.with_counts(changed.astype(np.int64))


def missed_links(table: CaptureTable, base: Estimate, seed: int) -> Iterator[SensitivityShift]:
    """The estimate had 2, 5, 10, 20 % of the links been missed."""
    for share in MISSED:
        result = run(broken_links(table, share), base.method, replace(QUICK, seed=seed))
        yield SensitivityShift(f"{100 * share:.0f} %", result, _ratio(result, base))


def dropped_lists(table: CaptureTable, base: Estimate, seed: int) -> Iterator[SensitivityShift]:
    """The estimate without each list in turn; none for two lists."""
    for i in range(table.lists if table.lists > 2 else 0):
        smaller = table.drop(i)
        if smaller.observed:
            result = run(smaller, base.method, replace(QUICK, seed=seed))
            yield SensitivityShift(table.names[i], result, _ratio(result, base))


def one_person(table: CaptureTable) -> tuple[float, float] | None:
    """Smallest and largest ratio of the stepwise estimate with any one person left out."""
    whole = stepwise.select(table.counts[None, :].astype(np.float64)).total[0]
    totals = stepwise.select(bca.delete_one(table.counts)[0]).total
    usable = totals[np.isfinite(totals)]
    if not np.isfinite(whole) or not usable.size:
        return None
    return float(usable.min() / whole), float(usable.max() / whole)


def _ratio(result: Estimate, base: Estimate) -> float | None:
    if result.estimate is None or base.estimate is None:
        return None
    return result.estimate / base.estimate
