# SPDX-License-Identifier: EUPL-1.2
"""docs/write-a-pack.md as a reader types it: each file and command, in an empty folder."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from samvern.law import pack as packs
from support.cli import Run
from support.typed import ROOT, Block, blocks, shown, unsaid

EXAMPLE = ROOT / "tests/data/pack_example"
PAGE = ROOT / "docs/write-a-pack.md"
PACK = "exampleland"
MISTAKES = [
    ("rules/stay.yaml", "presumed_victim and", "presumed_victm and"),
    ("rules/stay.yaml", "text: Apply to", "text: {en: Apply}  # to"),
    ("cases/first.yaml", "end: 2025-07-16", "end: 2025-07-17"),
    ("cases/first.yaml", "agrees_police: no, in_danger: no", "agrees_police: no, in_danger: yes"),
]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the reader sits in."""
    monkeypatch.chdir(tmp_path)
    # To her each command is a program of its own, which remembers nothing of the one before.
    monkeypatch.setattr(packs, "_load", packs._load.__wrapped__)
    return tmp_path


def name_of(block: Block) -> str:
    """The file that a block is, or nothing."""
    first = block.text.partition("\n")[0]
    return first.removeprefix("# ") if block.kind == "yaml" and first.startswith("# ") else ""


def do(block: Block, desk: Path, run: Run) -> list[str]:
    """Do what a block asks; what it shows that is not so."""
    if name := name_of(block):
        assert (desk / PACK).is_dir(), f"{name} is shown before its folder is made"
        file = desk / PACK / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(block.text, encoding="utf-8")
    elif block.kind == "json":
        (desk / "person.json").write_text(block.text, encoding="utf-8")
    elif block.kind == "sh":
        subprocess.run(["sh", "-e"], input=block.text, text=True, cwd=desk, check=True)
    else:
        return [line for command in shown(block) for line in ask(run, *vars(command).values())]
    if name and (done := run("pack", "check", PACK, "--no-prove")).code:
        return [f"after {name}: {done.out}{done.err}"]
    return []


def ask(run: Run, command: str, lines: list[str]) -> list[str]:
    """Run a command as shown; the lines that it does not print."""
    done = run(*shlex.split(command))
    if done.code:
        return [f"{command} ends with {done.code}: {done.err}"]
    return unsaid(lines, done.out)


def test_each_step_works_when_it_is_reached_and_the_example_is_what_is_left(
    desk: Path, run: Run
) -> None:
    wrong = [line for block in blocks(PAGE) for line in do(block, desk, run)]
    made = {str(p.relative_to(desk / PACK)): p.read_text() for p in (desk / PACK).rglob("*.yaml")}
    kept = {str(p.relative_to(EXAMPLE)): p.read_text() for p in EXAMPLE.rglob("*.yaml")}
    assert (wrong, made) == ([], kept)


def test_every_command_of_the_page_stands_where_it_is_tried() -> None:
    typed = [word for block in blocks(PAGE) for word in shown(block)]
    fenced = "\n".join(block.text for block in blocks(PAGE))
    assert len(typed) == fenced.count("./samvern")


@pytest.mark.parametrize("row", range(len(MISTAKES)))
def test_each_mistake_is_told_as_the_table_says(desk: Path, run: Run, row: int) -> None:
    name, right, wrong = MISTAKES[row]
    table = PAGE.read_text(encoding="utf-8").partition("it says | it means |\n|---|---|\n")[2]
    promised = table.splitlines()[row].split("`")[1]
    shutil.copytree(EXAMPLE, desk / PACK)
    file = desk / PACK / name
    file.write_text(file.read_text().replace(right, wrong, 1))
    done = run("pack", "check", PACK)
    said = [line.strip() for line in (done.out + done.err).splitlines()]
    assert any(line.endswith(promised) for line in said), said


def test_the_example_passes_its_own_cases(run: Run) -> None:
    done = run("pack", "check", str(EXAMPLE))
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("9 example cases.\n")


def test_a_rule_of_its_own_takes_the_place_of_the_conventions(run: Run) -> None:
    listed = run("pack", "gaps", str(EXAMPLE)).out
    missing = set(re.findall(r"^(ETS197\S+)", listed, re.M))
    fulfilled = set(
        re.findall(r"ETS197[.\da-z]*[\da-z]", (EXAMPLE / "rules/stay.yaml").read_text())
    )
    assert missing & fulfilled == set()
    assert "ETS197.14.1.a" in missing
