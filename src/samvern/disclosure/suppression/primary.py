# SPDX-License-Identifier: EUPL-1.2
"""Which cells may not be published as they are (Hundepool et al. 2012, sections 4.2 and 5.3)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvern.disclosure.cells import Cells, Index, Ints

Mask = NDArray[np.bool_]
MARGIN = 0.15
"""A cell sensitive by its contributors must be uncertain by this share of its count, upwards."""


@dataclass(frozen=True)
class Rules:
    """base: counts of 1 to base - 1 are sensitive. zeros: so is 0. units: a cell needs this many
    contributing units. dominance (n, k): the n largest units hold at most k per cent of a cell.
    """

    base: int = 5
    zeros: bool = False
    units: int = 0
    dominance: tuple[int, float] | None = None


@dataclass(frozen=True)
class Contributions:
    """Who contributed: for each pair of inner cell and unit (an agency, say) its persons."""

    inner: NDArray[np.int64]
    unit: NDArray[np.int64]
    persons: Ints


def needs(cells: Cells, rules: Rules, given: Contributions | None = None) -> Ints:
    """How far upwards a reader must be left unsure of each published cell; 0 where not sensitive.

    A small cell must be able to be `base`: then nobody can prove it small.
    """
    totals = cells.totals
    small = (totals < rules.base) & ((totals > 0) | rules.zeros)
    need = np.where(small, rules.base - totals, 0)
    if given is not None:
        sensitive = _by_units(cells, rules, given) & (totals > 0)
        wide = np.maximum(1, np.ceil(MARGIN * totals).astype(np.int64))
        need = np.where(sensitive, np.maximum(need, wide), need)
    return need


def _by_units(cells: Cells, rules: Rules, given: Contributions) -> Mask:
    """Cells with too few units (n-unit rule) or dominated by the largest ((n, k) rule)."""
    sensitive = np.zeros(cells.published, bool)
    units = int(given.unit.max()) + 1
    for margin in range(len(cells.margins)):
        key = cells.member[given.inner, margin].astype(np.int64) * units + given.unit
        pair, at = np.unique(key, return_inverse=True)
        persons = np.bincount(at, given.persons).astype(float)
        cell = pair // units
        keep = persons > 0
        sensitive[_sensitive(cell[keep], persons[keep], rules)] = True
    return sensitive


def _sensitive(cell: Index, persons: NDArray[np.float64], rules: Rules) -> Index:
    """Numbers of the cells that break a rule, from (cell, one unit's persons) pairs."""
    order = np.lexsort((-persons, cell))
    cell, persons = cell[order], persons[order]
    found, start, count = np.unique(cell, return_index=True, return_counts=True)
    broken = count < rules.units
    if rules.dominance:
        largest, share = rules.dominance
        rank = np.arange(len(cell)) - np.repeat(start, count)
        total = np.add.reduceat(persons, start) if len(start) else persons
        top = np.add.reduceat(np.where(rank < largest, persons, 0), start) if len(start) else total
        broken |= top > share / 100 * total
    return found[broken]
