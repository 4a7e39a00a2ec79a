# SPDX-License-Identifier: EUPL-1.2
"""Tables as people send them: totals among rows, counts under any name, signs of many houses."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.tables import shared
from samvern.disclosure.total_labels import is_total
from support.cli import Done, Run

TOTALS = (
    "I alt", "Begge kjønn", "Totalt", "TOTAL", "Alle", "Sum", "Hele landet", "Alle land",
    "Alle aldre", "Grand total", "Ialt", "Til sammen", "Kjønn i alt", "_T",
)  # fmt: skip
FOOTNOTES = ("", "*", " 1)", "²", " (2)", " [1]", ":")


@given(st.sampled_from(TOTALS), st.sampled_from(FOOTNOTES), st.sampled_from("lut"))
def test_a_total_is_known_in_any_case_with_any_footnote(text: str, note: str, case: str) -> None:
    changed = {"l": text.lower(), "u": text.upper(), "t": text.title()}[case]
    assert is_total(changed + note)


@pytest.mark.parametrize("text", ["Alle andre land", "All others", "Allan", "Sumatra", "Somalia",
                         "Begge unntatt", "Halle", "Totaltest", "Kvinner", "18-24"])  # fmt: skip
def test_a_category_is_no_total(text: str) -> None:
    assert not is_total(text)


def written(path: Path, text: str) -> str:
    path.write_text(text.replace(" / ", "\n") + "\n", "utf-8")
    return str(path)


def table(done: Done) -> dict[str, str]:
    """What a command printed as CSV after its report."""
    text = done.out.split("\n\n", 1)[1]
    return {row[0]: row[-1] for row in csv.reader(text.splitlines())}


ZEROS = "land,antall / Nigeria,1 / Romania,1 / Vietnam,1 / Eritrea,1 / Thailand,1 / Somalia,0"


def test_where_zeros_are_printed_a_hidden_cell_holds_somebody(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    done = run("protect", written(tmp_path / "t.csv", ZEROS), "--formula", "land", "--method",
               "suppress", "--out", str(out))  # fmt: skip
    assert done.code == 0
    assert ["Somalia", "0"] in list(csv.reader(out.read_text().splitlines()))
    found = json.loads(run("attack", str(out), "--hidden", "1-", "--value", "count", "--json").out)
    assert (found["hidden_cells"], found["exact_cells"]) == (6, 0)


def test_the_strictest_assumption_decides(run: Run, tmp_path: Path) -> None:
    text = "land,count / Total,5 / Nigeria,: / Romania,: / Vietnam,: / Eritrea,: / Thailand,: / S,0"
    found = json.loads(run("attack", written(tmp_path / "t.csv", text), "--json").out)
    assert (found["exact_cells"], found["exact_persons"]) == (5, 5)
    assert found["assumptions"] == [
        {"assumption": "as_printed", "exact_cells": 0, "exact_persons": 0, "excluded": False,
         "decides": False},
        {"assumption": "a_hidden_cell_holds_somebody", "exact_cells": 5, "exact_persons": 5,
         "excluded": False, "decides": True},
    ]  # fmt: skip


def test_the_grand_total_is_given_up_last(run: Run, tmp_path: Path) -> None:
    text = "sex,form,n / f,a,2 / f,b,30 / m,a,20 / m,b,40 / x,a,25 / x,b,31"
    done = run("protect", written(tmp_path / "t.csv", text), "--formula", "sex*form", "--method",
               "suppress", "--json")  # fmt: skip
    report = json.loads(done.out)
    assert (report["grand_total_hidden"], report["primary"]) == (False, 1)


def test_a_printed_zero_says_nothing_of_anybody(run: Run, tmp_path: Path) -> None:
    """Of the combinations printed as 0 after rounding, most hold nobody: all are written."""
    rows = [f"{sex},{form},{age},{n}" for (sex, form, age), n in SPARSE.items()]
    out = tmp_path / "out.csv"
    done = run("protect", written(tmp_path / "t.csv", "sex,form,age,count\n" + "\n".join(rows)),
               "--formula", "sex*form*age", "--out", str(out), "--json")  # fmt: skip
    report = json.loads(done.out)
    read = list(csv.DictReader(out.read_text().splitlines()))
    inner = [row for row in read if "Total" not in row.values()]
    labels = [{row[name] for row in inner} for name in ("sex", "form", "age")]
    assert len(inner) == len(labels[0]) * len(labels[1]) * len(labels[2])
    empty = [row for row in inner if (row["sex"], row["form"], row["age"]) not in SPARSE]
    assert {row["count"] for row in empty} == {"0"}
    assert len(empty) > 0
    assert report["full_grid"] is True


SPARSE = {("f", "a", "1"): 9, ("f", "b", "2"): 8, ("m", "a", "2"): 1, ("m", "c", "3"): 7,
          ("m", "c", "1"): 2, ("f", "c", "4"): 12}  # fmt: skip


def test_a_label_of_which_nothing_is_printed_is_left_out(run: Run, tmp_path: Path) -> None:
    text = "land,count / Nigeria,900 / Romania,1 / Vietnam,1 / Eritrea,1 / Iran,2"
    file = written(tmp_path / "t.csv", text)
    shown = table(run("protect", file, "--formula", "land"))
    assert "0" not in shown.values()
    book = written(tmp_path / "b.csv", "column,value / land,Norge / land,Romania / land,Nigeria")
    listed = table(run("protect", file, "--formula", "land", "--codebook", book))
    assert set(listed) == {"land", "Total", "Nigeria", "Romania", "Vietnam", "Eritrea", "Iran",
                           "Norge"}  # fmt: skip


def test_impossible_pairs_are_left_out_and_others_written(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path / "t.csv", "age,adult,count / 10,no,9 / 30,yes,8 / 40,yes,7")
    pairs = written(tmp_path / "p.csv", "column1,value1,column2,value2 / age,10,adult,yes")
    report = json.loads(run("protect", file, "--formula", "age*adult", "--impossible", pairs,
                            "--json").out)  # fmt: skip
    assert report["impossible_rows_left_out"] == 1
    wrong = written(tmp_path / "w.csv", "column1,value1,column2,value2 / age,10,adult,no")
    refused = run("protect", file, "--formula", "age*adult", "--impossible", wrong)
    assert (refused.code, "somebody is in" in refused.err) == (2, True)


@pytest.mark.parametrize("total", [t for t in TOTALS if t != "Kjønn i alt"])
def test_a_total_among_the_rows_is_not_counted_again(run: Run, tmp_path: Path, total: str) -> None:
    file = written(tmp_path / "t.csv", f"land,antall / Nigeria,70 / Romania,20 / {total} 1),90")
    shown = table(run("protect", file, "--formula", "land"))
    assert shown == {"land": "count", "Total": "90", "Nigeria": "70", "Romania": "20"}
    hidden = written(tmp_path / "h.csv", f"land,antall / Nigeria,7 / Romania,: / {total},9")
    found = json.loads(run("attack", hidden, "--json").out)
    assert [(c["cell"], c["low"], c["high"]) for c in found["cells"]] == [
        ({"land": "Romania"}, 2, 2)
    ]


def test_totals_of_two_columns_are_read(run: Run, tmp_path: Path) -> None:
    rows = "kjønn,land,Antall / k,A,30 / m,A,20 / Begge kjønn,A,50 / k,B,10 / m,B,40"
    rows += " / Begge kjønn,B,50 / k,Alle land,40 / m,Alle land,60 / Begge kjønn,Alle land,100"
    report = json.loads(run("protect", written(tmp_path / "t.csv", rows), "--formula",
                            "kjønn*land", "--json").out)  # fmt: skip
    assert (report["totals_left_out"], report["count_column"]) == (5, "Antall")
    assert report["published_cells"] == 9


def test_a_total_that_is_not_the_sum_is_refused(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path / "t.csv", "land,antall / Nigeria,7 / Romania,2 / I alt,12")
    done = run("protect", file, "--formula", "land")
    assert (done.code, done.out) == (2, "")
    assert "line 4, 'I alt' in column 'land' is a total of 12, but the rows under it make 9" in (
        done.err
    )


@pytest.mark.parametrize("command", ["protect", "attack"])
def test_a_label_that_is_the_sum_of_the_others_is_asked_about(
    run: Run, tmp_path: Path, command: str
) -> None:
    file = written(tmp_path / "t.csv", "land,antall / Nigeria,70 / Romania,20 / Verden,90")
    more = ["--formula", "land"] if command == "protect" else []
    asked = run(command, file, *more)
    assert (asked.code, asked.out) == (2, "")
    assert "'Verden' in column 'land' is the sum of all other rows" in asked.err
    assert run(command, file, *more, "--total", "land=Verden").code == 0
    assert run(command, file, *more, "--not-total", "land=Verden").code == 0


@pytest.mark.parametrize("name", ["Antall", "N", "COUNT", "antall", "Freq", "Antal"])
def test_the_counts_are_found_in_any_case(run: Run, tmp_path: Path, name: str) -> None:
    file = written(tmp_path / "t.csv", f"land,{name} / Nigeria,70 / Romania,20")
    assert table(run("protect", file, "--formula", "land"))["Total"] == "90"


def test_a_column_of_numbers_left_over_is_refused(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path / "t.csv", "land,ofre / Nigeria,70 / Romania,20")
    done = run("protect", file, "--formula", "land")
    assert (done.code, done.out) == (2, "")
    assert "column 'ofre' holds numbers" in done.err
    assert table(run("protect", file, "--formula", "land", "--count", "ofre"))["Total"] == "90"
    two = written(tmp_path / "two.csv", "land,antall,n / Nigeria,70,1 / Romania,20,1")
    assert "antall, n could all be the counts" in run("protect", two, "--formula", "land").err


WIDE = "alder,kvinner,menn,totalt / barn,{},12,15 / voksne,20,30,50"


@pytest.mark.parametrize("cell", ["70 1)", "mange", "[q]", "3,5"])
def test_a_cell_that_is_none_is_named(run: Run, tmp_path: Path, cell: str) -> None:
    done = run("attack", written(tmp_path / "t.csv", WIDE.format(f'"{cell}"')))
    assert (done.code, done.out) == (2, "")
    assert f"line 2, field 'kvinner': '{cell}' is neither a count nor" in done.err


@pytest.mark.parametrize(
    ("sign", "reading"),
    [("[c]", "hidden"), ("[x]", "missing"), ("..", "missing"), (":", "hidden"), ("*", "hidden"),
     ("c", "hidden"), ("x", "hidden"), ("<5", "range"), ("<10", "range"), ("[low]", "low")],
)  # fmt: skip
def test_a_known_sign_is_read_and_shown(run: Run, tmp_path: Path, sign: str, reading: str) -> None:
    found = json.loads(run("attack", written(tmp_path / "t.csv", WIDE.format(sign)), "--json").out)
    assert [(one["sign"], one["reading"], one["cells"]) for one in found["signs"]] == [
        (sign, reading, 1)
    ]
    assert [c["low"] for c in found["cells"] if c["exact"]] == [3]


def test_a_sign_two_houses_read_differently_is_asked_about(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path / "t.csv", "alder,kvinner,menn,totalt / barn,-,12,12 / voksne,2,30,32")
    asked = run("attack", file)
    assert (asked.code, asked.out) == (2, "")
    assert "field 'kvinner': '-' is zero in the tables of Statistics Norway" in asked.err
    found = json.loads(run("attack", file, "--signs", "ssb", "--json").out)
    assert (found["hidden_cells"], found["signs"][0]["reading"]) == (0, "zero")
    withheld = json.loads(run("attack", file, "--sign", "-=hidden", "--json").out)
    assert (withheld["hidden_cells"], withheld["exact_zeros"]) == (1, 1)
    point = written(tmp_path / "p.csv", "land,antall / Nigeria,. / Romania,7 / Totalt,9")
    assert run("attack", point).code == 2
    german = json.loads(run("attack", point, "--signs", "german", "--json").out)
    assert german["exact_persons"] == 1


def test_years_and_ages_of_a_wide_table_are_labels(run: Run, tmp_path: Path) -> None:
    text = "år,alder,kvinner,menn,totalt / 2023,0-17,:,7,9 / 2023,18-24,4,5,9 / 2023,i alt,6,12,18"
    found = json.loads(run("attack", written(tmp_path / "t.csv", text), "--json").out)
    assert [(c["cell"], c["low"]) for c in found["cells"] if c["exact"]] == [
        ({"år": "2023", "alder": "0-17", "column": "kvinner"}, 2)
    ]


def test_a_rounded_table_tells_no_group(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    rows = [f"{sex},{form},{n}" for (sex, form, age), n in SPARSE.items()]
    run("protect", written(tmp_path / "t.csv", "sex,form,count\n" + "\n".join(rows)), "--formula",
        "sex*form", "--out", str(out))  # fmt: skip
    told = json.loads(run("attack", str(out), "--json").out)
    assert (told["rounded"]["base"], told["group_disclosures"], told["exact_cells"]) == (5, 0, 0)
    out.with_name("out.csv.report.json").unlink()
    bare = json.loads(run("attack", str(out), "--json").out)
    assert (bare["rounded"], bare["looks_rounded"], bare["group_disclosures"] > 0) == (
        None, True, True
    )  # fmt: skip
    said = json.loads(run("attack", str(out), "--rounded", "5", "--json").out)
    assert (said["group_disclosures"], said["exact_cells"]) == (0, 0)


def release(run: Run, tmp_path: Path, number: int, counts: dict[str, int]) -> tuple[Any, Any]:
    rows = " / ".join(f"{land},{n}" for land, n in counts.items())
    out = tmp_path / f"out{number}.csv"
    done = run("protect", written(tmp_path / f"t{number}.csv", f"land,antall / {rows}"),
               "--formula", "land", "--keep", str(tmp_path / "kept.csv"), "--out", str(out),
               "--json")  # fmt: skip
    assert done.code == 0, done.err
    shown = dict(list(csv.reader(out.read_text().splitlines()))[1:])
    return json.loads(done.out), {land: int(n) for land, n in shown.items()}


def test_two_releases_do_not_tell_who_came(run: Run, tmp_path: Path) -> None:
    first = {"A": 19, "B": 30, "C": 41, "D": 12, "E": 8}
    added = {"A": 1, "B": 2, "C": 3, "D": 0, "E": 11}
    second = {land: n + added[land] for land, n in first.items()}
    _, one = release(run, tmp_path, 1, first)
    report, two = release(run, tmp_path, 2, second)
    assert report["releases"] == {
        "releases": 1, "exact": 0, "small": 0, "changed": True, "passed": True
    }  # fmt: skip
    assert not [land for land in one if 0 < abs(two[land] - one[land]) < 5]
    third, three = release(run, tmp_path, 3, {land: n + 1 for land, n in second.items()})
    assert third["releases"]["releases"] == 2
    assert not [land for land in one for old in (one, two) if 0 < abs(three[land] - old[land]) < 5]


def test_suppressed_releases_are_not_kept(run: Run, tmp_path: Path) -> None:
    done = run("protect", written(tmp_path / "t.csv", ZEROS), "--formula", "land", "--method",
               "suppress", "--keep", str(tmp_path / "kept.csv"))  # fmt: skip
    assert (done.code, "--keep is for rounding" in done.err) == (2, True)


def test_no_label_becomes_a_formula(run: Run, tmp_path: Path) -> None:
    text = "land,antall / =1+1,70 / +47,20 / @x,30 / -5,40"
    out = tmp_path / "out.csv"
    run("protect", written(tmp_path / "t.csv", text), "--formula", "land", "--out", str(out),
        "--keep", str(tmp_path / "kept.csv"))  # fmt: skip
    for path in (out, tmp_path / "kept.csv"):
        first = {row[0] for row in csv.reader(path.read_text().splitlines())}
        assert {"'=1+1", "'@x", "+47", "-5"} <= first
    again, _ = release(run, tmp_path, 2, {"=1+1": 70, "+47": 20, "@x": 30, "-5": 40})
    assert again["releases"]["changed"] is False


def test_no_synthetic_value_becomes_a_formula(run: Run, tmp_path: Path) -> None:
    rows = [f"{'=1+1' if n % 2 else '@x'},{'a' if n % 3 else '-2'}" for n in range(300)]
    file, out = written(tmp_path / "t.csv", "land,form\n" + "\n".join(rows)), tmp_path / "s.csv"
    assert run("synthesize", file, "--epsilon", "8", "--seed", "1", "--out", str(out)).code == 0
    made = {tuple(row) for row in list(csv.reader(out.read_text().splitlines()))[1:]}
    # An empty cell is a value held back.
    assert {row[0] for row in made} - {""} == {"'=1+1", "'@x"}
    assert {row[1] for row in made} - {""} == {"a", "-2"}


def glotip(path: Path, rows: list[list[str]]) -> Path:
    from disclosure.test_sheets import workbook

    above: list[list[object]] = [["UNODC GLOTIP"], ["30/05/2023"]]
    return workbook(path, above + [list(row) for row in rows])


def test_unodcs_export_is_read_as_published(run: Run, tmp_path: Path) -> None:
    """Two lines above the header; every table in the top counts. Norway's rows as published."""
    with shared("tables/unodc_glotip_europe.csv").open(encoding="utf-8-sig") as file:
        header, *rows = csv.reader(file)
    norway = [row for row in rows if row[1] == "Norway"]
    plain = tmp_path / "plain.csv"
    with plain.open("w", newline="") as file:
        csv.writer(file).writerows([header, *norway])
    titled = tmp_path / "titled.csv"
    with titled.open("w", newline="") as file:
        csv.writer(file).writerows([["UNODC GLOTIP"], ["30/05/2023"], header, *norway])
    book = glotip(tmp_path / "book.xlsx", [header, *norway])
    found = [json.loads(run("attack", str(path), "--json").out) for path in (plain, titled, book)]
    for one in found:
        read = one.pop("read_as")
        assert read["header_row"] == (1 if one is found[0] else 3)
    assert found[0] == found[1] == found[2]
    whole, others = found[0]["complete_tables"], found[0]["incomplete_tables"]
    assert others["tables"] > 0
    assert {key: found[0][key] for key in whole} == {key: whole[key] + others[key] for key in whole}
