# SPDX-License-Identifier: EUPL-1.2
"""Lists as people send them: a workbook, UTF-16, a line that names the separator."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from samvern.estimation.errors import ListFileError
from samvern.estimation.reading import read_lists

TEXT = "A;B;count\n1;0;30\n0;1;40\n1;1;12\n"


def workbook(path: Path) -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Lister"])
    for line in TEXT.splitlines():
        page.append([int(cell) if cell.isdigit() else cell for cell in line.split(";")])
    book.save(path)
    return path


def test_every_file_gives_the_same_lists(tmp_path: Path) -> None:
    files = {"plain.csv": TEXT.encode(), "utf16.csv": TEXT.encode("utf-16"),
             "sep.csv": b"sep=;\n" + TEXT.encode()}  # fmt: skip
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    paths = [*(tmp_path / name for name in files), workbook(tmp_path / "book.xlsx")]
    tables = [read_lists([path]).table for path in paths]
    assert [table.names for table in tables] == [("A", "B")] * 4
    assert [table.counts.tolist() for table in tables] == [tables[0].counts.tolist()] * 4


def test_a_broken_workbook_is_one_line(tmp_path: Path) -> None:
    path = workbook(tmp_path / "book.xlsx")
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(ListFileError, match=r"^book.xlsx: cannot be read as XLSX"):
        read_lists([path])
