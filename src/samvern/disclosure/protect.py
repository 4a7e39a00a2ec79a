# SPDX-License-Identifier: EUPL-1.2
"""Protect a register's tables: read, protect, attack, and only then hand over."""

import csv
import io
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

import numpy as np

from samvern.common.csv_cells import safe_row
from samvern.disclosure.audit import Audit, audit_rounded, audit_suppressed
from samvern.disclosure.cells import Cells, cells_of, columns_of, grid_of
from samvern.disclosure.counting import read_counts
from samvern.disclosure.errors import RefusedError, TableError
from samvern.disclosure.formula import parse_formula
from samvern.disclosure.grid import NOTHING, CodeLists, full_grid
from samvern.disclosure.reading import TableSheet
from samvern.disclosure.release_ledger import (
    kept_values,
    ledger_csv,
    next_release,
    read_ledger,
    with_earlier,
)
from samvern.disclosure.rounding import loss, round_table
from samvern.disclosure.suppression import Contributions, Rules, Suppressed, needs, suppress
from samvern.disclosure.totals import counted

Progress = Callable[[float], None]
Method = Literal["round", "suppress"]
HIDDEN = ":"


@dataclass(frozen=True)
class ProtectionOptions:
    """How to protect. rules: which counts are sensitive. seed: the same seed gives the same table.
    count: the column of counts. people: each row is one person. unit: the column of contributing
    units, for the n-unit and dominance rules. totals: labels said to be totals, or not. lists:
    public labels and impossible pairs (rounding)."""

    rules: Rules = field(default_factory=Rules)
    seed: int = 0
    count: str | None = None
    people: bool = False
    unit: str | None = None
    totals: Mapping[tuple[str, str], bool] = field(default_factory=dict)
    lists: CodeLists = NOTHING


@dataclass(frozen=True)
class Protected:
    """A table that has passed its attack. rows, values: what is printed. ledger: the kept inner
    cells with this release added (rounding only)."""

    cells: Cells
    method: Method
    rows: list[tuple[str, ...]]
    values: list[str]
    audit: Audit
    report: dict[str, Any]
    ledger: str | None

    def csv(self) -> str:
        """The table as CSV: the variables, `Total` where summed over, and `count`."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([*safe_row(self.cells.names, signed=True), "count"])
        pairs = zip(self.rows, self.values, strict=True)
        writer.writerows((*safe_row(row, signed=True), value) for row, value in pairs)
        return out.getvalue()


def protect(
    sheet: TableSheet,
    formula: str,
    method: Method = "round",
    asked: ProtectionOptions = ProtectionOptions(),
    earlier: TableSheet | None = None,
    progress: Progress | None = None,
) -> Protected:
    """Protect the tables of `formula` over `sheet` and attack the result.

    earlier: the ledger of the releases before (rounding). Raises TableError for bad input and
    RefusedError where the protected table, alone or beside earlier ones, would give somebody away.
    """
    started = time.perf_counter()
    _check_method(method, asked, earlier)
    used = columns_of(sheet, parse_formula(formula))
    inner, column = counted(sheet, used, asked.count, asked.people, asked.totals)
    cells = cells_of(inner, formula, column, people=column is None)
    if asked.rules.zeros:
        cells = grid_of(cells)
    if method == "round":
        protected = _rounded(cells, formula, asked, earlier, progress)
    else:
        protected = _suppressed(cells, inner, formula, asked, column, progress)
    protected.report.update(
        count_column=column, totals_left_out=len(sheet.rows) - len(inner.rows),
        read_as=sheet.read_as, seconds=round(time.perf_counter() - started, 3),
    )  # fmt: skip
    if not protected.audit.passed:
        raise RefusedError(
            f"the protected table was attacked and fell: {protected.audit.as_dict()}. "
            "Nothing was written. Publish fewer tables or coarser groups."
        )
    return protected


def _check_method(method: Method, asked: ProtectionOptions, earlier: TableSheet | None) -> None:
    if method == "round" and (asked.unit or asked.rules.zeros):
        raise TableError(
            "rounding protects small counts; unit and zero rules need --method suppress."
        )
    if method == "suppress" and earlier is not None:
        raise TableError(
            "releases one after another are protected together by rounding only: a number hidden "
            "now may follow from what an earlier release printed. Use --method round with --keep."
        )


def _rounded(
    cells: Cells,
    formula: str,
    asked: ProtectionOptions,
    earlier: TableSheet | None,
    progress: Progress | None,
) -> Protected:
    base, seed = asked.rules.base, asked.seed
    releases = [] if earlier is None else read_ledger(earlier, cells.names)
    cells = with_earlier(cells, releases)
    kept = kept_values(cells, releases)
    table = round_table(cells, base, seed, kept, progress)
    table, told, changed = next_release(table, releases, seed)
    grid = full_grid(cells, table.published, asked.lists)
    audit = audit_rounded(table, grid.tells_presence)
    report = {
        "method": "round", "base": base, "seed": seed, "formula": formula,
        "published_cells": cells.published, "inner_cells": len(cells.counts),
        "written_rows": len(grid.rows), "empty_rows": grid.empty, "full_grid": grid.whole,
        "impossible_rows_left_out": grid.impossible, "labels_left_out": grid.unlisted,
        "rounded_inner_cells": int(table.rounded.sum()), **asdict(table.loss),
        "kept_from_earlier": 0 if kept is None else int(((kept >= 0) & table.rounded).sum()),
        "releases": {**asdict(told), "changed": changed, "passed": told.passed},
        "attack": audit.as_dict(),
    }  # fmt: skip
    if not told.passed:
        raise RefusedError(
            f"beside the {told.releases} earlier releases this one tells {told.exact} small "
            f"changes exactly and proves {told.small} small. Nothing was written. Publish coarser "
            "groups, or wait until more has changed."
        )
    values = [str(value) for value in grid.values]
    kept_file = ledger_csv(cells, releases, table.inner)
    return Protected(cells, "round", grid.rows, values, audit, report, kept_file)


def _suppressed(
    cells: Cells, sheet: TableSheet, formula: str, asked: ProtectionOptions, column: str | None,
    progress: Progress | None,
) -> Protected:  # fmt: skip
    rules = asked.rules
    given = None if asked.unit is None else _contributions(cells, sheet, asked.unit, column)
    wanted = needs(cells, rules, given)
    table = suppress(cells, wanted, asked.seed, progress=progress, zeros_open=not rules.zeros)
    audit = audit_suppressed(table, rules.base)
    hidden, totals = table.hidden.tolist(), cells.totals.tolist()
    values = [HIDDEN if h else str(t) for h, t in zip(hidden, totals, strict=True)]
    report = {
        "method": "suppress", "base": rules.base, "seed": asked.seed, "formula": formula,
        "published_cells": cells.published, "inner_cells": len(cells.counts),
        "primary": int(table.primary.sum()), "secondary": int(table.secondary.sum()),
        "grand_total_hidden": bool(table.hidden[cells.margin_of == _whole(cells)].any()),
        **_loss_as_zero(table), "attack": audit.as_dict(),
    }  # fmt: skip
    return Protected(cells, "suppress", cells.rows(), values, audit, report, None)


def _whole(cells: Cells) -> int:
    """The number of the margin that is the grand total."""
    return cells.margins.index(())


def _loss_as_zero(table: Suppressed) -> dict[str, Any]:
    """The loss if a hidden cell is read as 0, so that both methods can be compared."""
    return asdict(loss(table.cells.totals, np.where(table.hidden, 0, table.cells.totals)))


def _contributions(cells: Cells, sheet: TableSheet, unit: str, count: str | None) -> Contributions:
    """Which unit contributed how many persons to which inner cell."""
    number = {value: at for at, value in enumerate(sorted(set(sheet.column(unit))))}
    of_unit = np.array([number[value] for value in sheet.column(unit)])
    at = {row: i for i, row in enumerate(map(tuple, cells.codes.tolist()))}
    coded = [{text: n for n, text in enumerate(values)} for values in cells.labels]
    columns = [sheet.column(name) for name in cells.names]
    inner = np.array([
        at[tuple(code[text] for code, text in zip(coded, row, strict=True))]
        for row in zip(*columns, strict=True)
    ])  # fmt: skip
    return Contributions(inner, of_unit, read_counts(sheet, count))
