# SPDX-License-Identifier: EUPL-1.2
"""Three shapes of file give the same table; every bad one gets one line with the place."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samvern.estimation import ListFile, ListFileError, read_lists

COUNTS = "A,B,count\n1,0,2\n0,1,1\n1,1,1\n"
PERSONS = "id,A,B\n1,1,0\n2,1,0\n3,0,1\n4,1,1\n"
WHOLE = "expected a whole number from 0 to 1000000000"
PAIRS = "id,list\n1,A\n2,A\n3,B\n4,A\n4,B\n"


def read(tmp_path: Path, text: str | bytes) -> ListFile:
    path = tmp_path / "lists.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_lists([path])


@pytest.mark.parametrize(
    "text", [COUNTS, PERSONS, PAIRS, COUNTS.replace(",", ";"), "\ufeff" + COUNTS]
)
def test_every_shape_is_the_same_table(tmp_path: Path, text: str) -> None:
    table = read(tmp_path, text).table
    assert (table.names, table.counts.tolist()) == (("A", "B"), [0, 2, 1, 1])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "lists.csv: is empty; the first line must name the lists"),
        ("A,B,count\n", "lists.csv: has no persons: no row with a count above 0"),
        (
            "A,count\n1,3\n",
            "lists.csv: needs at least two lists; estimation rests on their overlap",
        ),
        ("A,B,count\n1,0\n", "lists.csv, line 2: has 2 fields where the header has 3"),
        (
            "A,B,count\n1,0,-4\n",
            "lists.csv, line 2, field 'count': is '-4'; " + WHOLE,
        ),
        (
            "A,B,count\n1,0,2\n1,1,2.5\n",
            "lists.csv, line 3, field 'count': is '2.5'; " + WHOLE,
        ),
        ("A,B,count\n1,2,4\n", "lists.csv, line 2, field 'B': is '2'; a list column holds 0 or 1"),
        (
            "A,B,count\n0,0,4\n",
            "lists.csv, line 2: is on no list; the unseen cannot be in the file",
        ),
        ("A,A,count\n1,0,4\n", "lists.csv, line 1: two columns named 'a'"),
        ("A,,count\n1,0,4\n", "lists.csv, line 1: a column has no name"),
        ("id,list\n1,A\n1,\n", "lists.csv, line 3, field 'list': is empty"),
        (
            b"A,B,count\n1,0,2\n\xe5,1,2\n",
            "lists.csv, line 3: is not UTF-8 (byte 0xe5); save the file as UTF-8",
        ),
        (b"A,B\0count\n", "lists.csv: holds zero bytes; save it as CSV in UTF-8"),
        (
            "sex,A,B,count\n,1,0,2\n",
            "lists.csv, line 2, field 'sex': is empty; write a value such as 'unknown'",
        ),
    ],
)
def test_bad_input_gets_one_line_with_the_place(
    tmp_path: Path, text: str | bytes, line: str
) -> None:
    with pytest.raises(ListFileError) as caught:
        read(tmp_path, text)
    assert str(caught.value) == line


@pytest.mark.parametrize("columns", [13, 70, 1_000_000])
def test_too_many_columns(tmp_path: Path, columns: int) -> None:
    header = ",".join(f"L{i}" for i in range(columns))
    row = ",".join("1" * columns)
    with pytest.raises(ListFileError, match="12 lists"):
        read(tmp_path, f"{header}\n{row}\n")


def test_strata_add_up(tmp_path: Path) -> None:
    text = "sex,A,B,count\nf,1,0,3\nm,1,0,1\nf,1,1,2\nm,0,1,4\n"
    lists = read(tmp_path, text)
    by_sex = lists.strata["sex"]
    assert {value: table.observed for value, table in by_sex.items()} == {"f": 5, "m": 5}
    assert (by_sex["f"].counts + by_sex["m"].counts).tolist() == lists.table.counts.tolist()


def test_samples_are_separate_linkages(tmp_path: Path) -> None:
    lists = read(tmp_path, "sample,A,B,count\n1,1,0,3\n1,1,1,2\n2,1,0,4\n2,1,1,1\n")
    assert [table.counts.tolist() for table in lists.samples] == [[0, 3, 0, 2], [0, 4, 0, 1]]


def test_linkages_must_have_the_same_lists(tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text(COUNTS)
    (tmp_path / "two.csv").write_text(COUNTS.replace("B", "C"))
    with pytest.raises(ListFileError, match=r"two\.csv: has other lists than one\.csv: A, B"):
        read_lists([tmp_path / "one.csv", tmp_path / "two.csv"])


@settings(max_examples=100)
@given(st.binary(max_size=200) | st.text(alphabet='01,;\n"Acount-x ', max_size=120))
def test_no_bytes_do_anything_but_read_or_explain(text: str | bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        try:
            assert read(Path(folder), text).table.observed > 0
        except ListFileError as error:
            assert "\n" not in str(error)
