# SPDX-License-Identifier: EUPL-1.2
"""Loss of synthetic records by the measures of Synthetic Data Showcase (IOM and Microsoft).

Over all combinations of k values, "" not counted as a value. The numbers are computed on the real
records and are not part of the private release.
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from samvern.disclosure.synthetic.records import BLANK, Codes, Records


@dataclass(frozen=True)
class Quality:
    """error: mean |real - synthetic| over the combinations that exist in the real records (a
    missing one counts in full). suppressed, fabricated: shares of real combinations that are
    missing and of synthetic ones that do not exist. near: share of real combinations of 10 persons
    or more kept within 10 % (or 1 person)."""

    length: int
    combinations: int
    error: float
    suppressed: float
    fabricated: float
    near: float


def quality(real: Records, made: Records, length: int) -> Quality:
    """Compare two sets of records with the same columns."""
    values = [sorted({*a, *b} - {BLANK}) for a, b in zip(real.values, made.values, strict=True)]
    one, two = _recode(real, values), _recode(made, values)
    sums = np.zeros(7)
    for columns in combinations(range(len(values)), length):
        sizes = [len(values[c]) for c in columns]
        if 0 not in sizes:
            sums += _compare(_counts(one, columns, sizes), _counts(two, columns, sizes))
    real_count, error, missing, made_count, new, large, near = sums
    return Quality(
        length, int(real_count), float(error / max(1, real_count)),
        float(missing / max(1, real_count)), float(new / max(1, made_count)),
        float(near / max(1, large)),
    )  # fmt: skip


def _recode(records: Records, values: list[list[str]]) -> Codes:
    """Codes on the common list; -1 for a blank."""
    columns = []
    for column, common in enumerate(values):
        at = {value: number for number, value in enumerate(common)}
        to = np.array([at.get(value, -1) for value in records.values[column]])
        columns.append(to[records.codes[:, column]])
    return np.column_stack(columns)


def _counts(codes: Codes, columns: tuple[int, ...], sizes: list[int]) -> tuple[Codes, Codes]:
    """Keys of the combinations that occur, and how often."""
    part = codes[:, columns]
    part = part[(part >= 0).all(axis=1)]
    return np.unique(np.ravel_multi_index(part.T, sizes), return_counts=True)


def _compare(real: tuple[Codes, Codes], made: tuple[Codes, Codes]) -> "np.ndarray":
    keys = np.union1d(real[0], made[0])
    a, b = np.zeros(len(keys)), np.zeros(len(keys))
    a[np.searchsorted(keys, real[0])] = real[1]
    b[np.searchsorted(keys, made[0])] = made[1]
    is_real, large = a > 0, a >= 10
    close = np.abs(a - b) <= np.maximum(1, 0.1 * a)
    return np.array([
        is_real.sum(), np.abs(a - b)[is_real].sum(), (is_real & (b == 0)).sum(), (b > 0).sum(),
        (~is_real).sum(), large.sum(), (large & close).sum(),
    ], float)  # fmt: skip
