# SPDX-License-Identifier: EUPL-1.2
"""``samvern assess``, ``pack`` and ``impact`` from the outside."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.exchange.sherloc import read_sherloc
from samvern.exchange.sherloc_codes import meaning
from support.cli import Run

SHERLOC = Path(__file__).parents[3] / "shared/data/judgments/sherloc_us_coded.csv"
CODED = {"conduct": "ActsInvolved", "means": "MeansUsed", "purpose": "ExploitativePurposes"}
PERSON = {"facts": {"age": 17, "purpose_seen": ["prostitution"], "conduct_seen": ["recruits"]}}


def write(path: Path, content: object) -> str:
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(path)


def test_one_person_as_json_has_the_whole_contract(run: Run, tmp_path: Path) -> None:
    done = run(
        "assess", write(tmp_path / "p.json", PERSON), "--format", "json", "--on", "2026-11-23",
        "--include", "texts,changes",
    )  # fmt: skip
    answer = json.loads(done.out)
    assert done.code == 0
    assert {
        "level", "elements", "offences", "indicators", "dimensions", "rights", "duties", "sharing",
        "referrals", "clocks", "alerts", "next_questions", "sources", "pack",
    } <= answer.keys()  # fmt: skip
    values = {id: element["value"] for id, element in answer["elements"].items()}
    assert values == {"conduct": "yes", "means": "unknown", "purpose": "yes", "minor": "yes"}
    assert answer["level"] == "strong"


def test_many_people_and_the_rows_that_could_not_be_read(run: Run, tmp_path: Path) -> None:
    people = [PERSON | {"id": "a"}, {"facts": {"age": 200}}, "nonsense", {"facts": {"agee": 1}}]
    done = run("assess", write(tmp_path / "p.json", {"people": people}), "--format", "json")
    answer = json.loads(done.out)
    assert done.code == 2
    assert [person["id"] for person in answer["people"]] == ["a"]
    assert [(row["row"], row["field"]) for row in answer["unread"]] == [
        (2, "age"),
        (3, ""),
        (4, "agee"),
    ]
    assert "must be from 0 to 120" in answer["unread"][0]["reason"]
    assert "did you mean age?" in answer["unread"][2]["reason"]


def test_what_cannot_be_read_names_its_field_once(run: Run, tmp_path: Path) -> None:
    facts = [{"born_on": "2099-05-05"}, {"age": 200}, {"agee": 1}, {"age": "x"}, {"born_on": "x"}]
    file = write(tmp_path / "p.json", [{"facts": each} for each in facts])
    told = re.findall(r"^  (\d): (\w+): ['\d]", run("assess", file).out, re.M)
    names = ("born_on", "age", "agee", "age", "born_on")
    assert told == [(str(row), name) for row, name in enumerate(names, start=1)]


@pytest.mark.parametrize(("lang", "word"), [("nb", "ja"), ("nn", "ja"), ("en", "yes")])
def test_text_is_in_the_language_asked_for(run: Run, tmp_path: Path, lang: str, word: str) -> None:
    done = run("assess", write(tmp_path / "p.json", PERSON), "--lang", lang)
    assert done.code == 0
    assert f": {word}\n" in done.out


def test_csv_in_and_csv_out(run: Run, tmp_path: Path) -> None:
    text = "id;age;means_seen;purpose_seen.begging\n=A1;30;threats;yes\nB2;x;;\n"
    done = run("assess", write(tmp_path / "p.csv", text), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [(row["id"], row["means"], row["purpose"]) for row in rows] == [("'=A1", "yes", "yes")]
    assert "\n  3: age: 'x': is not a number" in done.err


def test_a_row_of_csv_with_a_birth_to_come_is_told_and_the_rest_is_done(
    run: Run, tmp_path: Path
) -> None:
    text = "id,born_on,purpose_seen\na,2099-05-05,begging\nb,2001-05-05,begging\n"
    done = run("assess", write(tmp_path / "p.csv", text), "--format", "csv", "--on", "2100-01-01")
    assert done.code == 2
    assert [row["id"] for row in csv.DictReader(io.StringIO(done.out))] == ["b"]
    assert "\n  2: born_on: '2099-05-05': is after" in done.err
    reform = (
        "parameters:\n  reflection_period: {name: R, values: [{from: 2010-01-01, value: 1 year}]}"
    )
    person = write(tmp_path / "p.json", {"facts": {"born_on": "2099-05-05"}})
    done = run("impact", "--reform", write(tmp_path / "r.yaml", reform), person, "--json")
    assert [row["field"] for row in json.loads(done.out)["unread"]] == ["born_on"]


def test_the_schema_accepts_what_assess_reads_and_refuses_the_rest(run: Run) -> None:
    validator = jsonschema_rs.validator_for(json.loads(run("assess", "--schema").out))
    assert validator.is_valid(PERSON)
    assert validator.is_valid([{"facts": {"age": {"min": 15, "max": 20}}, "asked_on": None}])
    for wrong in (
        {"facts": {"agee": 1}},
        {"facts": {"age": 121}},
        {},
        {"facts": {"means_seen": "x"}},
    ):
        assert not validator.is_valid(wrong)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("p.json", b"\xff\xfe\xff", "p.json"),
        ("p.csv", b"id,age\n1,\xe6\n", "p.csv:2: byte 0xe6 is not UTF-8"),
        ("p.csv", b"id,height\n1,2\n", "'height' is neither id, a date nor a fact"),
        ("p.csv", b'id,age\n"1,2\n', "p.csv:"),
        ("p.json", b"{", "is not JSON"),
        ("p.json", b"[" * 100_000, "p.json"),
        ("p.json", b"7", "must hold a person"),
        ("p.json", b'{"facts": {"age": NaN}}', "is not a number"),
        ("p.csv", b"", "is empty"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_clear_line(
    run: Run, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    done = run("assess", str(tmp_path / name))
    assert done.code == 2
    assert says in done.err
    assert len(done.err.strip().splitlines()) == 1
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("record", "says"),
    [
        ({"facts": {"age": 25, "age_group": "child_16_17"}}, "contradicts"),
        ({"facts": {}, "asked_on": "2026-02-30"}, "is not a day that exists"),
        (
            {"facts": {}, "event_on": {"min": "2026-02-03", "max": "2026-02-01"}},
            "min above its max",
        ),
        ({"facts": {}, "evnt_on": "2026-01-01"}, "is not a field"),
        ({"facts": []}, "must be an object"),
        ({"facts": {"means_seen": ["threats", "frowns"]}}, "is not one of its options"),
        ({"facts": {"in_danger": 1}}, "is a yes or no question"),
        ({"facts": {"born_on": "2199-01-01"}}, "nobody is born in the future; correct the day"),
        ({"facts": {"born_on": "1890-01-01"}}, "more than 120 years old"),
    ],
)
def test_a_person_that_makes_no_sense_is_told_so(
    run: Run, tmp_path: Path, record: dict[str, Any], says: str
) -> None:
    done = run("assess", write(tmp_path / "p.json", record))
    assert done.code == 2
    assert says in done.out + done.err


def test_json_is_small_and_a_wrong_part_is_told(run: Run, tmp_path: Path) -> None:
    person = write(tmp_path / "p.json", PERSON)
    assert len(run("assess", person, "--format", "json").out.encode()) < 64_000
    done = run("assess", person, "--format", "json", "--include", "everything")
    assert (done.code, "use texts, changes" in done.err) == (2, True)


@pytest.mark.parametrize("include", ["", "texts,changes"])
def test_a_stored_result_is_answered_again(run: Run, tmp_path: Path, include: str) -> None:
    person = write(tmp_path / "p.json", PERSON)
    first = run("assess", person, "--format", "json", "--lang", "nb", "--include", include)
    stored = write(tmp_path / "stored.json", first.out)
    again = run("assess", stored, "--replay", "--lang", "nb")
    assert (again.code, again.out) == (0, first.out)


@pytest.mark.skipif(
    not SHERLOC.exists(), reason="the folder shared/data is not beside the checkout"
)
def test_coded_judgments_give_the_elements_their_coding_states(run: Run) -> None:
    done = run("assess", "--from", "sherloc", str(SHERLOC), "--format", "json")
    answer = json.loads(done.out)
    by_id = {person["id"]: person["elements"] for person in answer["people"]}
    rows = list(csv.DictReader(io.StringIO(SHERLOC.read_text(encoding="utf-8"))))
    shifted = {"USA156"}  # its means stand where the purposes should
    for row in rows:
        found = {id: element["value"] for id, element in by_id[row["Case"]].items()}
        stated = {id: "yes" if row[c].strip(" \n;") else "unknown" for id, c in CODED.items()}
        if row["ExploitativePurposes"].strip() == "Other":
            stated["purpose"] = "unknown"
        if row["Case"] in shifted:
            stated |= {"means": "yes", "purpose": "unknown"}
        stated["minor"] = {"yes": "yes", "no": "no", "": "unknown"}[row["MinorsIncluded"].lower()]
        assert (row["Case"], found) == (row["Case"], stated)
    assert done.code == 2
    assert {(one["row"], one["field"]) for one in answer["unread"]} == {
        (59, "ExploitativePurposes"), (79, "MeansUsed"), (79, "ExploitativePurposes"),
    }  # fmt: skip


def test_pack_check_and_gaps_of_norway(run: Run) -> None:
    assert "example cases." in run("pack", "check", "norway", "--no-prove").out
    assert "duties have no rule in norway." in run("pack", "gaps", "norway").out


def test_pack_diff_says_what_section_108a_changes(run: Run) -> None:
    done = run("pack", "diff", "--on", "2026-09-14", "--on", "2026-09-15")
    assert done.code == 0
    first = done.out.split("\n\n")[1]
    assert first.startswith("utl_108a (")
    assert ": no -> yes" in first
    assert int(done.out.splitlines()[-1].split()[0]) >= 1


def test_a_reform_touches_those_it_touches(run: Run, tmp_path: Path) -> None:
    reform = """
parameters:
  reflection_period: {name: Reflection, values: [{from: 2010-01-01, value: 12 months}]}
"""
    people = [
        {
            "id": "in",
            "facts": {"residence": "reflection_period", "reflection_granted_on": "2026-03-01"},
        },
        {"id": "out", "facts": {"residence": "norwegian"}},
    ]
    reformed = write(tmp_path / "reform.yaml", reform)
    done = run("impact", "--reform", reformed, write(tmp_path / "p.json", people), "--json")
    touched = json.loads(done.out)
    assert (done.code, touched["people"]) == (0, 2)
    assert [person["id"] for person in touched["touched"]] == ["in"]


def test_json_lines_are_people_too(run: Run, tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(PERSON | {"id": id}) for id in ("a", "b"))
    done = run("assess", write(tmp_path / "p.jsonl", lines), "--format", "json")
    assert [person["id"] for person in json.loads(done.out)["people"]] == ["a", "b"]


def test_a_person_on_standard_input(run: Run) -> None:
    done = run("assess", "-", "--lang", "nn", stdin=json.dumps(PERSON))
    assert done.code == 0
    assert done.out.startswith("Kor sterke teikna er: sterke teikn")


def test_a_row_with_a_cell_too_many_is_left_out_and_told(run: Run, tmp_path: Path) -> None:
    text = "id,age,seen_control.no_passport\na,30,no\n\nb,31,no,extra\nc,32,perhaps\n"
    done = run("assess", write(tmp_path / "p.csv", text))
    assert done.code == 2
    assert "4: has 4 cells where the header has 3" in done.out
    assert "seen_control.no_passport: 'perhaps': is neither yes nor no" in done.out


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Case,ActsInvolved\nA,x\n", "has no column MeansUsed"),
        (
            "Case,ActsInvolved,MeansUsed,ExploitativePurposes,MinorsIncluded\n1,,,,perhaps\n",
            "neither",
        ),
        (
            "Case,ActsInvolved,MeansUsed,ExploitativePurposes,MinorsIncluded\n1,Transfer\n",
            "has 2 cells",
        ),
    ],
)
def test_a_coding_that_cannot_be_read_says_why(
    run: Run, tmp_path: Path, text: str, unread: str
) -> None:
    done = run("assess", "--from", "sherloc", write(tmp_path / "j.csv", text))
    assert unread in done.out + done.err


CODING = "Case,ActsInvolved,MeansUsed,ExploitativePurposes,MinorsIncluded\n1,{},{},{},{}\n"
WRITTEN = {
    "Forced labour": ("purpose", "forced_labour"),
    "Forced labor or services": ("purpose", "forced_labour"),
    "FORCED LABOUR / SERVICES": ("purpose", "forced_labour"),
    "Debt bondage": ("purpose", "slavery"),
    "Sexual exploitation": ("purpose", "prostitution"),
    "Removal of an organ": ("purpose", "organ_removal"),
    "Domestic servitude": ("purpose", "servitude"),
    "Recruitment/Hiring": ("conduct", "recruits"),
    "Harboring": ("conduct", "harbours"),
    "Receipt of persons": ("conduct", "receives"),
    "Transport": ("conduct", "transports"),
    "Threat": ("means", "threats"),
    "Use of force": ("means", "violence"),
    "Threat of the use of force or of other forms of coercion": ("means", "coercion"),
    "Abuse of a position of vulnerability": ("means", "abuse_of_vulnerability"),
    "Fraud*": ("means", "fraud"),
}


@pytest.mark.parametrize("code", WRITTEN)
@pytest.mark.parametrize("minors", ["NA", "Yes", "", "n/a"])
def test_codes_are_read_as_they_are_written(
    run: Run, tmp_path: Path, code: str, minors: str
) -> None:
    column, option = WRITTEN[code]
    cells = [code if name == column else "NA" for name in ("conduct", "means", "purpose")]
    file = write(tmp_path / "j.csv", CODING.format(*cells, minors))
    done = run("assess", "--from", "sherloc", file, "--format", "json")
    answer = json.loads(done.out)
    assert (done.code, answer["unread"]) == (0, [])
    values = {id: element["value"] for id, element in answer["people"][0]["elements"].items()}
    assert {id for id in CODED if values[id] == "yes"} == {column}
    assert read_sherloc(Path(file).read_bytes(), "j.csv").records[0][1]["facts"][
        f"{column}_seen"
    ] == [option]


def test_a_code_in_the_wrong_column_is_told_and_counts(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path / "j.csv", CODING.format("Recruitment", "Debt bondage", "NA", "No"))
    done = run("assess", "--from", "sherloc", file, "--format", "json")
    assert (done.code, [one["field"] for one in json.loads(done.out)["unread"]]) == (
        0, ["MeansUsed"]
    )  # fmt: skip


def test_a_code_nobody_knows_ends_with_2(run: Run, tmp_path: Path) -> None:
    file = write(tmp_path / "j.csv", CODING.format("Recruitment", "Transnational", "", "Yes"))
    done = run("assess", "--from", "sherloc", file)
    assert (done.code, "'Transnational' is not an act" in done.out) == (2, True)


@given(
    st.sampled_from(sorted(WRITTEN)), st.sampled_from(["lower", "upper", "title"]),
    st.sampled_from(["", " ", "*", ".", "\t"]),
)  # fmt: skip
def test_case_space_and_marks_of_doubt_change_nothing(code: str, case: str, mark: str) -> None:
    column, option = WRITTEN[code]
    assert meaning(getattr(code, case)() + mark) == (f"{column}_seen", option)
