# SPDX-License-Identifier: EUPL-1.2
"""No cell of a CSV file is run by a spreadsheet."""

import pytest

from samvern.common.csv_cells import FORMULA_STARTS, csv_text, safe_cell, safe_row


@pytest.mark.parametrize("sign", FORMULA_STARTS)
@pytest.mark.parametrize("before", ["", " ", "\u00a0 "])
def test_what_may_be_run_is_shown(before: str, sign: str) -> None:
    assert safe_cell(f"{before}{sign}cmd") == f"'{before}{sign}cmd"
    assert safe_cell(f"{before}{sign}cmd", signed=True) == f"'{before}{sign}cmd"


@pytest.mark.parametrize("text", ["-5", "+47", "-1,5", "1e-3", "-", "---"])
def test_only_tables_of_counts_keep_signs(text: str) -> None:
    assert safe_cell(text, signed=True) == text
    assert safe_cell(text) == (f"'{text}" if text[0] in "+-" else text)


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (7, "7"), ("a-b", "a-b"), ("1=2", "1=2"), ("'=", "'=")]
)
def test_all_else_stands_as_it_is(value: object, text: str) -> None:
    assert safe_row([value]) == [text]


def test_the_head_is_guarded_too() -> None:
    assert csv_text(["=a", "b"], [[1, "-x"], [None, "c;d"]]) == (
        "\ufeff'=a;b\r\n1;'-x\r\n;\"c;d\"\r\n"
    )
