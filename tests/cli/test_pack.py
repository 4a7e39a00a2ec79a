# SPDX-License-Identifier: EUPL-1.2
"""``samvern pack check`` on a jurist's folder: what is wrong is said, with case and reason."""

from pathlib import Path

import pytest

from support.cli import Run
from support.packs import MakePack, rule

CASES = """
cases:
  - id: one
    title: Somebody adult
    asked_on: 2026-11-23
    facts: {{adult: yes}}
    expect: {expect}
{more}
"""


def checked(run: Run, make: MakePack, folder: Path, expect: str, more: str = "") -> tuple[int, str]:
    make(rule("adult and signs.a"), cases=CASES.format(expect=expect, more=more))
    done = run("pack", "check", str(folder / "tiny"))
    return done.code, done.err


@pytest.mark.parametrize(
    ("expect", "says"),
    [
        ("{yes: [r]}", "r: expected yes, is unknown (open: signs.a)"),
        ("{no: r}", "r: expected no, is unknown"),
        ("{yes: [nothing]}", "yes: nothing is not a rule"),
        ("{level: strong}", "level: expected strong, is info"),
        ("{level: high}", "level: high is not one of info, concern"),
        ("{maybe: [r]}", "expect: maybe is not one of yes, no, unknown, level, clocks"),
        ("{clocks: {r: {end: 2026-01-01}}}", "clocks: r is not a clock"),
        ("{}", "expects nothing"),
    ],
)
def test_an_expectation_that_is_not_met_says_why(
    run: Run, make_pack: MakePack, tmp_path: Path, expect: str, says: str
) -> None:
    code, told = checked(run, make_pack, tmp_path, expect)
    assert code == 1
    assert told.startswith("tiny/cases.yaml:3: one: ")
    assert says in told


def test_a_case_whose_expectations_are_met_is_silent(
    run: Run, make_pack: MakePack, tmp_path: Path
) -> None:
    assert checked(run, make_pack, tmp_path, "{unknown: r, level: info}") == (0, "")


@pytest.mark.parametrize(
    ("facts", "contrast", "says"),
    [
        ("{adult: yes, age: 20, signs: [b]}", "one", "differs from one in age, signs"),
        ("{adult: yes}", "one", "differs from one in nothing"),
        ("{adult: no}", "other", "there is no case other"),
        ("{age: 200}", "", "must be from 0 to 120"),
    ],
)
def test_a_contrast_must_differ_in_one_fact(
    run: Run, make_pack: MakePack, tmp_path: Path, facts: str, contrast: str, says: str
) -> None:
    more = (
        "  - id: two\n    title: Another\n    asked_on: 2026-11-23\n"
        f"    facts: {facts}\n    expect: {{level: info}}\n    contrast: {contrast}\n"
    )
    code, told = checked(run, make_pack, tmp_path, "{unknown: r}", more)
    assert code == 1
    assert says in told


def test_a_folder_that_is_no_pack_is_told_so_and_nothing_else(run: Run, tmp_path: Path) -> None:
    done = run("pack", "check", str(tmp_path))
    assert (done.code, done.out) == (2, "")
    assert "no pack here" in done.err


def test_every_problem_of_a_broken_pack_has_its_own_line(
    run: Run, make_pack: MakePack, tmp_path: Path
) -> None:
    make_pack(rule("adult"))
    (tmp_path / "tiny/rules.yaml").write_text(rule("adlt and agee < 2"), encoding="utf-8")
    done = run("pack", "check", str(tmp_path / "tiny"))
    assert done.code == 2
    assert done.err.splitlines() == [
        f"tiny/rules.yaml:2: r: {name} is neither a fact, an option, a rule nor a parameter"
        f"; did you mean {near}?"
        for name, near in (("adlt", "adult"), ("agee", "age"))
    ]
