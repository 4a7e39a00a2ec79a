# SPDX-License-Identifier: EUPL-1.2
"""How far a protected table is from the true one; definitions of SmallCountRounding's metrics."""

from dataclasses import dataclass

import numpy as np

from samvern.disclosure.cells import Ints


@dataclass(frozen=True)
class Loss:
    """Error over the published cells.

    mean_abs_error: mean |e|; max_error: max |e|; rms: square root of mean e**2; hellinger_utility:
    1 - H / sqrt(N), H**2 = sum (sqrt(z) - sqrt(y))**2 / 2 and N = sum y: 1 is no loss.
    """

    mean_abs_error: float
    max_error: int
    rms: float
    hellinger_utility: float


def loss(true: Ints, released: Ints) -> Loss:
    """Compare two tables cell by cell."""
    if not len(true):
        return Loss(0.0, 0, 0.0, 1.0)
    error = np.abs(released - true).astype(float)
    distance = np.sqrt(((np.sqrt(released) - np.sqrt(true)) ** 2).sum() / 2)
    return Loss(
        float(error.mean()), int(error.max()), float(np.sqrt((error**2).mean())),
        float(1 - distance / np.sqrt(true.sum())) if true.sum() else 1.0,
    )  # fmt: skip
