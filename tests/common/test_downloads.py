# SPDX-License-Identifier: EUPL-1.2
"""Tables as CSV: as Excel in Norwegian opens them, and nothing a spreadsheet would run."""

import pytest

from samvern.common.csv_cells import csv_text, safe_cell
from samvern.common.downloads import csv_response


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"), ("+47", "'+47"), ("-1", "'-1"), ("@a", "'@a"), ("\ta", "'\ta"),
        ("\ra", "'\ra"), ("\na", "'\na"), ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"),
        ("＠a", "'＠a"), ("  =1", "'  =1"), ("\u00a0=1", "'\u00a0=1"), ("a=1", "a=1"),
        ("1 - 1 ", "1 - 1 "), (-1, "'-1"), (0, "0"), (None, ""), ("", ""), ("X=1", "X=1"),
    ],
)  # fmt: skip
def test_a_cell_never_starts_a_formula(value: object, written: str) -> None:
    assert safe_cell(value) == written


def test_the_table_has_semicolons_windows_line_ends_and_a_mark() -> None:
    text = csv_text(["Når", "=Hva"], [["17.05.2026", 'a;"b"'], [None, "=1"]])
    assert text == '\ufeffNår;\'=Hva\r\n17.05.2026;"a;""b"""\r\n;\'=1\r\n'


def test_it_comes_as_a_file_with_our_own_name() -> None:
    answer = csv_response("samvern-trail", ["a"], [["å"]])
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="samvern-trail.csv"'
    assert answer.content == "\ufeffa\r\nå\r\n".encode()
