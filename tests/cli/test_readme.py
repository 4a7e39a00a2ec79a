# SPDX-License-Identifier: EUPL-1.2
"""What the README shows of a command is what the command says; an ellipsis stands for anything.

Each runs in a folder that holds the repository's own files and nothing beside it.
"""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from support.cli import Run
from support.typed import ROOT, blocks, shown, unsaid

PAGES = ("README.md", "README.nb.md")
SLOW = ("estimate",)


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what a clone has for these commands: the data that git keeps."""
    listed = subprocess.check_output(["git", "ls-files", "-z", "tests/data"], cwd=ROOT, text=True)
    for name in filter(None, listed.split("\0")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


CASES = [
    pytest.param(
        each.command, each.lines, id=f"{page}-{each.command.split()[0]}",
        marks=[pytest.mark.long] if each.command.split()[0] in SLOW else [],
    )
    for page in PAGES
    for block in blocks(ROOT / page)
    for each in shown(block)
]  # fmt: skip


@pytest.mark.parametrize(("command", "lines"), CASES)
def test_a_command_says_what_the_readme_shows(
    run: Run, clone: Path, command: str, lines: list[str]
) -> None:
    done = run(*shlex.split(command))
    code = 2 if "Not read:" in lines else 0  # what was left unread is not passed over
    assert (done.code, unsaid(lines, done.out + done.err)) == (code, [])


def test_both_readmes_show_the_same_commands_and_answers() -> None:
    english, norwegian = (
        [vars(each) for block in blocks(ROOT / page) for each in shown(block)] for page in PAGES
    )
    assert english == norwegian
    assert len(english) > 3


def test_no_page_counts_the_rules_the_cases_or_the_tests() -> None:
    """They change every week; the commands print them."""
    things = "rules|facts|example cases|tests|statutes|regler|eksempelsaker|tester|lover"
    count = re.compile(rf"(?<![\d,.-])\d+(?:[,\u00a0]\d{{3}})* (?:{things})\b")
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "publiccode.yml"]
    # A draw in November 2026 does not change; the example pack is held by test_write_a_pack.py.
    dated = {"110 rules", "0 example cases", "9 example cases"}
    found = {
        (page.name, hit)
        for page in pages
        for hit in count.findall(page.read_text(encoding="utf-8"))
        if hit not in dated
    }
    assert found == set()
