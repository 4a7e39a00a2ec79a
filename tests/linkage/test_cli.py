# SPDX-License-Identifier: EUPL-1.2
"""Three parties and two key holders at the command line, each with its own folder."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from linkage.registers import two_lists
from samvern.linkage import PersonRecord
from samvern.web.commands import cli


def run(folder: Path, *words: str, code: int = 0) -> str:
    """Standard output of `samvern link WORDS`, or standard error when it should fail."""
    done = subprocess.run(
        [sys.executable, "-m", "samvern", "link", *words],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout if code == 0 else done.stderr


def estimate(file: Path) -> list[float]:
    """The 95 % interval of the hidden population under independence."""
    words = ["estimate", str(file), "--method", "independence", "--json"]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    interval: list[float] = json.loads(done.stdout)[0]["interval95"]
    return interval


def write(path: Path, people: list[PersonRecord]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["id", "fornavn", "etternavn", "fødselsdato"])
        for person in people:
            name, (year, month, day) = person.names[0], person.birth
            born = f"{day or 1:02d}.{month or 1:02d}.{year}"
            out.writerow([person.key, *name.given, *name.family, born])


def test_three_parties_from_files_to_table(tmp_path: Path) -> None:
    for party in ("bureau", "ombud", "police", "health", "unit", "count"):
        (tmp_path / party).mkdir()
    for holder in ("bureau", "ombud"):
        run(tmp_path / holder, "key", "new", "half.key", "--project", "count-2026")
    for agency, people in zip(("police", "health"), two_lists(150, 60), strict=True):
        home = tmp_path / agency
        write(home / "file.csv", people)
        asked = json.loads(run(home, "encode", "file.csv", "--project", "count-2026",
                               "--name", agency, "--ask", "ask", "--json"))  # fmt: skip
        assert (asked["people"], asked["elements"] % 1024) == (150, 0)
        for n, holder in enumerate(("bureau", "ombud")):
            shutil.copy(home / "ask", tmp_path / holder / agency)
            run(tmp_path / holder, "key", "answer", agency, "half.key", "--out", "answer")
            shutil.copy(tmp_path / holder / "answer", home / f"answer{n}")
        run(home, "encode", "file.csv", "--keep", "ask.keep", "--answer", "answer0",
            "--answer", "answer1", "--out", "tokens")  # fmt: skip
        sent = (home / "tokens").read_bytes()
        for person in people[:20]:
            assert person.names[0].family[0].encode() not in sent
        shutil.copy(home / "tokens", tmp_path / "unit" / agency)
    unit, count = tmp_path / "unit", tmp_path / "count"
    found = json.loads(run(unit, "match", "police", "health", "--out", "links", "--json"))
    again = json.loads(run(unit, "match", "police", "health", "--out", "links2", "--json"))
    assert (unit / "links").read_bytes() == (unit / "links2").read_bytes()
    assert found["links"] == again["links"]
    shutil.copy(unit / "links", count / "links")
    run(count, "overlap", "links", "--out", "lists.csv", "--draws-out", "draws.csv")
    rows = list(csv.DictReader((count / "lists.csv").open()))
    table = {(row["police"], row["health"]): int(row["count"]) for row in rows}
    assert table["1", "0"] + table["1", "1"] == 150
    assert table["0", "1"] + table["1", "1"] == 150
    assert 54 <= table["1", "1"] <= 66
    draws = list(csv.DictReader((count / "draws.csv").open()))
    assert {int(row["sample"]) for row in draws} == set(range(1, 101))
    both = [int(row["count"]) for row in draws if (row["police"], row["health"]) == ("1", "1")]
    assert 56 <= sum(both) / 100 <= 66  # 60 are on both, those no token shows among them
    assert len(set(both)) > 2
    shown, carried = (estimate(count / name) for name in ("lists.csv", "draws.csv"))
    assert shown[1] / shown[0] < carried[1] / carried[0]
    assert carried[0] < 150 * 150 / 60 < carried[1]
    for holder in ("bureau", "ombud"):
        line = json.loads((tmp_path / holder / "half.key.log").read_text().splitlines()[0])
        assert (line["project"], line["list"]) == ("count-2026", "police")
        run(tmp_path / holder, "key", "destroy", "half.key")
        assert not (tmp_path / holder / "half.key").exists()


def test_duplicates_in_ones_own_file(tmp_path: Path) -> None:
    people, _ = two_lists(60, 20)
    write(tmp_path / "file.csv", [*people, PersonRecord("again", people[3].names, people[3].birth)])
    found = json.loads(run(tmp_path, "duplicates", "file.csv", "--json"))
    assert [(pair["first"], pair["second"]) for pair in found["pairs"]] == [("3", "again")]


HEADER = "id,given,family,birth\n"
BAD = {
    "ragged": (HEADER + "1,a,b\n", "bad.csv: line 2: 3 fields where the header has 4"),
    "date": (HEADER + "1,a,b,yesterday\n", "line 2: field birth: 'yesterday' cannot be read"),
    "unborn": (HEADER + "1,a,b,2199-01-01\n", "nobody is born in 2199; correct the year"),
    "id twice": (HEADER + "1,a,b,\n1,c,d,\n", "line 3: field id: '1' is already on line 2"),
    "no names": ("id,colour\n1,red\n", "line 1: no column holds a name"),
    "nobody": (HEADER, "has a header but no records"),
    "nothing": ("", "the file is empty"),
    "a million columns": ("x," * 999_999 + "x\n", "line 1: 1,000,000 columns"),
    "open quote": (HEADER + '1,"a,b,\n', "line 2: not readable as CSV"),
    "long field": (HEADER + f"1,{'a' * 20_000},b,\n", "line 2: field given: over 10,000"),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_files_get_one_line(tmp_path: Path, kind: str) -> None:
    text, says = BAD[kind]
    (tmp_path / "bad.csv").write_text(text, encoding="utf-8")
    error = run(tmp_path, "encode", "bad.csv", "--project", "p", "--ask", "ask", code=2)
    assert says in error
    assert len(error.strip().splitlines()) == 1
    assert not (tmp_path / "ask").exists()


def test_mixed_encodings_name_line_and_byte(tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_bytes((HEADER + "1,Åse,b,\n").encode() + b"2,\xc5se,b,\n")
    error = run(tmp_path, "duplicates", "bad.csv", code=2)
    assert "bad.csv: line 3: byte 0xc5 is not UTF-8" in error


def test_damaged_and_mistaken_files_get_one_line(tmp_path: Path) -> None:
    people, _ = two_lists(20, 5)
    write(tmp_path / "file.csv", people)
    run(tmp_path, "key", "new", "half.key", "--project", "p")
    run(tmp_path, "encode", "file.csv", "--project", "p", "--ask", "ask")
    whole = (tmp_path / "ask").read_bytes()
    (tmp_path / "cut").write_bytes(whole[:-5])
    assert "cut short" in run(tmp_path, "key", "answer", "cut", "half.key", "--out", "o", code=2)
    error = run(tmp_path, "match", "ask", "ask", "--out", "o", code=2)
    assert "holds ask, but tokens is needed here" in error
    error = run(tmp_path, "match", "file.csv", "--out", "o", code=2)
    assert "not a file made by `samvern link`" in error
    (tmp_path / "forged").write_bytes(whole[:-32] + b"\xff" * 32)
    error = run(tmp_path, "key", "answer", "forged", "half.key", "--out", "o", code=2)
    assert "no group element" in error
    error = run(tmp_path, "key", "answer", "ask", "half.key", "--limit", "9", "--out", "o", code=2)
    assert "dictionary attack" in error
    assert "--project" in run(tmp_path, "encode", "file.csv", "--ask", "x", code=2)


def test_help_shows_the_parties_at_work() -> None:
    for words in (("encode",), ("match",), ("overlap",), ("key",), ()):
        text = run(Path.cwd(), *words, "--help")
        assert "police$ samvern link encode police.csv --project count-2026" in text
        assert "unit$   samvern link match police.tokens health.tokens" in text
