# SPDX-License-Identifier: EUPL-1.2
"""The table for the estimate: how many people are on each combination of lists."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

import numpy as np

from samvern.common.csv_cells import safe_row
from samvern.linkage.errors import LinkageError
from samvern.linkage.graph import Ints
from samvern.linkage.linkage import Linkage

Pattern = tuple[int, ...]


def overlap(linkage: Linkage, draw: int | None = None) -> dict[Pattern, int]:
    """Pattern of lists (one 0 or 1 a list) -> people; the shown linkage, or one of the draws.

    The pattern of all zeros is what `samvern estimate` is for and never here.
    """
    return count_patterns(linkage.people(draw), linkage.candidates.list_of, len(linkage.names))


def count_patterns(people: Ints, list_of: Ints, lists: int) -> dict[Pattern, int]:
    """Patterns of list membership from a person and a list for each record, in counting order."""
    bits = np.zeros(len(people), dtype=np.int64)
    np.bitwise_or.at(bits, people, 1 << list_of)
    counts = Counter(bits[bits > 0].tolist())
    patterns = {tuple(code >> n & 1 for n in range(lists)): n for code, n in counts.items()}
    return dict(sorted(patterns.items(), key=lambda item: (sum(item[0]), [-n for n in item[0]])))


def write_overlap(out: TextIO, names: Sequence[str], table: dict[Pattern, int]) -> None:
    """CSV as in the multiple-systems data: one 0/1 column a list, then `count`."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*safe_row(names), "count"])
    writer.writerows([*pattern, count] for pattern, count in table.items())


def write_draws(path: Path, names: Sequence[str], tables: Iterable[dict[Pattern, int]]) -> None:
    """CSV with a first column `sample`: one overlap table for each plausible linkage."""
    try:
        with path.open("w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(["sample", *safe_row(names), "count"])
            for draw, table in enumerate(tables, start=1):
                writer.writerows([draw, *pattern, count] for pattern, count in table.items())
    except OSError as error:
        raise LinkageError(f"{path}: cannot be written: {error.strerror}") from None
