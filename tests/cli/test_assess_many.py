# SPDX-License-Identifier: EUPL-1.2
"""``samvern assess`` of long and of broken files: written as it goes, and nobody lost."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from support.cli import Run

PERSON = {"facts": {"age": 17, "purpose_seen": ["prostitution"], "conduct_seen": ["recruits"]}}
A, B = json.dumps(PERSON | {"id": "a"}), json.dumps(PERSON | {"id": "b"})
PEAK = """
import json, resource, subprocess, sys
with open(sys.argv[2], "w") as out:
    code = subprocess.call([sys.executable, "-m", "samvern", "assess", sys.argv[1],
        "--format", "json", "--on", "2026-11-23"], stdout=out)
print(json.dumps([code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss]))
"""


def peak(folder: Path, count: int) -> int:
    """Kilobytes that ``assess`` of so many people held at the most."""
    people, out = folder / f"{count}.json", folder / f"{count}.out"
    people.write_text(json.dumps([PERSON | {"id": str(n)} for n in range(count)]))
    ran = subprocess.run(
        [sys.executable, "-c", PEAK, people, out], capture_output=True, text=True, check=True
    )
    code, kilobytes = json.loads(ran.stdout)
    assert (code, len(json.loads(out.read_text())["people"])) == (0, count)
    return int(kilobytes)


@pytest.mark.long
def test_more_people_take_no_more_memory(tmp_path: Path) -> None:
    """Each answer is about 60 kB written, 500 kB held; of 80 people none may be held."""
    assert peak(tmp_path, 81) - peak(tmp_path, 1) < 12_000


@pytest.mark.parametrize(
    ("name", "content", "read", "unread"),
    [
        ("p.jsonl", f"{A}\n{{'x': 1}}\n{B}\n", ["a", "b"], [2]),
        ("p.jsonl", f'{{"facts": }}\n{A}\n{B[:-9]}', ["a"], [1, 3]),
        ("p.json", f'[{A}, {{"facts": {{"age": NaN}}}}, {B}]', ["a", "b"], [2]),
        ("p.json", f'{{"people": [{A}, {{"id": "x, [}}", "facts": oh}}, {B}]}}', ["a", "b"], [2]),
        ("p.json", f"[{A}, {B[:-9]}", ["a"], [2]),
        ("p.json", f"[{A}, {B}] and more", ["a", "b"], [3]),
        ("p.json", f'{{"people": [{A}, {B}], "note": "x"}}', ["a", "b"], []),
        ("p.json", f"[{A}, ]", ["a"], [2]),
        ("p.json", f"[{A}, {'[' * 100_000}, {B}]", ["a"], [2]),
        ("p.csv", 'id,age\na,30\n"x,31\nb,32\n', ["a", "b"], [3]),
        ("p.csv", 'id,age\na,30\nx,"31"2\nb,32\n"y\n', ["a", "b"], [3, 5]),
        ("p.csv", 'id,age\r"a",30\rx,"3\rb,32\r', ["a", "b"], [3]),
    ],
)
def test_a_broken_row_is_told_and_everybody_else_is_answered(
    run: Run, tmp_path: Path, name: str, content: str, read: list[str], unread: list[int]
) -> None:
    (tmp_path / name).write_bytes(content.encode())
    done = run("assess", str(tmp_path / name), "--format", "json")
    answer = json.loads(done.out)
    assert [person["id"] for person in answer["people"]] == read
    assert [row["row"] for row in answer["unread"]] == unread
    assert all(row["reason"] for row in answer["unread"])
    assert (done.code, "Traceback" in done.err) == (2 if unread else 0, False)


def test_a_coding_with_a_broken_row_is_read_on(run: Run, tmp_path: Path) -> None:
    head = "Case,ActsInvolved,MeansUsed,ExploitativePurposes,MinorsIncluded\n"
    file = tmp_path / "j.csv"
    file.write_text(head + 'a,Transfer,,,No\n"b,Transfer,,,No\nc,Transfer,,,No\n')
    answer = json.loads(run("assess", "--from", "sherloc", str(file), "--format", "json").out)
    assert [person["id"] for person in answer["people"]] == ["a", "c"]
    assert [row["row"] for row in answer["unread"]] == [3]


def test_a_long_table_says_everybody_once(run: Run, tmp_path: Path) -> None:
    rows = "".join(f"{'person' * (n // 500)}{n},30\n" for n in range(510))
    (tmp_path / "p.csv").write_text("id,age\n" + rows)
    lines = run("assess", str(tmp_path / "p.csv")).out.splitlines()
    names = [row.split(",")[0] for row in rows.splitlines()]
    assert [line.split()[0] for line in lines[1:]] == names


def test_all_forms_name_the_same_people(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text(f"{A}\n{B}\n")
    told = run("assess", str(tmp_path / "p.jsonl"), "--format", "csv").out
    assert [row["id"] for row in csv.DictReader(io.StringIO(told))] == ["a", "b"]
    table = run("assess", str(tmp_path / "p.jsonl")).out
    assert [line.split()[0] for line in table.splitlines()[1:]] == ["a", "b"]
