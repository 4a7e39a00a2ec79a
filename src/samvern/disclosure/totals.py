# SPDX-License-Identifier: EUPL-1.2
"""Totals among the rows of a table of counts: checked against their parts and left out.

Rows of a known total (`labels`) are dropped where they equal the sum of the rows under them, and
refused where they do not. A label that equals the sum of all others in its column is asked about.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from samvern.disclosure.counting import count_column, read_counts
from samvern.disclosure.errors import TableError
from samvern.disclosure.reading import TableSheet
from samvern.disclosure.total_labels import is_total

Said = Mapping[tuple[str, str], bool]
"""What the user has said of labels: (column, label) -> is it a total?"""
Totals = dict[str, frozenset[str]]
LABELS, KEYS = 3, 3
"""A label is suspected of being a total from so many labels, or so many filled combinations."""


def inner_rows(sheet: TableSheet, used: Sequence[str], count: str | None, said: Said) -> TableSheet:
    """The rows without totals. Raises TableError where a total is not the sum of its parts, where a
    row that is one person carries a total, and where a label looks like an unsaid total."""
    columns = used if count is None else [name for name in sheet.names if name != count]
    totals = _totals(sheet, used, columns, said)
    if totals and count is None:
        name, labels = next(iter(totals.items()))
        raise _inner_only(sheet, name, min(labels), "each row is one person")
    inner = sheet
    if totals:
        inner = _without(sheet, used, totals, count)
    if count is not None:
        _ask(inner, used, count, said)
    return inner


def _totals(sheet: TableSheet, used: Sequence[str], columns: Sequence[str], said: Said) -> Totals:
    """The labels of each column that are totals; a column of nothing but totals has none."""
    found: Totals = {}
    for name in columns:
        labels = set(sheet.column(name))
        totals = frozenset(label for label in labels if said.get((name, label), is_total(label)))
        if totals and totals < labels:
            found[name] = totals
        elif totals and name in used:
            raise _inner_only(sheet, name, min(totals), "there is nothing under it")
    return found


def _inner_only(sheet: TableSheet, name: str, label: str, why: str) -> TableError:
    return TableError(
        f"{sheet.path}: column '{name}' has the total '{label}', but {why}: give the inner rows "
        f"only. If it is no total, say --not-total '{name}={label}'."
    )


def _without(
    sheet: TableSheet, used: Sequence[str], totals: Totals, count: str | None
) -> TableSheet:
    keyed = [name for name in sheet.names if name in totals or name in used]
    columns = {name: sheet.column(name) for name in keyed}
    is_sum = [
        tuple(columns[name][row] in totals.get(name, ()) for name in keyed)
        for row in range(len(sheet.rows))
    ]
    keep = [row for row, flags in enumerate(is_sum) if not any(flags)]
    if not keep:
        name = next(iter(totals))
        raise _inner_only(sheet, name, min(totals[name]), "every row is a total of some column")
    _check_sums(sheet, keyed, columns, is_sum, read_counts(sheet, count).tolist())
    return replace(
        sheet, rows=[sheet.rows[row] for row in keep],
        lines=[sheet.line(row) for row in keep],
    )  # fmt: skip


def _check_sums(
    sheet: TableSheet, keyed: Sequence[str], columns: Mapping[str, list[str]],
    is_sum: list[tuple[bool, ...]], counts: list[int],
) -> None:  # fmt: skip
    """Every total must be the sum of the inner rows under it."""
    said: dict[tuple[bool, ...], Counter[tuple[str, ...]]] = defaultdict(Counter)
    first: dict[tuple[tuple[bool, ...], tuple[str, ...]], int] = {}
    for row, flags in enumerate(is_sum):
        if any(flags):
            key = tuple(columns[n][row] for n, total in zip(keyed, flags, strict=True) if not total)
            said[flags][key] += counts[row]
            first.setdefault((flags, key), row)
    for flags, printed in said.items():
        kept = [name for name, total in zip(keyed, flags, strict=True) if not total]
        summed: Counter[tuple[str, ...]] = Counter()
        for row, own in enumerate(is_sum):
            if not any(own):
                summed[tuple(columns[name][row] for name in kept)] += counts[row]
        for key, number in printed.items():
            if summed[key] != number:
                row = first[flags, key]
                name = next(n for n, total in zip(keyed, flags, strict=True) if total)
                raise TableError(
                    f"{sheet.path}: line {sheet.line(row)}, '{columns[name][row]}' in column "
                    f"'{name}' is a total of {number}, but the rows under it make {summed[key]}. "
                    "Give the inner rows only, or every part. If it is no total, say "
                    f"--not-total '{name}={columns[name][row]}'."
                )


def _ask(sheet: TableSheet, used: Sequence[str], count: str, said: Said) -> None:
    """Refuse a label that is the sum of all others, unless the user has said what it is."""
    counts = read_counts(sheet, count)
    coded = [np.unique(sheet.column(name), return_inverse=True) for name in used]
    for at, name in enumerate(used):
        labels, label = coded[at]
        others = [codes for n, (_, codes) in enumerate(coded) if n != at]
        key = np.unique(np.column_stack(others), axis=0, return_inverse=True)[1] if others else (
            np.zeros(len(counts), np.int64)
        )  # fmt: skip
        for number in sum_labels(label, np.ravel(key), counts, len(labels)):
            if said.get((name, str(labels[number]))) is None:
                raise TableError(
                    f"{sheet.path}: '{labels[number]}' in column '{name}' is the sum of all other "
                    f"rows. Say --total '{name}={labels[number]}' if it is a total, or --not-total "
                    f"'{name}={labels[number]}' if it is a category of its own."
                )


def sum_labels(label: np.ndarray, key: np.ndarray, counts: np.ndarray, labels: int) -> list[int]:
    """Labels that in every combination of the other columns hold as many as all others together."""
    size = int(key.max(initial=-1)) + 1
    pair, at = np.unique(key.astype(np.int64) * labels + label, return_inverse=True)
    cell = np.bincount(at, counts)
    whole = np.bincount(key, counts, size)
    of_key, of_label = pair // labels, pair % labels
    off = np.bincount(of_label, np.abs(2 * cell - whole[of_key]), labels)
    missed = whole.sum() - np.bincount(of_label, whole[of_key], labels)
    enough = labels >= LABELS or int((whole > 0).sum()) >= KEYS
    found = (off + missed == 0) & (whole.sum() > 0) & (labels > 1) & enough
    return [int(n) for n in np.flatnonzero(found)]


def said_of(totals: Sequence[str], others: Sequence[str]) -> dict[tuple[str, str], bool]:
    """What `--total COLUMN=LABEL` and `--not-total COLUMN=LABEL` say."""
    out: dict[tuple[str, str], bool] = {}
    for texts, is_one in ((totals, True), (others, False)):
        for text in texts:
            name, sign, label = text.partition("=")
            if not sign:
                raise TableError(f"'{text[:40]}': write it as COLUMN=LABEL.")
            out[name, label] = is_one
    return out


def counted(
    sheet: TableSheet, used: Sequence[str], count: str | None, people: bool, said: Said
) -> tuple[TableSheet, str | None]:
    """The inner rows of a table and its column of counts."""
    column = count_column(sheet, count, used, people)
    return inner_rows(sheet, used, column, said), column
