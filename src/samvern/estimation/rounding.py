# SPDX-License-Identifier: EUPL-1.2
"""Whole persons that still add up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from samvern.estimation.poisson import Floats, Ints


def whole(values: Floats | Sequence[float]) -> Ints:
    """Whole numbers with the same (rounded) sum: the largest remainders are rounded up.

    Hamilton's method of apportionment; no value moves by one or more.
    """
    exact = np.asarray(values, dtype=np.float64)
    floor = np.floor(exact + 1e-9).astype(np.int64)
    missing = round(float(exact.sum())) - int(floor.sum())
    floor[np.argsort(floor - exact, kind="stable")[:missing]] += 1
    return floor
