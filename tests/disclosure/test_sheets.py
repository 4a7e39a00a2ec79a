# SPDX-License-Identifier: EUPL-1.2
"""Files as people send them: encodings, separators, titles above the header, workbooks."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from samvern.disclosure import TableError, read_sheet
from support.cli import Run

ROWS = [["kjønn", "antall"], ["kvinner", "12"], ["menn", "9"]]
TEXT = "kjønn;antall\nkvinner;12\nmenn;9\n"
FILES = {
    "utf-8": TEXT.encode(),
    "utf-8 with a mark": TEXT.encode("utf-8-sig"),
    "utf-16": TEXT.encode("utf-16"),
    "utf-16 big end first": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "utf-16 without a mark": TEXT.encode("utf-16-le"),
    "utf-16 with tabs": TEXT.replace(";", "\t").encode("utf-16"),
    "sep": b"sep=;\r\n" + TEXT.replace("\n", "\r\n").encode(),
    "sep in quotes": b'"sep=;"\n' + TEXT.encode(),
    "title": ("Ofre etter kjønn\n30.05.2023\n" + TEXT).encode(),
    "title with separators": ("Ofre;\n;\n" + TEXT).encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_the_same_table_is_read_from_every_text_file(tmp_path: Path, name: str) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(FILES[name])
    sheet = read_sheet(file)
    assert [list(sheet.names), *sheet.rows] == ROWS


def workbook(path: Path, rows: list[list[object]], name: str = "Tabell") -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = name
    for row in rows:
        page.append(row)
    book.save(path)
    return path


def test_a_workbook_is_read_with_numbers_as_they_are_typed(tmp_path: Path) -> None:
    file = workbook(
        tmp_path / "t.xlsx",
        [["Ofre"], [], ["kjønn", "antall"], ["kvinner", 12], ["menn", 9.0], [], ["Kilde: ingen"]],
    )
    sheet = read_sheet(file)
    assert [list(sheet.names), *sheet.rows] == ROWS
    assert sheet.read_as == {
        "header_row": 3, "columns": ["kjønn", "antall"], "sheet": "Tabell", "sheets": ["Tabell"],
        "above": ["Ofre"], "below": ["Kilde: ingen"],
    }  # fmt: skip


def test_a_workbook_of_two_tables_asks_which(run: Run, tmp_path: Path) -> None:
    book = Workbook()
    for name, count in (("2023", 12), ("2024", 30)):
        page = book.create_sheet(name)
        for row in (["kjønn", "antall"], ["k", count], ["m", 9], ["Totalt", count + 9]):
            page.append(row)
    file = tmp_path / "t.xlsx"
    book.save(file)
    asked = run("attack", str(file))
    assert (asked.code, asked.out) == (2, "")
    assert "2023, 2024. Say which with --sheet" in asked.err
    assert run("attack", str(file), "--sheet", "2024", "--json").code == 0


@pytest.mark.parametrize(
    ("value", "complaint"),
    [("#N/A", "cell B3 holds an error"), ("=SUM(B2)", "cell B3 holds a formula without a saved")],
)
def test_a_cell_that_only_looks_empty_is_refused(
    run: Run, tmp_path: Path, value: str, complaint: str
) -> None:
    file = workbook(tmp_path / "t.xlsx", [["kjønn", "antall"], ["k", 12], ["m", value]])
    done = run("attack", str(file))
    assert (done.code, done.out) == (2, "")
    assert complaint in done.err


def test_every_command_of_this_room_reads_a_workbook(run: Run, tmp_path: Path) -> None:
    rows: list[list[object]] = [["sex", "form"]]
    rows += [["f" if n % 3 else "m", "abc"[n % 2]] for n in range(300)]
    file = str(workbook(tmp_path / "t.xlsx", rows))
    made = run("protect", file, "--formula", "sex*form", "--json")
    assert json.loads(made.out)["read_as"]["sheet"] == "Tabell"
    assert run("attack", str(workbook(tmp_path / "p.xlsx", [["sex", "count"], ["f", "<5"],
               ["m", 12], ["Total", 15]])), "--json").code == 0  # fmt: skip
    assert run("synthesize", file, "--epsilon", "8", "--out", str(tmp_path / "s.csv")).code == 0


def test_a_broken_workbook_is_one_line(run: Run, tmp_path: Path) -> None:
    file = workbook(tmp_path / "t.xlsx", [["a", "count"], ["b", 3]])
    file.write_bytes(file.read_bytes()[:-200])
    done = run("attack", str(file))
    assert (done.code, len(done.err.strip().splitlines())) == (2, 1)


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=6)


@given(
    st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=6),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(",;\t"),
)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]], encoding: str, sign: str
) -> None:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, delimiter=sign)
    writer.writerow(["a", "b", "c"])
    writer.writerows(rows)
    file = tmp_path_factory.mktemp("drawn") / "t.csv"
    file.write_bytes(out.getvalue().encode(encoding))
    try:
        sheet = read_sheet(file)
    except TableError:
        pytest.fail("a well-formed file was refused")
    assert (sheet.names, sheet.rows) == (("a", "b", "c"), [list(row) for row in rows])
