# SPDX-License-Identifier: EUPL-1.2
"""Protect a register's tables: read, protect, attack, and only then hand over."""

import csv
import io
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Literal

import numpy as np

from samvern.disclosure.audit import Audit, audit_rounded, audit_suppressed
from samvern.disclosure.cells import Cells, Ints, cells_of, count_column, grid_of, read_counts
from samvern.disclosure.errors import RefusedError, TableError
from samvern.disclosure.reading import Sheet
from samvern.disclosure.rounding import loss, round_table
from samvern.disclosure.state import earlier_values
from samvern.disclosure.suppression import Contributions, Rules, Suppressed, needs, suppress

Progress = Callable[[float], None]
Method = Literal["round", "suppress"]
HIDDEN = ":"


@dataclass(frozen=True)
class Protected:
    """A table that has passed its attack. values: printed text of each published cell. inner:
    rounded inner cells (rounding only), to keep for the next release."""

    cells: Cells
    method: Method
    values: list[str]
    audit: Audit
    report: dict[str, Any]
    inner: Ints | None

    def csv(self) -> str:
        """The table as CSV: the variables, `Total` where summed over, and `count`."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([*self.cells.names, "count"])
        writer.writerows((*row, value) for row, value in zip(self.cells.rows(), self.values,
                                                             strict=True))  # fmt: skip
        return out.getvalue()


def protect(
    sheet: Sheet,
    formula: str,
    method: Method = "round",
    rules: Rules = Rules(),  # noqa: B008 - frozen
    seed: int = 0,
    count: str | None = None,
    unit: str | None = None,
    earlier: Sheet | None = None,
    progress: Progress | None = None,
) -> Protected:
    """Protect the tables of `formula` over `sheet` and attack the result.

    unit: the column of contributing units, for the n-unit and dominance rules. earlier: the kept
    inner cells of the release before (rounding). Raises TableError for bad input and RefusedError
    where the protected table would still give somebody away.
    """
    started = time.perf_counter()
    cells = cells_of(sheet, formula, count)
    if method == "round" and (unit or rules.zeros):
        raise TableError(
            "rounding protects small counts; unit and zero rules need --method suppress."
        )
    if rules.zeros:
        cells = grid_of(cells)
    make = _rounded if method == "round" else _suppressed
    protected = make(cells, sheet, formula, rules, seed, count, unit, earlier, progress)
    protected.report["read_as"] = sheet.read_as
    protected.report["seconds"] = round(time.perf_counter() - started, 3)
    if not protected.audit.passed:
        raise RefusedError(
            f"the protected table was attacked and fell: {protected.audit.as_dict()}. "
            "Nothing was written. Publish fewer tables or coarser groups."
        )
    return protected


def _rounded(
    cells: Cells, sheet: Sheet, formula: str, rules: Rules, seed: int, count: str | None,
    unit: str | None, earlier: Sheet | None, progress: Progress | None,
) -> Protected:  # fmt: skip
    kept = None if earlier is None else earlier_values(cells, earlier)
    table = round_table(cells, rules.base, seed, kept, progress)
    audit = audit_rounded(table)
    report = {
        "method": "round", "base": rules.base, "seed": seed, "formula": formula,
        "published_cells": cells.published, "inner_cells": len(cells.counts),
        "rounded_inner_cells": int(table.rounded.sum()), **asdict(table.loss),
        "kept_from_earlier": 0 if kept is None else int(((kept >= 0) & table.rounded).sum()),
        "attack": audit.as_dict(),
    }  # fmt: skip
    values = [str(value) for value in table.published.tolist()]
    return Protected(cells, "round", values, audit, report, table.inner)


def _suppressed(
    cells: Cells, sheet: Sheet, formula: str, rules: Rules, seed: int, count: str | None,
    unit: str | None, earlier: Sheet | None, progress: Progress | None,
) -> Protected:  # fmt: skip
    given = None if unit is None else _contributions(cells, sheet, unit, count)
    table = suppress(cells, needs(cells, rules, given), seed, progress=progress)
    audit = audit_suppressed(table, rules.base)
    hidden, totals = table.hidden.tolist(), cells.totals.tolist()
    values = [HIDDEN if h else str(t) for h, t in zip(hidden, totals, strict=True)]
    report = {
        "method": "suppress", "base": rules.base, "seed": seed, "formula": formula,
        "published_cells": cells.published, "inner_cells": len(cells.counts),
        "primary": int(table.primary.sum()), "secondary": int(table.secondary.sum()),
        **_loss_as_zero(table), "attack": audit.as_dict(),
    }  # fmt: skip
    return Protected(cells, "suppress", values, audit, report, None)


def _loss_as_zero(table: Suppressed) -> dict[str, Any]:
    """The loss if a hidden cell is read as 0, so that both methods can be compared."""
    return asdict(loss(table.cells.totals, np.where(table.hidden, 0, table.cells.totals)))


def _contributions(cells: Cells, sheet: Sheet, unit: str, count: str | None) -> Contributions:
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
    return Contributions(inner, of_unit, read_counts(sheet, count_column(sheet, count)))
