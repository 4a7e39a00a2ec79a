# SPDX-License-Identifier: EUPL-1.2
"""Which pages a pack asks first, and what it asks in part."""

import pytest

from samvern.law.errors import PackError
from support.packs import MakePack, rule

PLAIN = "steps: [{id: one, title: One, facts: [adult]}, {id: two, title: Two, facts: [signs]}]"
PART = """
steps:
  - {id: one, title: One, first: true, facts: [adult], shows: {signs: [a]}}
  - {id: two, title: Two, facts: [signs], when: adult}
"""
BEFORE = "7e230a364e4354b70b0b1046fcd923adb96ad3aa557680947c9f656dc63d487a"
"""The hash of a pack with plain steps, from before steps could come first or ask in part."""


def test_a_step_says_when_it_comes_and_what_it_asks_in_part(make_pack: MakePack) -> None:
    one, two = make_pack(rule("adult"), guide=PART).ruleset.steps
    assert (one.first, one.facts, one.whole) == (True, ("adult", "signs"), ("adult",))
    assert dict(one.shows) == {"signs": ("a",)}
    assert (two.first, two.whole, dict(two.shows)) == (False, ("signs",), {})


def test_a_pack_kept_from_before_keeps_its_hash(make_pack: MakePack) -> None:
    assert make_pack(rule("adult"), guide=PLAIN).ruleset.hash == BEFORE


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("first: true,", "first: true, when: adult,",
         "first: everybody meets it, so it has no when"),
        ("{signs: [a]}", "{signs: [z]}", "shows: signs has no z"),
        ("{signs: [a]}", "{stay: [asylum]}", "shows: stay is not a set"),
        ("facts: [signs]", "facts: [stay]", "shows: no step asks signs in full"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(make_pack: MakePack, old: str, new: str, said: str) -> None:
    with pytest.raises(PackError) as refused:
        make_pack(rule("adult"), guide=PART.replace(old, new))
    assert [problem.message for problem in refused.value.problems] == [said]
