# SPDX-License-Identifier: EUPL-1.2
"""Numbers that check and belong to nobody, for the demonstration and for tests.

The month tells that they are made up (``numbers.MONTH_SHIFTS``), so they can never be a living
person's. This module makes no number of a real series.
"""

from __future__ import annotations

from datetime import date

from samvern.identity.numbers import (
    DAY_SHIFT,
    MONTH_SHIFTS,
    SYNTHETIC_DUF_YEARS,
    NumberKind,
    NumberSeries,
    check_digits,
    duf_check,
)

_CENTURIES = {1800: range(500, 750), 1900: range(500), 2000: range(500, 1000)}


def make_number(
    born: date,
    serial: int,
    *,
    kind: NumberKind = NumberKind.BIRTH,
    series: NumberSeries = NumberSeries.TENOR,
) -> str:
    """A test number of somebody born on a day; another ``serial`` gives another number.

    ``kind`` is ``BIRTH`` or ``D``, ``series`` one of ``MONTH_SHIFTS``.

    Raises:
        ValueError: no series of that kind, or all numbers of the day's century are passed.
    """
    day = born.day + {NumberKind.BIRTH: 0, NumberKind.D: DAY_SHIFT}[kind]
    month = born.month + MONTH_SHIFTS[series.value]
    head = f"{day:02d}{month:02d}{born.year % 100:02d}"
    nines = [f"{head}{individual:03d}" for individual in _individual(born)]
    found = [nine + check for nine in nines if (check := check_digits(nine))]
    if not 0 <= serial < len(found):
        raise ValueError(f"serial {serial} of the {len(found)} numbers there are for the day")
    return found[serial]


def make_duf(registered: int, serial: int) -> str:
    """A test DUF number: year registered (2026, say) and a serial below a million."""
    ten = f"{registered + SYNTHETIC_DUF_YEARS:04d}{serial:06d}"
    return ten + duf_check(ten)


def _individual(born: date) -> range:
    if not 1854 <= born.year < 2040:
        raise ValueError(f"no number holds the year {born.year}")
    return _CENTURIES[born.year // 100 * 100]
