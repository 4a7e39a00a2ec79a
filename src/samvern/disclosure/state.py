# SPDX-License-Identifier: EUPL-1.2
"""What is kept between releases, so that an unchanged cell is never rounded twice.

Two roundings of the same count, laid side by side, say more than one. The inner cells with their
rounded values are kept in a file of the statistical office (never published); in the next release a
cell that still has the same count keeps its value. Kept values need not be secret from those who
may see the register; they hold true counts and are as sensitive as it.
"""

import csv
import io

import numpy as np

from samvern.disclosure.cells import Cells, Ints, read_counts
from samvern.disclosure.errors import TableError
from samvern.disclosure.reading import Sheet

TRUE, ROUNDED = "true_count", "rounded_count"


def state_csv(cells: Cells, inner: Ints) -> str:
    """The inner cells with their true and their rounded counts."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*cells.names, TRUE, ROUNDED])
    for codes, true, rounded in zip(cells.codes, cells.counts, inner, strict=True):
        labels = [values[code] for values, code in zip(cells.labels, codes, strict=True)]
        writer.writerow([*labels, int(true), int(rounded)])
    return out.getvalue()


def earlier_values(cells: Cells, earlier: Sheet) -> Ints:
    """For each inner cell its rounded count in the earlier release; -1 where new or changed."""
    if set(earlier.names) != {*cells.names, TRUE, ROUNDED}:
        raise TableError(
            f"{earlier.path}: does not hold the inner cells of this formula. "
            f"Expected the columns {', '.join(cells.names)}, {TRUE}, {ROUNDED}."
        )
    columns = [earlier.column(name) for name in cells.names]
    true, rounded = read_counts(earlier, TRUE), read_counts(earlier, ROUNDED)
    known = {row: i for i, row in enumerate(zip(*columns, strict=True))}
    out = np.full(len(cells.counts), -1, np.int64)
    for i, codes in enumerate(cells.codes.tolist()):
        at = known.get(tuple(v[c] for v, c in zip(cells.labels, codes, strict=True)))
        if at is not None and true[at] == cells.counts[i]:
            out[i] = rounded[at]
    return out
