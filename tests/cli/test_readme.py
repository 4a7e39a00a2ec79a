# SPDX-License-Identifier: EUPL-1.2
"""What the README shows of a command is what the command says; an ellipsis stands for anything."""

import re
import shlex
from pathlib import Path

import pytest

from support.cli import Run

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "README.nb.md")
SLOW = ("estimate", "attack", "protect")


def shown(page: str) -> list[tuple[str, list[str]]]:
    """The commands of a page's console blocks, each with the lines it is said to print."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"^```\n(\$ .*?)^```", text, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line.removeprefix("$ ./samvern ").partition("  #")[0].strip(), []))
            elif line.strip():
                found[-1][1].append(line)
    return found


def pattern(line: str) -> re.Pattern[str]:
    """A line where each ellipsis is a few words; a command may break it at another width."""
    words = (re.escape(" ".join(part.split())) for part in line.split("…"))
    return re.compile(r"(?<!\S)" + ".{0,200}?".join(words))


CASES = [
    pytest.param(
        command, lines, id=f"{page}-{command.split()[0]}",
        marks=[pytest.mark.long] if command.split()[0] in SLOW else [],
    )
    for page in PAGES
    for command, lines in shown(page)
]  # fmt: skip


@pytest.mark.parametrize(("command", "lines"), CASES)
def test_a_command_says_what_the_readme_shows(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, lines: list[str]
) -> None:
    monkeypatch.chdir(ROOT)
    words = [w if w != "protected.csv" else str(tmp_path / w) for w in shlex.split(command)]
    if missing := [w for w in words if w.startswith("../") and not (ROOT / w).exists()]:
        pytest.skip(f"{missing[0]} is not beside the checkout")
    done = run(*words)
    said = " ".join((done.out + done.err).split())
    assert [line for line in lines if not pattern(line).search(said)] == []


def test_no_page_counts_the_rules_the_cases_or_the_tests() -> None:
    """They change every week; the commands print them."""
    things = "rules|facts|example cases|tests|statutes|regler|eksempelsaker|tester|lover"
    count = re.compile(rf"(?<![\d,.-])\d+(?:[,\u00a0]\d{{3}})* (?:{things})\b")
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "publiccode.yml"]
    # A draw in November 2026 does not change; the example pack is held by test_write_a_pack.py.
    dated = {"110 rules", "9 example cases"}
    found = {
        (page.name, hit)
        for page in pages
        for hit in count.findall(page.read_text(encoding="utf-8"))
        if hit not in dated
    }
    assert found == set()
