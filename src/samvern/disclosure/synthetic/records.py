# SPDX-License-Identifier: EUPL-1.2
"""Micro-data as codes: one row a person, one column an attribute; "" is a value like any other."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from samvern.disclosure.errors import TableError
from samvern.disclosure.reading import TableSheet

Codes = NDArray[np.int64]
Floats = NDArray[np.float64]
MAX_VALUES = 400
MAX_ALL = 4_000
BLANK = ""


@dataclass(frozen=True)
class Records:
    """codes: persons x columns. values[j]: the texts of column j. Blocks of all values, one after
    another, index the pair tables: value v of column j is `start[j] + v`."""

    names: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]
    codes: Codes

    @cached_property
    def start(self) -> Codes:
        return np.concatenate([[0], np.cumsum([len(v) for v in self.values])])

    @property
    def size(self) -> int:
        """Values over all columns."""
        return int(self.start[-1])

    def block(self, column: int) -> slice:
        return slice(int(self.start[column]), int(self.start[column + 1]))

    def one_hot(self, codes: Codes | None = None) -> NDArray[np.float32]:
        codes = self.codes if codes is None else codes
        ones = np.zeros((len(codes), self.size), np.float32)
        ones[np.arange(len(codes))[:, None], codes + self.start[:-1]] = 1
        return ones

    def pairs(self) -> Floats:
        """Counts of every pair of values (size x size); single counts on the diagonal."""
        ones = self.one_hot()
        # float32 sums of ones are exact to 2**24 persons.
        return np.asarray(ones.T @ ones, np.float64)

    def texts(self) -> list[list[str]]:
        columns = [np.array(v, object)[c] for v, c in zip(self.values, self.codes.T, strict=True)]
        return [list(row) for row in zip(*columns, strict=True)]


def records_of(sheet: TableSheet) -> Records:
    """Code a sheet; TableError for a column with too many values to be an attribute, as a name."""
    values, coded = [], []
    for name in sheet.names:
        texts = [text.strip() for text in sheet.column(name)]
        distinct = sorted(set(texts))
        if len(distinct) > MAX_VALUES:
            raise TableError(
                f"{sheet.path}: column '{name}' has {len(distinct)} different values, at most "
                f"{MAX_VALUES} are allowed. Leave out identifiers; group numbers and dates."
            )
        number = {text: at for at, text in enumerate(distinct)}
        values.append(tuple(distinct))
        coded.append(np.array([number[text] for text in texts], np.int64))
    if len(values) < 2 or sum(map(len, values)) > MAX_ALL:
        raise TableError(f"{sheet.path}: 2 columns or more, and at most {MAX_ALL} values in all.")
    return Records(sheet.names, tuple(values), np.column_stack(coded))


def merge(records: Records, keep: list[NDArray[np.bool_]]) -> Records:
    """Records where every value not kept reads "" (withheld); "" itself is always a value."""
    values, coded = [], []
    for column, kept in enumerate(keep):
        old = records.values[column]
        new = (BLANK, *(v for v, k in zip(old, kept, strict=True) if k and v != BLANK))
        to = np.array([new.index(v) if k else 0 for v, k in zip(old, kept, strict=True)])
        values.append(new)
        coded.append(to[records.codes[:, column]])
    return Records(records.names, tuple(values), np.column_stack(coded))
