# SPDX-License-Identifier: EUPL-1.2
"""The three commands as a user runs them."""

import json
from pathlib import Path

import pytest

from disclosure.tables import DATA
from support.cli import Run

REGISTER = str(DATA / "register_1000.csv")
SYNTHETIC = str(DATA / "ctdc_like_2000.csv")


def test_protect_writes_an_additive_table_and_its_report(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "table.csv"
    done = run("protect", REGISTER, "--formula", "year*sex", "--seed", "4", "--out", str(out),
               "--json")  # fmt: skip
    report = json.loads(done.out)
    assert done.code == 0
    assert {"mean_abs_error", "max_error", "rms", "hellinger_utility", "seconds", "attack"} <= set(
        report
    )
    assert json.loads((tmp_path / "table.csv.report.json").read_text()) == report
    rows = [line.split(",") for line in out.read_text().splitlines()[1:]]
    count = {(year, sex): int(n) for year, sex, n in rows}
    years = {year for year, _ in count} - {"Total"}
    assert count["Total", "Total"] == sum(count[year, "Total"] for year in years)
    assert not any(0 < n < 5 for n in count.values())


def test_the_same_seed_writes_the_same_bytes(run: Run) -> None:
    first, second = (
        run("protect", REGISTER, "--formula", "sex*form*age", "--seed", "9", "--lang", "nb").out
        for _ in range(2)
    )
    assert first.splitlines()[4:] == second.splitlines()[4:]


def test_a_suppressed_table_stands_its_own_attack(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "table.csv"
    run("protect", REGISTER, "--formula", "sex*form*age", "--method", "suppress", "--out", str(out))
    found = json.loads(run("attack", str(out), "--json").out)
    assert found["hidden_cells"] > 0
    assert (found["exact_cells"], found["contradictory_tables"]) == (0, 0)
    assert all(cell["high"] is None or cell["high"] >= 5 for cell in found["cells"])


def test_attack_prints_the_contract(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("sex,count\nf,<5\nm,12\nTotal,15\n")
    found = json.loads(run("attack", str(table), "--format", "table", "--json").out)
    keys = ("tables", "hidden_cells", "exact_cells", "exact_persons", "contradictory_tables")
    assert [found[key] for key in keys] == [1, 1, 1, 1, 0]
    assert found["cells"] == [
        {"table": "table", "cell": {"sex": "f"}, "printed": [0, 4], "low": 3, "high": 3,
         "exact": True}
    ]  # fmt: skip


@pytest.mark.parametrize(("lang", "word"), [("en", "Reading"), ("nb", "Lesemåte: gruppene som er "
                         "listet"), ("nn", "Lesemåte: gruppene som er lista")])  # fmt: skip
def test_attack_speaks_three_languages(run: Run, tmp_path: Path, lang: str, word: str) -> None:
    table = tmp_path / "t.csv"
    table.write_text("sex;count\nf;<5\nm;12\nTotal;15\n")
    assert run("attack", str(table), "--lang", lang).out.startswith(word)


def test_synthesize_charges_the_ledger_and_then_refuses(run: Run, tmp_path: Path) -> None:
    out, ledger = tmp_path / "s.csv", tmp_path / "ledger.json"
    args = ["synthesize", SYNTHETIC, "--epsilon", "4", "--out", str(out), "--ledger", str(ledger),
            "--budget", "5", "--seed", "1", "--json"]  # fmt: skip
    done = run(*args)
    report = json.loads(done.out)
    assert (report["rows"], report["impossible_rows"]) == (2000, 0)
    assert report["ledger"] == {"releases": 1, "total": 4.0}
    assert len(out.read_text().splitlines()) == 2001
    refused = run(*args, "--release", "2")
    assert (refused.code, refused.out) == (3, "")
    assert len(json.loads(ledger.read_text())) == 1


BAD = {
    "ragged": (b"sex,count\nf,3\nm\n", "line 3 has 1 fields"),
    "negative": (b"sex,count\nf,3\nm,-2\n", "line 3, field 'count': -2 is negative"),
    "not whole": (b"sex,count\nf,3.5\n", "line 2, field 'count': '3.5' is not a whole number"),
    "mixed encodings": ("sex,count\nå,3\n".encode() + "ø,2\n".encode("latin-1"), "line 3, byte"),
    "a million columns": (b",".join(b"c%d" % n for n in range(1_000_000)), "1000000 columns"),
    "no such column": (b"kjonn,count\nf,3\n", "no column 'sex'"),
    "empty": (b"", "no column names"),
    "no rows": (b"sex,count\n", "no rows"),
    "doubled column": (b"sex,sex\nf,m\n", "used twice"),
    "a total inside": (b"sex,count\nTotal,3\n", "give the inner rows only"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_one_line_and_exit_code_2(run: Run, tmp_path: Path, name: str) -> None:
    content, complaint = BAD[name]
    file = tmp_path / "bad.csv"
    file.write_bytes(content)
    done = run("protect", str(file), "--formula", "sex")
    assert (done.code, done.out) == (2, "")
    assert len(done.err.strip().splitlines()) == 1
    assert complaint in done.err


def test_an_unprotectable_table_is_refused_and_not_written(run: Run, tmp_path: Path) -> None:
    file, out = tmp_path / "one.csv", tmp_path / "out.csv"
    file.write_text("sex,count\nf,9\nm,9\n")
    done = run("protect", str(file), "--formula", "sex", "--method", "suppress", "--unit", "sex",
               "--min-units", "x", "--out", str(out))  # fmt: skip
    assert done.code == 2
    assert not out.exists()
