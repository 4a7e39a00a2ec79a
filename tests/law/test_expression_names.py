# SPDX-License-Identifier: EUPL-1.2
"""The names an expression may use, and the hint at the one that was meant."""

import pytest

from samvern.law.expression_names import choice_facts, is_known_name, nearest_name
from support.packs import MakePack, rule

CLOCK = """
  - id: wait
    kind: clock
    name: Clock
    text: Text
    when: adult
    after: Afterwards
    starts: decided_on
    ends: start + 2 weeks
    sources: [{law: law, at: § 1}]
"""
PARAMETERS = """
parameters:
  length:
    name: Length
    values:
      - {from: 2000-01-01, value: 1 month, sources: [{law: law, at: § 1}]}
"""


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("adult", True), ("r", True), ("asked_on", True), ("event_on", True), ("signs.a", True),
        ("signs.e", False), ("adult.a", False), ("wait.start", True), ("wait.end", True),
        ("wait.middle", False), ("r.start", False), ("param.length", True), ("param.other", False),
        ("param.", False), ("Xparam.length", False), ("nobody", False), ("", False),
    ],
)  # fmt: skip
def test_what_may_stand_in_an_expression(make_pack: MakePack, name: str, known: bool) -> None:
    book = make_pack(rule("adult") + CLOCK.lstrip("\n"), parameters=PARAMETERS).ruleset
    assert is_known_name(book, name) is known


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("adlt", "; did you mean adult?"), ("signs.aa", "; did you mean signs.a?"),
        ("stay.asylm", ""), ("zzqq", ""),
    ],
)  # fmt: skip
def test_the_hint_names_a_fact_or_an_option_of_a_set(
    make_pack: MakePack, name: str, hint: str
) -> None:
    assert nearest_name(make_pack(rule("adult")).ruleset, name) == hint


def test_only_choices_are_compared_with_an_option(make_pack: MakePack) -> None:
    assert choice_facts(make_pack(rule("adult")).ruleset) == {"stay"}
