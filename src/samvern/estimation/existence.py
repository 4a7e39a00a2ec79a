# SPDX-License-Identifier: EUPL-1.2
"""Does a table say anything about a model? Existence and identifiability of the estimate.

Fienberg & Rinaldo (2012), as applied to capture tables by Chan, Silverman & Vincent (2021, section
2.4). After the effects with zero totals have been set to minus infinity and their cells removed,
 1. the maximum likelihood estimate exists iff some table x > 0 on the remaining cells has the
    observed margins, A x = A n: the linear programme  max s : A x = A n, x >= s  has s > 0;
 2. the effects are identifiable iff A has full row rank on the remaining cells.
Both depend on the counts only through which cells are zero. If A restricted to the *observed* cells
already has full rank, then both hold (no non-zero y has y'A = 0 on them), so the linear programme
is needed for the rare rest only.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy.optimize import linprog

from samvern.estimation.poisson import Bools, Floats, Ints, boundary, information, superset_sums

EXISTS, NO_ESTIMATE, NOT_IDENTIFIED, NEITHER = 0, 1, 2, 3
_TINY = 1e-9


def check(counts: Floats, effects: Ints) -> int:
    """Status of one model for one table: EXISTS, NO_ESTIMATE, NOT_IDENTIFIED or NEITHER.

    `counts`: (2^k,), `effects`: masks of the model's effects, the intercept 0 included.
    """
    row = np.asarray(counts, dtype=np.float64)[None, :]
    masks = np.asarray(effects, dtype=np.int64)[None, :]
    live, keep = boundary(row, masks, np.ones_like(masks, dtype=bool))
    support = (row[0] > 0) & (keep[0] > 0)
    return _status(support.size, _bits(support), _bits(keep[0] > 0), tuple(masks[0][live[0]]))


def check_batch(counts: Floats, effects: Ints, active: Bools) -> Bools:
    """Which of B (table, model) pairs have a finite, identified extended estimate; shape (B,)."""
    live, keep = boundary(counts, effects, active)
    support = (counts > 0) & (keep > 0)
    good = _full_rank(support.astype(np.float64), effects, live)
    cells = counts.shape[1]
    for i in np.flatnonzero(~good):
        own = effects if effects.ndim == 1 else effects[i]
        masks = tuple(own[live[i]].tolist())
        good[i] = _status(cells, _bits(support[i]), _bits(keep[i] > 0), masks) == EXISTS
    return good


def _full_rank(weights: Floats, effects: Ints, live: Bools) -> Bools:
    """Has A, on the cells of weight one, full row rank? From the eigenvalues of A A'."""
    gram = information(superset_sums(weights), effects, live)
    diagonal = np.arange(live.shape[1])
    gram[:, diagonal, diagonal] += ~live
    return np.asarray(np.linalg.eigvalsh(gram)[:, 0] > _TINY)


def _bits(flags: Bools) -> bytes:
    return np.packbits(flags, bitorder="little").tobytes()


def _flags(bits: bytes, cells: int) -> Bools:
    raw = np.frombuffer(bits, dtype=np.uint8)
    return np.unpackbits(raw, count=cells, bitorder="little").astype(bool)


@lru_cache(maxsize=200_000)
def _status(cells: int, support: bytes, keep: bytes, effects: tuple[int, ...]) -> int:
    index = np.flatnonzero(_flags(keep, cells))
    masks = np.array(effects, dtype=np.int64)
    design = ((index[None, :] & masks[:, None]) == masks[:, None]).astype(np.float64)
    seen = _flags(support, cells)[index]
    deficient = np.linalg.matrix_rank(design) < masks.size if masks.size else True
    return NO_ESTIMATE * (not _interior(design, seen)) + NOT_IDENTIFIED * bool(deficient)


def _interior(design: Floats, seen: Bools) -> bool:
    """Fienberg & Rinaldo (2012), page 3: is there a positive table with the same margins?"""
    effects, cells = design.shape
    if seen.all():
        return True
    margins = design @ seen
    equal = np.hstack([design, np.zeros((effects, 1))])
    below = np.hstack([-np.eye(cells), np.ones((cells, 1))])
    cost = np.zeros(cells + 1)
    cost[-1] = -1.0
    zeros = np.zeros(cells)
    answer = linprog(cost, A_ub=below, b_ub=zeros, A_eq=equal, b_eq=margins, method="highs")
    return answer.x is not None and bool(answer.x[-1] > 1e-7)
