# SPDX-License-Identifier: EUPL-1.2
"""The packs' own example cases: what a jurist wrote is what comes out."""

from collections import Counter

import pytest

from samvern.law import Pack, load_pack
from samvern.law.example_cases import check_cases, run_case
from samvern.law.model import ExampleCase

PACKS = {name: load_pack(name) for name in ("convention", "norway")}
CASES = [pytest.param(p, c, id=f"{n}-{c.id}") for n, p in PACKS.items() for c in p.ruleset.cases]


@pytest.mark.parametrize(("pack", "case"), CASES)
def test_an_example_case_comes_out_as_written(pack: Pack, case: ExampleCase) -> None:
    assert [str(problem) for problem in run_case(pack, case)] == []


@pytest.mark.parametrize("name", PACKS)
def test_ids_are_unique_and_contrasts_differ_in_one_fact(name: str) -> None:
    assert [str(problem) for problem in check_cases(PACKS[name])] == []


def test_norway_has_at_least_150_cases() -> None:
    assert len(PACKS["norway"].ruleset.cases) >= 150


@pytest.mark.parametrize(
    "kind", ["right", "clock", "offence", "duty", "sharing", "referral", "alert"]
)
def test_the_cases_expect_something_of_every_rule(kind: str) -> None:
    ruleset = PACKS["norway"].ruleset
    named = _named(ruleset.cases)
    missed = [r.id for r in ruleset.rules.values() if r.kind == kind and r.id not in named]
    assert missed == []


def _named(cases: tuple[ExampleCase, ...]) -> set[str]:
    named: set[str] = set()
    for case in cases:
        for key, expected in case.expect.items():
            if key in ("yes", "no", "unknown"):
                named.update(expected if isinstance(expected, list) else [str(expected)])
            elif isinstance(expected, dict):
                named.update(expected)
    return named


def test_every_level_is_reached_and_people_who_are_no_victims_stay_low() -> None:
    levels = Counter(str(c.expect.get("level")) for c in PACKS["norway"].ruleset.cases)
    assert {"info", "concern", "reasonable_grounds", "strong"} <= levels.keys()
