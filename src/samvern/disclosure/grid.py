# SPDX-License-Identifier: EUPL-1.2
"""The rows of a rounded table: every combination, so that a printed 0 does not tell of anybody.

If only combinations that somebody is in were written, a 0 among them would say "one to four". So
the full grid is written, with 0 where nobody is. A table too large for that is written without any
0: a row left out then says no more than a 0 would. Left out are combinations that cannot be (a
municipality under another county; pairs said to be impossible), and a label that nothing is printed
of, unless the list of labels is public anyway: a label of which all is 0 would say the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np

from samvern.disclosure.cells import Cells, Ints, hierarchies
from samvern.disclosure.errors import TableError
from samvern.disclosure.reading import TableSheet
from samvern.disclosure.total_labels import TOTAL

MAX_ROWS = 1_000_000
Row = tuple[str, ...]


@dataclass(frozen=True)
class CodeLists:
    """Labels known to be public, whoever carries them, and pairs that cannot be: for each column
    its labels, and ((column, label), (column, label))."""

    public: dict[str, frozenset[str]]
    impossible: frozenset[tuple[tuple[str, str], tuple[str, str]]]


NOTHING = CodeLists({}, frozenset())


def lists_of(codebook: TableSheet | None, impossible: TableSheet | None) -> CodeLists:
    """Read a codebook (column,value) and impossible pairs (column1,value1,column2,value2)."""
    public: dict[str, set[str]] = {}
    if codebook is not None:
        for name, label in zip(codebook.column("column"), codebook.column("value"), strict=True):
            public.setdefault(name, set()).add(label)
    pairs = set()
    if impossible is not None:
        wanted = [impossible.column(n) for n in ("column1", "value1", "column2", "value2")]
        pairs = {((a, b), (c, d)) for a, b, c, d in zip(*wanted, strict=True)}
    return CodeLists({name: frozenset(labels) for name, labels in public.items()}, frozenset(pairs))


@dataclass(frozen=True)
class FullGrid:
    """rows and values of what is written. empty: rows in which nobody is. impossible: combinations
    left out as such. unlisted: labels left out because nothing is printed of them. whole: is every
    other combination written? If not, no row is 0."""

    rows: list[Row]
    values: list[int]
    empty: int
    impossible: int
    unlisted: int
    whole: bool

    @property
    def tells_presence(self) -> bool:
        """Would a printed 0 say that somebody is there, as empty combinations are left out?"""
        return not self.whole and 0 in self.values


def full_grid(cells: Cells, published: Ints, lists: CodeLists = NOTHING) -> FullGrid:
    """Every combination of the labels printed; above MAX_ROWS rows, those that are not 0.

    Raises TableError where somebody is in a combination said to be impossible.
    """
    listed = _listed(cells, published, lists)
    blocks = _blocks(cells, listed, lists)
    sizes = [_size(margin, blocks, cells) for margin in cells.margins]
    unlisted = sum(map(len, cells.labels)) - sum(
        len(kept & set(labels)) for kept, labels in zip(listed, cells.labels, strict=True)
    )
    known = dict(zip(cells.rows(), published.tolist(), strict=True))
    if sum(sizes) > MAX_ROWS:
        above = {row: value for row, value in known.items() if value}
        return FullGrid(list(above), list(above.values()), 0, 0, unlisted, whole=False)
    true = dict(zip(cells.rows(), cells.totals.tolist(), strict=True))
    made = [row for margin in cells.margins for row in _rows(cells, margin, blocks)]
    rows = [row for row in made if not (lists.impossible and _cannot_be(cells.names, row, lists))]
    _check_impossible(true, set(made) - set(rows))
    return FullGrid(
        rows, [known.get(row, 0) for row in rows], sum(not true.get(row) for row in rows),
        len(made) - len(rows), unlisted, whole=True,
    )  # fmt: skip


def _check_impossible(true: dict[Row, int], left_out: set[Row]) -> None:
    for row in sorted(left_out):
        if true.get(row):
            raise TableError(
                f"impossible pairs: somebody is in {' / '.join(row)[:80]}, which was said to be "
                "impossible."
            )


def _listed(cells: Cells, published: Ints, lists: CodeLists) -> list[frozenset[str]]:
    """The labels of each variable that are written.

    All of a column whose list is public (in the codebook, or with a label nobody carries in the
    file itself); else those of which anything above 0 is printed.
    """
    out = []
    for number, (name, labels) in enumerate(zip(cells.names, cells.labels, strict=True)):
        inner = cells.codes[:, number]
        carried = np.bincount(inner, cells.counts, len(labels)) > 0
        if name in lists.public or not carried.all():
            out.append(frozenset(labels) | lists.public.get(name, frozenset()))
            continue
        most = np.zeros(len(labels), np.int64)
        for column, margin in enumerate(cells.margins):
            if number in cells.spans[column] or number in margin:
                np.maximum.at(most, inner, published[cells.member[:, column]])
        out.append(frozenset(label for label, n in zip(labels, most, strict=True) if n > 0))
    return out


Blocks = list[tuple[tuple[int, ...], list[Row]]]


def _blocks(cells: Cells, listed: list[frozenset[str]], lists: CodeLists) -> Blocks:
    """Groups of variables that belong together (a hierarchy, or one alone) with the combinations
    that can be: of a hierarchy those observed, of one variable all that are listed."""
    blocks: Blocks = []
    for group in hierarchies(cells):
        combos: list[Row]
        if len(group) == 1:
            combos = [(label,) for label in sorted(listed[group[0]])]
        else:
            codes = np.unique(cells.codes[:, group], axis=0).tolist()
            combos = [
                tuple(cells.labels[v][code] for v, code in zip(group, row, strict=True))
                for row in codes
            ]
            combos = [
                row for row in combos
                if all(label in listed[v] for v, label in zip(group, row, strict=True))
            ]  # fmt: skip
        blocks.append((tuple(group), combos))
    return blocks


def _parts(margin: tuple[int, ...], blocks: Blocks, cells: Cells) -> list[dict[Row, None]]:
    """For each block the distinct combinations a margin shows of it."""
    shown = frozenset(margin).union(*(cells.above[v] for v in margin))
    return [
        dict.fromkeys(
            tuple(label if v in shown else TOTAL for v, label in zip(group, row, strict=True))
            for row in (combos if shown & set(group) else [(TOTAL,) * len(group)])
        )
        for group, combos in blocks
    ]


def _size(margin: tuple[int, ...], blocks: Blocks, cells: Cells) -> int:
    return int(np.prod([float(len(part)) for part in _parts(margin, blocks, cells)]))


def _rows(cells: Cells, margin: tuple[int, ...], blocks: Blocks) -> Iterator[Row]:
    """Every row of a margin, in the order of the columns."""
    place = {v: n for n, v in enumerate(v for group, _ in blocks for v in group)}
    order = [place[v] for v in range(len(cells.names))]
    for combo in product(*_parts(margin, blocks, cells)):
        flat = tuple(label for part in combo for label in part)
        yield tuple(flat[n] for n in order)


def _cannot_be(names: Row, row: Row, lists: CodeLists) -> bool:
    there = set(zip(names, row, strict=True))
    return any(a in there and b in there for a, b in lists.impossible)
