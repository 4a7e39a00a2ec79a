# SPDX-License-Identifier: EUPL-1.2
"""docs/asvs.yaml answers every requirement, and what it names is there."""

import ast
from collections import Counter
from functools import cache
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
ANSWERS: dict[str, dict[str, object]] = yaml.safe_load((ROOT / "docs/asvs.yaml").read_text())
SECTIONS = (ROOT / "tests/data/asvs-5.0.0-levels.txt").read_text().splitlines()
LEVELS = {
    f"{section}.{place}": int(level)
    for section, levels in (line.split() for line in SECTIONS if line[:1].isdigit())
    for place, level in enumerate(levels, start=1)
}
HELD = frozenset(
    """
    1.2.10 2.3.5 3.4.7 3.4.8 3.5.8 4.1.4 5.2.4 5.2.5 5.2.6 6.3.5 6.3.7 6.3.8 7.5.3 8.3.2 8.4.2
    11.3.4 11.7.2 13.3.3 13.3.4 13.4.6 14.2.6 14.2.7 14.2.8 15.2.4 15.4.2 16.5.4
    """.split()  # noqa: SIM905 (read as a list of numbers)
)
"""The requirements of level 3 that Samvern holds itself to."""
KINDS = {"test", "doc", "reason", "absent", "open"}


@cache
def functions_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text())
    return {each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)}


def test_the_standard_is_whole() -> None:
    assert Counter(LEVELS.values()) == {1: 70, 2: 183, 3: 92}


def test_every_requirement_is_answered_once() -> None:
    due = {id for id, level in LEVELS.items() if level < 3} | HELD
    assert set(ANSWERS) == due
    assert [
        id for id, answer in ANSWERS.items() if len(answer) != 1 or not set(answer) < KINDS
    ] == []


def test_every_test_that_is_named_exists() -> None:
    named = [str(name) for answer in ANSWERS.values() for name in answer.get("test", [])]  # type: ignore[attr-defined]
    missing = [
        name
        for name in named
        for path, _, test in [name.partition("::")]
        if not (ROOT / path).is_file() or test not in functions_of(ROOT / path)
    ]
    assert missing == []
    assert len(named) > 150


def test_every_heading_that_is_named_exists() -> None:
    named = [str(answer["doc"]).split("#") for answer in ANSWERS.values() if "doc" in answer]
    missing = [
        (name, heading)
        for name, heading in named
        if f"# {heading}\n" not in (ROOT / "docs" / name).read_text()
    ]
    assert missing == []


def test_every_reason_says_something() -> None:
    words = [answer[kind] for answer in ANSWERS.values() for kind in answer if kind != "test"]
    assert [text for text in words if len(str(text)) < 10] == []


def test_what_does_not_hold_yet_is_of_level_three() -> None:
    assert [id for id, answer in ANSWERS.items() if "open" in answer and LEVELS[id] < 3] == []
