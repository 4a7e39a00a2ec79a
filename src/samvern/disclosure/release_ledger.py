# SPDX-License-Identifier: EUPL-1.2
"""The ledger of releases: all rounded tables of one register, attacked as one system.

Two releases of large, unrounded counts tell their difference: 9 last year and 10 now is one new
person. So a release is tried as it is; where the ledger then tells a small change, it is made anew
as the last release plus the rounded changes since, so that what a reader can subtract is itself a
rounded table of changes. Where that tells too, it is refused.

The file holds true and rounded counts of the inner cells. It is as sensitive as the register and is
never published.
"""

import csv
import io
from dataclasses import dataclass, replace

import numpy as np

from samvern.common.csv_cells import safe_row
from samvern.disclosure.attack.propagate import propagate
from samvern.disclosure.attack.puzzle import Bounds, puzzle_of
from samvern.disclosure.cells import Cells, Ints, build_cells
from samvern.disclosure.counting import read_counts
from samvern.disclosure.errors import TableError
from samvern.disclosure.reading import TableSheet
from samvern.disclosure.rounding import Rounded, round_table

RELEASE, TRUE, ROUNDED = "release", "true_count", "rounded_count"
SEEDS = 3
Key = tuple[str, ...]


@dataclass(frozen=True)
class Release:
    """Of each inner cell its true and its rounded count in one release."""

    name: str
    counts: dict[Key, tuple[int, int]]


@dataclass(frozen=True)
class LedgerAttack:
    """What laying releases side by side tells. exact: changes of 1 to base - 1 persons that the
    printed numbers give as they are. small: changes proved to be of 1 to base - 1 persons."""

    releases: int
    exact: int
    small: int

    @property
    def passed(self) -> bool:
        return not (self.exact or self.small)


def read_ledger(sheet: TableSheet, names: tuple[str, ...]) -> list[Release]:
    """The releases in a kept file, oldest first. Raises TableError for another formula's file."""
    wanted = {*(safe_row(names, signed=True)), TRUE, ROUNDED}
    if set(sheet.names) - {RELEASE} != wanted:
        raise TableError(
            f"{sheet.path}: does not hold the inner cells of this formula. "
            f"Expected the columns {', '.join(names)}, {TRUE}, {ROUNDED}."
        )
    columns = [sheet.column(name) for name in safe_row(names, signed=True)]
    true, rounded = read_counts(sheet, TRUE), read_counts(sheet, ROUNDED)
    release = sheet.column(RELEASE) if RELEASE in sheet.names else ["1"] * len(true)
    found: dict[str, dict[Key, tuple[int, int]]] = {}
    for row, name in enumerate(release):
        key = tuple(column[row] for column in columns)
        found.setdefault(name, {})[key] = int(true[row]), int(rounded[row])
    return [Release(name, counts) for name, counts in found.items()]


def ledger_csv(cells: Cells, earlier: list[Release], inner: Ints) -> str:
    """The ledger with this release added, as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*safe_row(cells.names, signed=True), RELEASE, TRUE, ROUNDED])
    for release in earlier:
        writer.writerows((*key, release.name, *pair) for key, pair in release.counts.items())
    pairs = zip(cells.counts.tolist(), inner.tolist(), strict=True)
    name = str(len(earlier) + 1)
    writer.writerows((*key, name, *pair) for key, pair in zip(_keys(cells), pairs, strict=True))
    return out.getvalue()


def _keys(cells: Cells) -> list[Key]:
    return [
        tuple(safe_row((v[c] for v, c in zip(cells.labels, codes, strict=True)), signed=True))
        for codes in cells.codes.tolist()
    ]


def with_earlier(cells: Cells, releases: list[Release]) -> Cells:
    """The same tables with the inner cells of earlier releases too, empty where nobody is now."""
    known = set(_keys(cells))
    gone = sorted({key for release in releases for key in release.counts} - known)
    if not gone:
        return cells
    labels = tuple(
        tuple(sorted({*old, *(key[n] for key in gone)})) for n, old in enumerate(cells.labels)
    )
    number = [{label: n for n, label in enumerate(values)} for values in labels]
    moved = np.column_stack(
        [
            np.array([number[v][label] for label in old])[cells.codes[:, v]]
            for v, old in enumerate(cells.labels)
        ]
    )
    added = np.array([[number[v][label] for v, label in enumerate(key)] for key in gone])
    return build_cells(
        cells.names, labels, np.concatenate([moved, added]),
        np.concatenate([cells.counts, np.zeros(len(gone), np.int64)]),
        list(cells.terms), set(cells.alternatives),
    )  # fmt: skip


def _of(release: Release, cells: Cells) -> tuple[Ints, Ints]:
    """True and rounded inner counts of a release, in the order of `cells`."""
    pairs = [release.counts.get(key, (0, 0)) for key in _keys(cells)]
    both = np.array(pairs, np.int64).reshape(-1, 2)
    return both[:, 0], both[:, 1]


def kept_values(cells: Cells, releases: list[Release]) -> Ints | None:
    """For each inner cell its rounded count in the last release; -1 where new or changed."""
    if not releases:
        return None
    known = releases[-1].counts
    out = np.full(len(cells.counts), -1, np.int64)
    for number, (key, count) in enumerate(zip(_keys(cells), cells.counts.tolist(), strict=True)):
        true, rounded = known.get(key, (-1, -1))
        if true == count:
            out[number] = rounded
    return out


def next_release(
    table: Rounded, releases: list[Release], seed: int
) -> tuple[Rounded, LedgerAttack, bool]:
    """The release to make: as it is, else the last one plus rounded changes; what it tells; and
    whether it was changed. `table` is over the cells of `with_earlier`."""
    told = attack_ledger(table, releases)
    if told.passed:
        return table, told, False
    found = [(table, told, True)]
    for attempt in range(SEEDS):
        changed = _last_plus_changes(table, releases[-1], seed + attempt)
        found.append((changed, attack_ledger(changed, releases), True))
        if found[-1][1].passed and not _small(changed):
            break
    return found[-1]


def _small(table: Rounded) -> bool:
    return bool(((table.published > 0) & (table.published < table.base)).any())


def _last_plus_changes(table: Rounded, last: Release, seed: int) -> Rounded:
    """The last rounded table plus the rounded table of changes since."""
    cells, base = table.cells, table.base
    true, rounded = _of(last, cells)
    change = cells.counts - true
    grown = round_table(replace(cells, counts=np.maximum(change, 0)), base, seed).inner
    fallen = np.where(change <= -base, -change, 0)
    inner = rounded + grown - fallen
    # People taken out of a cell that was printed lower than it was: nothing is left to take from.
    inner = np.where((fallen > 0) & (inner < base), 0, np.maximum(inner, 0))
    return Rounded(cells, base, inner, cells.sums(inner), table.rounded | (inner != cells.counts))


def attack_ledger(table: Rounded, releases: list[Release]) -> LedgerAttack:
    """Lay this release beside each earlier one.

    Told exactly: a printed difference of 1 to base - 1 persons that is the true one, in a cell
    where some inner cell moved by so few, whether or not a reader can be sure of it. Proved small:
    the reader knows that a printed inner change other than 0 and +-base was not rounded, and how
    far any other can be off; intervals are propagated through the sums.
    """
    exact = small = 0
    cells, base = table.cells, table.base
    for release in releases:
        true, rounded = _of(release, cells)
        step = np.abs(table.inner - rounded)
        bare = np.zeros(cells.published, bool)
        bare[cells.member[(step > 0) & (step < base)].ravel()] = True
        real = cells.totals - cells.sums(true)
        shown = table.published - cells.sums(rounded)
        few = bare & (shown != 0) & (np.abs(shown) < base)
        exact += int((few & (shown == real)).sum())
        low, high = _change_bounds(table, real, shown)
        sure = ((low >= 1) & (high < base)) | ((high <= -1) & (low > -base))
        small += int(sure.sum())
    return LedgerAttack(len(releases), exact, small)


def _change_bounds(table: Rounded, real: Ints, shown: Ints) -> tuple[Bounds, Bounds]:
    """What a reader can bound each change by."""
    cells, base = table.cells, table.base
    off = np.abs(real - shown)
    alone = cells.alone
    reach = np.maximum(off, np.where(alone, base - 1, max(base - 1, int(off.max(initial=0)))))
    untouched = alone & (off == 0) & (shown != 0) & (np.abs(shown) != base)
    reach = np.where(untouched, 0, reach).astype(float)
    return propagate(puzzle_of(cells, shown - reach, shown + reach))
