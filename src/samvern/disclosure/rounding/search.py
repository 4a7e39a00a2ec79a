# SPDX-License-Identifier: EUPL-1.2
"""Choose which small inner cells become `base` and which 0, so that every margin is kept near.

Minimise sum over published cells of f(e), e = rounded - true, f(e) = |e| + e**2 / WIDTH +
(e / FAR)**4, over
z in {0, base}^n. Langsrud & Heldal (2018) search greedily along the residuals of X'X; this is
simulated annealing (Kirkpatrick, Gelatt & Vecchi 1983, Science 220, 671-680) on single changes.
Trial and acceptance are vectorised over a batch; each accepted change is tried again on the errors
as they are at that moment, so the walk is the sequential one.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvern.disclosure.cells import Index, Ints
from samvern.disclosure.rounding.candidates import Mask

Floats = NDArray[np.float32]
Progress = Callable[[float], None]

WIDTH = 30.0
FAR = 6.0
HOT, HOT_PER_MARGIN = 20.0, 0.8
COOLING_SHARE = 0.85
WORK = 600_000_000
STEPS = 1_200_000
SWEEPS = (100, 400)


@dataclass
class RoundingWalk:
    """The state of a search: errors of published cells and which inner cells are up (= base)."""

    member: Index
    errors: Ints
    up: Mask
    base: int

    def __post_init__(self) -> None:
        reach = self.base * (len(self.up) + 1) + int(np.abs(self.errors).max(initial=0))
        errors = np.arange(-reach, reach + 1, dtype=np.float64)
        loss = np.abs(errors) + errors**2 / WIDTH + (errors / FAR) ** 4
        step = self.base
        self.reach = reach
        self.cost = np.zeros((2, len(loss)), np.float32)
        self.cost[0, :-step] = loss[step:] - loss[:-step]
        self.cost[1, step:] = loss[:-step] - loss[step:]

    def costs(self, cells: Ints) -> Floats:
        """What changing each of these inner cells would add to the loss."""
        table = self.cost[self.up[cells].astype(np.intp)[:, None],
                          self.errors[self.member[cells]] + self.reach]  # fmt: skip
        return np.asarray(table.sum(axis=1), np.float32)

    def change(self, cell: int, allowed: float) -> bool:
        """Change one inner cell if that still costs less than `allowed`."""
        at = self.member[cell]
        up = bool(self.up[cell])
        if self.cost[int(up), self.errors[at] + self.reach].sum() >= allowed:
            return False
        self.errors[at] += -self.base if up else self.base
        self.up[cell] = not up
        return True


def sweeps_for(inner: int, margins: int) -> int:
    """Length of the search: fixed by the size alone, so that a seed gives the same answer."""
    inner = max(1, inner)
    return int(np.clip(min(WORK // (inner * margins), STEPS // inner), *SWEEPS))


def systematic_start(counts: Ints, base: int, rng: np.random.Generator) -> Mask:
    """Round up where the running sum passes a multiple of base, from a random start.

    Systematic sampling in the order of the inner cells: each leading margin starts within base.
    """
    running = np.cumsum(counts) + int(rng.integers(base))
    return np.asarray(running // base > (running - counts) // base)


def anneal(walk: RoundingWalk, rng: np.random.Generator, sweeps: int, heat: float,
           progress: Progress | None = None) -> None:  # fmt: skip
    """Cool from `heat` to 0 over COOLING_SHARE of the sweeps, then only improve until nothing does.

    progress receives the share done, 0 to 1.
    """
    cooling = max(1, int(sweeps * COOLING_SHARE))
    for sweep in range(sweeps):
        heat_now = heat * max(0.0, 1 - sweep / cooling)
        changed = _sweep(walk, rng, heat_now)
        if progress:
            progress((sweep + 1) / sweeps)
        if heat_now == 0 and not changed:
            return


def _sweep(walk: RoundingWalk, rng: np.random.Generator, heat: float) -> int:
    order = rng.permutation(len(walk.up))
    size = int(np.clip(len(order) // 10, 50, 2000))
    changed = 0
    for start in range(0, len(order), size):
        batch = order[start : start + size]
        # Metropolis: accept a cost below heat * Exp(1), drawn before looking.
        allowed = heat * rng.standard_exponential(len(batch), np.float32)
        for at in np.flatnonzero(walk.costs(batch) < allowed).tolist():
            changed += walk.change(int(batch[at]), float(allowed[at]))
    return changed
