# SPDX-License-Identifier: EUPL-1.2
"""Carrying the uncertainty of linkage: one estimate from many plausible linkages.

When names are linked with error there is not one table but many plausible ones. Rubin's (1987,
chapter 3) rules on the log scale: the pooled estimate is the mean of log N_m over the M linkages;
each side of the interval has the squared half-width
    mean of the squared half-widths within linkages + (1 + 1/M) z^2 * variance between the log N_m.
Both sides are kept apart because the intervals are lopsided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from samvern.estimation.result import Estimate

Z_80, Z_95 = 1.2815515655446004, 1.959963984540054


def pool(estimates: Sequence[Estimate]) -> Estimate:
    """One estimate from the same method's answers to M linkages.

    A linkage without an answer makes the pooled answer a refusal: leaving it out would hide it.
    """
    if len(estimates) == 1:
        return estimates[0]
    seconds = sum(e.seconds for e in estimates)
    missing = next((e for e in estimates if e.estimate is None), None)
    if missing is not None:
        return replace(missing, seconds=seconds)
    points = np.log([e.estimate for e in estimates if e.estimate is not None])
    first = next((e for e in estimates if e.reason), estimates[0])
    centre = float(points.mean())
    return replace(
        first,
        estimate=float(np.exp(centre)),
        interval80=_interval(points, [e.interval80 for e in estimates if e.interval80], Z_80),
        interval95=_interval(points, [e.interval95 for e in estimates if e.interval95], Z_95),
        identified=all(e.identified for e in estimates),
        seconds=seconds,
    )


def _interval(
    points: np.ndarray, bounds: Sequence[tuple[float, float]], z: float
) -> tuple[float, float]:
    between = (1 + 1 / points.size) * z**2 * float(points.var(ddof=1))
    logs = np.log(np.array(bounds))
    down = np.sqrt(np.mean((points - logs[:, 0]) ** 2) + between)
    up = np.sqrt(np.mean((logs[:, 1] - points) ** 2) + between)
    centre = points.mean()
    return float(np.exp(centre - down)), float(np.exp(centre + up))
