# SPDX-License-Identifier: EUPL-1.2
"""Structural zeros: pairs of values that cannot occur together, whatever the data say.

They are public knowledge (a child is not an adult), so they cost no privacy. Known ones are built
in by column name; others come from a file with the columns column1,value1,column2,value2.
"""

import re

import numpy as np
from numpy.typing import NDArray

from samvern.disclosure.reading import TableSheet
from samvern.disclosure.synthetic.records import BLANK, Records

Mask = NDArray[np.bool_]
AGES = ("age", "ageBroad", "age_group")
ADULT = ("adult", "isAdult", "majorityStatus")
LABOUR = ("typeLabour", "isForcedLabour")
SECTOR = ("sector", "typeOfLabour")
MINOR_TEXTS, ADULT_TEXTS = frozenset({"0", "no", "minor"}), frozenset({"1", "yes", "adult"})


def impossible_pairs(records: Records, declared: TableSheet | None = None) -> Mask:
    """size x size, true where two values exclude each other."""
    mask = np.zeros((records.size, records.size), bool)
    _exclude(records, mask, AGES, ADULT, _age_and_flag_differ)
    _exclude(records, mask, LABOUR, SECTOR, lambda labour, sector: (
        sector != BLANK and labour.lower() in ("", "0", "no")))  # fmt: skip
    if declared is not None:
        columns = ("column1", "value1", "column2", "value2")
        for row in zip(*(declared.column(name) for name in columns), strict=True):
            first, second = _at(records, *row[:2]), _at(records, *row[2:])
            if first >= 0 and second >= 0:
                mask[first, second] = mask[second, first] = True
    return mask


def _at(records: Records, column: str, value: str) -> int:
    if column not in records.names:
        return -1
    number = records.names.index(column)
    values = records.values[number]
    return int(records.start[number]) + values.index(value) if value in values else -1


def _exclude(records: Records, mask: Mask, first: tuple[str, ...], second: tuple[str, ...],
             excluded: "object") -> None:  # fmt: skip
    """Mark the excluded pairs of the first columns present under either set of names."""
    one = next((n for n in first if n in records.names), None)
    two = next((n for n in second if n in records.names), None)
    if one is None or two is None or not callable(excluded):
        return
    for a in records.values[records.names.index(one)]:
        for b in records.values[records.names.index(two)]:
            if excluded(a, b):
                i, j = _at(records, one, a), _at(records, two, b)
                mask[i, j] = mask[j, i] = True


def _age_and_flag_differ(age: str, flag: str) -> bool:
    found = re.match(r"(\d+)", age)
    if not found:
        return False
    minor = int(found[1]) < 18
    return flag.lower() in (ADULT_TEXTS if minor else MINOR_TEXTS)


def violations(records: Records, mask: Mask) -> Mask:
    """Rows with an impossible pair."""
    broken = np.zeros(len(records.codes), bool)
    at = records.codes + records.start[:-1]
    for i, j in np.argwhere(np.triu(mask)):
        broken |= (at == i).any(axis=1) & (at == j).any(axis=1)
    return broken
