# SPDX-License-Identifier: EUPL-1.2
"""What Norway's rules answer of the convention, and what they do not."""

import re

import pytest

from samvern.law import load_pack
from support.cli import Run

BOOK = load_pack("norway").ruleset


@pytest.mark.parametrize("kind", ["right", "duty", "clock", "referral"])
def test_every_national_rule_names_the_article_it_fulfils(kind: str) -> None:
    # Whether Nav may ask for proof of stay is no duty of the convention.
    silent = [r.id for r in BOOK.rules.values() if r.kind == kind and not r.fulfils]
    assert silent == (["R-SOC-04"] if kind == "duty" else [])


def test_the_duties_without_a_national_rule(run: Run) -> None:
    listed = run("pack", "gaps", "norway").out
    assert re.findall(r"^(ETS197\S+)", listed, re.M) == [
        "ETS197.5.4", "ETS197.7.1", "ETS197.7.2", "ETS197.11.3", "ETS197.25",
    ]  # fmt: skip


def test_no_convention_right_is_left_beside_a_norwegian_one() -> None:
    inherited = {r.kind for r in BOOK.rules.values() if r.pack == "convention"}
    assert inherited == {"definition"}


def test_everybody_who_must_be_called_can_be_reached() -> None:
    called = {id for rule in BOOK.rules.values() if rule.urgency == "now" for id in rule.actors}
    mute = [id for id in sorted(called) if not (BOOK.actors[id].phone or BOOK.actors[id].web)]
    assert mute == []
