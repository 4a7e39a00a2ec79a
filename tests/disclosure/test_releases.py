# SPDX-License-Identifier: EUPL-1.2
"""Releases one after another, and the rows of a rounded table, whatever the register."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from samvern.disclosure import ProtectionOptions, RefusedError, TableSheet, protect
from samvern.disclosure.release_ledger import read_ledger

Key = tuple[str, str]
KEYS = list(product("fm", "abc"))


def sheet(counts: dict[Key, int]) -> TableSheet:
    rows = [[*key, str(n)] for key, n in counts.items()]
    return TableSheet("drawn", ("sex", "form", "count"), rows)


def kept(text: str) -> TableSheet:
    header, *rows = [line.split(",") for line in text.splitlines()]
    return TableSheet("kept", tuple(header), rows)


registers = st.fixed_dictionaries({key: st.integers(0, 30) for key in KEYS})
changes = st.fixed_dictionaries({key: st.integers(0, 7) for key in KEYS})


@given(registers, changes, changes)
@settings(max_examples=12)
def test_growing_releases_never_tell_of_a_few(
    first: dict[Key, int], second: dict[Key, int], third: dict[Key, int]
) -> None:
    ledger: TableSheet | None = None
    printed: list[dict[tuple[str, ...], int]] = []
    true: list[dict[Key, int]] = []
    counts = dict.fromkeys(KEYS, 0)
    for added in (first, second, third):
        counts = {key: counts[key] + added[key] for key in KEYS}
        asked = ProtectionOptions(totals=dict.fromkeys(NOT_TOTALS, False))
        made = protect(sheet(counts), "sex*form", asked=asked, earlier=ledger)
        assert made.ledger is not None
        ledger = kept(made.ledger)
        assert made.report["releases"]["passed"]
        printed.append(dict(zip(made.rows, map(int, made.values), strict=True)))
        true.append(counts)
    for now, later in ((0, 1), (0, 2), (1, 2)):
        told = {
            key: printed[later].get(key, 0) - printed[now].get(key, 0)
            for key in KEYS
            if key in printed[now] or key in printed[later]
        }
        real = {key: true[later][key] - true[now][key] for key in told}
        assert not [key for key in told if 0 < real[key] < 5 and told[key] == real[key]]
    assert len(read_ledger(ledger or sheet({}), ("sex", "form"))) == 3


NOT_TOTALS = [("sex", v) for v in "fm"] + [("form", v) for v in "abc"]


@given(registers, registers)
@settings(max_examples=12)
def test_releases_of_any_change_are_safe_or_refused(
    first: dict[Key, int], second: dict[Key, int]
) -> None:
    asked = ProtectionOptions(totals=dict.fromkeys(NOT_TOTALS, False))
    one = protect(sheet(first), "sex*form", asked=asked)
    assert one.ledger is not None
    try:
        two = protect(sheet(second), "sex*form", asked=asked, earlier=kept(one.ledger))
    except RefusedError:
        return
    shown = [dict(zip(made.rows, map(int, made.values), strict=True)) for made in (one, two)]
    inner = [key for key in KEYS if key in shown[0] and key in shown[1]]
    told = [key for key in inner if 0 < abs(shown[1][key] - shown[0][key]) < 5]
    assert [k for k in told if shown[1][k] - shown[0][k] == second[k] - first[k]] == []
    assert two.report["releases"]["passed"]


@given(registers)
@settings(max_examples=12)
def test_every_combination_of_the_printed_labels_is_printed(counts: dict[Key, int]) -> None:
    asked = ProtectionOptions(totals=dict.fromkeys(NOT_TOTALS, False))
    made = protect(sheet({k: n for k, n in counts.items() if n} or counts), "sex*form", asked=asked)
    shown = dict(zip(made.rows, map(int, made.values), strict=True))
    labels = [{row[at] for row in shown} for at in (0, 1)]
    assert set(shown) == set(product(*labels))
    inner = [n for row, n in shown.items() if "Total" not in row]
    assert shown["Total", "Total"] == sum(inner)
    assert not [n for n in shown.values() if 0 < n < 5]
