# SPDX-License-Identifier: EUPL-1.2
"""Find whole records whose pair counts are the guessed ones, and that hold no doubtful pair.

Minimise sum over pairs of w (C - T)**2 + penalty C [pair not allowed], C the pair counts of the
records, by changing one attribute of many records at a time: the gain of every possible change of a
column is one matrix product. Direct search over records instead of sampling from a model leaves out
the sampling error, which at n = 2,000 is as large as the noise (cf. Aydore et al. 2021, ICML).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvern.disclosure.synthetic.records import Codes, Floats, Records
from samvern.disclosure.synthetic.zeros import Mask

Progress = Callable[[float], None]
SWEEPS = (12, 40)
WORK = 800_000
DOUBTFUL = 100.0
NEVER = 1e4
BATCH = 2_500
POWER = 0.5


@dataclass
class RecordSearch:
    """records: names and values (codes are replaced). target: size x size. doubtful: pairs to leave
    out; impossible: pairs that may never be; free: values that only mean withheld, not aimed at."""

    records: Records
    target: Floats
    doubtful: Mask
    impossible: Mask
    free: NDArray[np.bool_]

    def __post_init__(self) -> None:
        weight = (1 + self.target) ** -POWER
        same = np.zeros_like(self.doubtful)
        for column in range(len(self.records.names)):
            same[self.records.block(column), self.records.block(column)] = True
        weight[self.free, :] = weight[:, self.free] = 0.0
        self.penalty = DOUBTFUL * self.doubtful + NEVER * self.impossible
        self.penalty[same] = 0.0
        weight[same] = 0.0
        np.fill_diagonal(weight, np.where(self.free, 0.0, (1 + np.diag(self.target)) ** -POWER))
        self.weight = weight

    def run(
        self, persons: int, rng: np.random.Generator, progress: Progress | None = None
    ) -> Codes:
        """`persons` records, searched from a start with the right single counts."""
        codes = _start(self.records, np.diag(self.target), persons, rng)
        ones = self.records.one_hot(codes)
        counts = np.asarray(ones.T @ ones, np.float64)
        sweeps = int(np.clip(WORK // persons, *SWEEPS))
        for sweep in range(sweeps):
            heat = 0.5 * max(0.0, 1 - sweep / (0.7 * sweeps))
            changed = self._sweep(codes, ones, counts, heat, sweep, rng)
            if progress:
                progress((sweep + 1) / sweeps)
            if heat == 0 and changed == 0:
                break
        return codes

    def _sweep(self, codes: Codes, ones: NDArray[np.float32], counts: Floats, heat: float,
               sweep: int, rng: np.random.Generator) -> int:  # fmt: skip
        changed = 0
        size = min(BATCH, max(50, len(codes) // 10))
        for column in rng.permutation(codes.shape[1]).tolist():
            order = rng.permutation(len(codes))
            for start in range(0, len(order), size):
                rows = order[start : start + size]
                changed += self._change(codes, ones, counts, column, rows, heat, sweep, rng)
        return changed

    def _change(self, codes: Codes, ones: NDArray[np.float32], counts: Floats, column: int,
                rows: Codes, heat: float, sweep: int, rng: np.random.Generator) -> int:  # fmt: skip
        """Change one column of some rows where that lowers the loss; at most a share at once."""
        block = self.records.block(column)
        others = ones[rows].copy()
        others[:, block] = 0
        weight = self.weight[:, block]
        slope = 2 * weight * (counts - self.target)[:, block] + self.penalty[:, block]
        own = np.diag(self.weight)[block]
        single = 2 * own * (np.diag(counts) - np.diag(self.target))[block]
        # Adding one to a count costs slope + w, taking one away gains slope - w.
        gain_here = others @ (slope - weight).astype(np.float32) + (single - own)
        cost_there = others @ (slope + weight).astype(np.float32) + (single + own)
        now = codes[rows, column]
        here = gain_here[np.arange(len(rows)), now]
        cost_there[np.arange(len(rows)), now] = here
        if heat:
            cost_there = cost_there - heat * rng.gumbel(size=cost_there.shape)
        best = cost_there.argmin(axis=1)
        better = (best != now) & (cost_there[np.arange(len(rows)), best] < here - 1e-6)
        # Rows that would crowd into the same value spoil each other's gain: take them in parts.
        share = max(0.05, 0.5 / (1 + sweep / 4))
        move = np.flatnonzero(better & (rng.random(len(rows)) < share))
        if not len(move):
            return 0
        self._apply(codes, ones, counts, column, rows[move], best[move])
        return len(move)

    def _apply(self, codes: Codes, ones: NDArray[np.float32], counts: Floats, column: int,
               rows: Codes, values: Codes) -> None:  # fmt: skip
        block = self.records.block(column)
        difference = np.zeros((len(rows), block.stop - block.start), np.float32)
        at = np.arange(len(rows))
        difference[at, codes[rows, column]] -= 1
        difference[at, values] += 1
        others = ones[rows]
        others[:, block] = 0
        shift = np.asarray(difference.T @ others, np.float64)
        counts[block, :] += shift
        counts[:, block] += shift.T
        counts[np.arange(block.start, block.stop), np.arange(block.start, block.stop)] += (
            difference.sum(axis=0)
        )
        codes[rows, column] = values
        ones[rows, block] += difference


def _start(records: Records, singles: Floats, persons: int, rng: np.random.Generator) -> Codes:
    """Independent columns whose single counts are right to within one."""
    codes = np.empty((persons, len(records.names)), np.int64)
    for column in range(len(records.names)):
        ends = np.cumsum(singles[records.block(column)])
        ends = ends / ends[-1] * persons
        codes[:, column] = rng.permutation(
            np.searchsorted(ends, np.arange(persons) + rng.random(), side="right").clip(
                0, len(ends) - 1
            )
        )
    return codes
