# SPDX-License-Identifier: EUPL-1.2
"""docs/write-a-pack.md: its blocks are the example's files, and what it shows is what comes out."""

import re
from pathlib import Path

from support.cli import Run

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests/data/pack_example"
DOC = (ROOT / "docs/write-a-pack.md").read_text(encoding="utf-8")
DAYS = ("--on", "2025-06-30", "--on", "2025-07-01")


def test_each_block_is_the_whole_file_it_names() -> None:
    shown = {name: block for block, name in re.findall(r"```yaml\n(# (\S+)\n.*?)```", DOC, re.S)}
    kept = {str(p.relative_to(EXAMPLE)): p.read_text() for p in EXAMPLE.rglob("*.yaml")}
    assert shown == kept


def test_the_example_passes_its_own_cases(run: Run) -> None:
    done = run("pack", "check", str(EXAMPLE))
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("9 example cases.\n")


def test_the_difference_between_two_days_is_as_shown(run: Run) -> None:
    done = run("pack", "diff", str(EXAMPLE), *DAYS)
    assert done.code == 0
    assert done.out.strip() in DOC


def test_a_rule_of_its_own_takes_the_place_of_the_conventions(run: Run) -> None:
    listed = run("pack", "gaps", str(EXAMPLE)).out
    missing = set(re.findall(r"^(ETS197\S+)", listed, re.M))
    fulfilled = set(re.findall(r"ETS197[.\da-z]*[\da-z]", DOC))
    assert missing & fulfilled == set()
    assert "ETS197.14.1.a" in missing
