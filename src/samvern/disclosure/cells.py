# SPDX-License-Identifier: EUPL-1.2
"""Inner cells and published cells, and which belongs to which.

The published table is Y = X'y (Langsrud & Heldal 2018, section 2): y the inner cells, the finest
crossing the formula uses, X the 0/1 matrix of membership. Every inner cell lies in exactly one
cell of each margin, so X is kept as an integer array `member` (inner cells x margins) of published
cell numbers; that is all any method of this room needs.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvern.disclosure.counting import Ints as Ints
from samvern.disclosure.counting import count_column, read_counts
from samvern.disclosure.errors import TableError
from samvern.disclosure.formula import Term, bracketed, parse_formula
from samvern.disclosure.reading import TableSheet
from samvern.disclosure.total_labels import TOTAL

Index = NDArray[np.integer[Any]]
MAX_GRID = 200_000


@dataclass(frozen=True)
class Cells:
    """The published table of a formula.

    names: the variables of the formula. labels[v]: the values of variable v. codes: inner cells x
    variables. counts: persons in each inner cell. margins: the variables that span each margin.
    member: inner cells x margins, numbers of published cells. first: for each published cell an
    inner cell in it. margin_of: for each published cell its margin.
    """

    names: tuple[str, ...]
    labels: tuple[tuple[str, ...], ...]
    codes: Index
    counts: Ints
    margins: tuple[tuple[int, ...], ...]
    member: Index
    first: Ints
    margin_of: Index
    above: tuple[frozenset[int], ...]
    terms: tuple[Term, ...]
    alternatives: frozenset[Term]

    @property
    def published(self) -> int:
        """How many cells are published."""
        return len(self.first)

    @cached_property
    def totals(self) -> Ints:
        """The true published counts, X'y."""
        return self.sums(self.counts)

    @cached_property
    def alone(self) -> NDArray[np.bool_]:
        """Published cells that are one inner cell: a reader knows how such a cell was rounded."""
        return np.asarray(np.bincount(self.member.ravel(), minlength=self.published) == 1)

    def sums(self, inner: NDArray[np.integer]) -> Ints:
        """X'z for any inner cells z, exactly, in integers."""
        sums = np.empty(self.published, np.int64)
        start = 0
        for number in range(len(self.margins)):
            column = self.member[:, number] - start
            size = int(column.max()) + 1
            # float64 holds integers to 2**53 exactly, far above any population.
            sums[start : start + size] = np.bincount(column, inner, size).astype(np.int64)
            start += size
        return sums

    def rows(self) -> list[tuple[str, ...]]:
        """The labels of every published cell, `Total` where a variable is summed over."""
        out: list[tuple[str, ...]] = []
        for cell, margin in zip(self.first, self.margin_of, strict=True):
            shown = self.spans[margin]
            codes = self.codes[cell]
            out.append(
                tuple(
                    self.labels[v][codes[v]] if v in shown else TOTAL
                    for v in range(len(self.names))
                )
            )
        return out

    @cached_property
    def spans(self) -> list[frozenset[int]]:
        """A nested variable shows its ancestors too: a municipality's row names its county."""
        return [frozenset(m).union(*(self.above[v] for v in m)) for m in self.margins]


def cells_of(
    sheet: TableSheet, formula: str, count: str | None = None, people: bool = False
) -> Cells:
    """The inner and published cells of `formula` over the rows of `sheet`.

    Rows of the same inner cell are summed. Raises TableError for a column that does not exist or
    counts that are not whole and non-negative.
    """
    terms = parse_formula(formula)
    names = columns_of(sheet, terms)
    column = None if people else count_column(sheet, count)
    if column in names:
        raise TableError(f"formula: '{column}' holds the counts and cannot span a table.")
    coded = [_coded(sheet.column(n)) for n in names]
    labels = tuple(values for values, _ in coded)
    codes = np.column_stack([c for _, c in coded] or [np.zeros(len(sheet.rows), int)])
    return build_cells(names, labels, codes, read_counts(sheet, column), terms, bracketed(formula))


def columns_of(sheet: TableSheet, terms: list[Term]) -> tuple[str, ...]:
    """The columns a formula uses, in the order of the file; TableError for one not there."""
    for name in sorted(set().union(*terms)):
        sheet.position(name)
    return tuple(name for name in sheet.names if any(name in term for term in terms))


def _coded(texts: list[str]) -> tuple[tuple[str, ...], Ints]:
    """Distinct texts in order, and for each row the number of its text."""
    values = tuple(sorted(set(texts)))
    number = {text: at for at, text in enumerate(values)}
    return values, np.fromiter((number[text] for text in texts), np.int64, len(texts))


def build_cells(
    names: tuple[str, ...],
    labels: tuple[tuple[str, ...], ...],
    codes: NDArray[np.integer],
    counts: Ints,
    terms: list[Term],
    alternatives: set[Term],
) -> Cells:
    """Sum equal rows into inner cells, number the published cells.

    Variables of a pair in `alternatives` form a hierarchy where one determines the other; a margin
    that repeats another because of it is dropped.
    """
    sizes = [max(1, len(values)) for values in labels] or [1]
    inner, summed = _sum_equal(codes, counts, sizes)
    above = _nesting(inner, names, alternatives)
    margins = _distinct(terms, names, above)
    member = np.empty((len(inner), len(margins)), np.int32)
    firsts, owners, start = [], [], 0
    for number, margin in enumerate(margins):
        key = _keys(inner[:, list(margin)], [sizes[v] for v in margin])
        _, first, code = np.unique(key, return_index=True, return_inverse=True)
        member[:, number] = code + start
        firsts.append(first)
        owners.append(np.full(len(first), number, np.int32))
        start += len(first)
    return Cells(
        names, labels, inner, summed, margins, member,
        np.concatenate(firsts), np.concatenate(owners), above,
        tuple(terms), frozenset(alternatives),
    )  # fmt: skip


def hierarchies(cells: Cells) -> list[list[int]]:
    """Variables that belong together: each hierarchy, and each variable that is in none."""
    groups: list[list[int]] = []
    for variable in sorted(range(len(cells.names)), key=lambda v: -len(cells.above[v])):
        home = next((g for g in groups if variable in cells.above[g[0]]), None)
        if home is None:
            groups.append([variable])
        else:
            home.append(variable)
    return groups


def grid_of(cells: Cells) -> Cells:
    """The same tables with every combination of values as a cell, nobody in those not observed.

    A hierarchy counts as one variable: no municipality is put in a foreign county. Raises
    TableError above MAX_GRID inner cells.
    """
    groups = hierarchies(cells)
    blocks = [np.unique(cells.codes[:, group], axis=0) for group in groups]
    size = int(np.prod([float(len(block)) for block in blocks]))
    if size > MAX_GRID:
        raise TableError(f"zeros: the full table has {size} inner cells, at most {MAX_GRID}.")
    picks = np.indices([len(block) for block in blocks]).reshape(len(blocks), -1)
    codes = np.empty((size, len(cells.names)), np.int64)
    for group, block, pick in zip(groups, blocks, picks, strict=True):
        codes[:, group] = block[pick]
    both = np.concatenate([codes, cells.codes])
    counts = np.concatenate([np.zeros(size, np.int64), cells.counts])
    return build_cells(
        cells.names, cells.labels, both, counts, list(cells.terms), set(cells.alternatives)
    )


def _keys(codes: NDArray[np.integer], sizes: list[int]) -> Ints:
    """One integer for each row of codes; renumbered on the way where the product grows large."""
    key = np.zeros(len(codes), np.int64)
    span = 1
    for column, size in zip(codes.T, sizes, strict=True):
        if span * size > 2**62:
            values, key = np.unique(key, return_inverse=True)
            span = len(values)
        key = key * size + column
        span *= size
    return key


def _sum_equal(codes: NDArray[np.integer], counts: Ints, sizes: list[int]) -> tuple[Index, Ints]:
    key = _keys(codes, sizes)
    _, first, group = np.unique(key, return_index=True, return_inverse=True)
    summed = np.zeros(len(first), np.int64)
    np.add.at(summed, group, counts)
    return codes[first].astype(np.int32), summed


def _nesting(
    codes: Index, names: tuple[str, ...], alternatives: set[Term]
) -> tuple[frozenset[int], ...]:
    """For each variable those above it in a hierarchy: a municipality determines its county."""
    levels = [np.unique(column).size for column in codes.T]
    above: list[set[int]] = [set() for _ in names]
    for pair in alternatives:
        coarse, fine = sorted((names.index(n) for n in pair), key=lambda v: (levels[v], v))
        if _determines(codes[:, fine], codes[:, coarse]):
            above[fine].add(coarse)
    return tuple(frozenset(ancestors) for ancestors in above)


def _determines(fine: Index, coarse: Index) -> bool:
    image = np.zeros(int(fine.max()) + 1, np.int64)
    image[fine] = coarse
    return bool(np.array_equal(image[fine], coarse))


def _distinct(
    terms: list[Term], names: tuple[str, ...], above: tuple[frozenset[int], ...]
) -> tuple[tuple[int, ...], ...]:
    """Margins without those that repeat another: county:municipality is municipality."""
    kept: dict[tuple[int, ...], None] = {}
    for term in terms:
        variables = {names.index(name) for name in term}
        implied = set().union(*(above[v] for v in variables))
        kept[tuple(sorted(variables - implied))] = None
    return tuple(kept)
