# SPDX-License-Identifier: EUPL-1.2
"""What a definition is presumed to be holds until somebody knows better, for one and for many."""

from datetime import date
from typing import Any

import pytest

from samvern.law import PackError, Truth, load_pack
from samvern.law.batch import assess_situations
from samvern.law.proving.proof import prove
from support.packs import HEAD, MakePack, rule

TODAY = date(2026, 11, 23)
HERE = (
    rule("here")
    + """
  - id: here
    kind: definition
    name: Here
    when: adult
    presumed: {yes: stay = asylum, no: stay = citizen}
"""
)


@pytest.mark.parametrize(
    ("facts", "value", "why"),
    [
        ({}, Truth.UNKNOWN, []),
        ({"stay": "asylum"}, Truth.YES, ["stay"]),
        ({"stay": "citizen"}, Truth.NO, ["stay"]),
        ({"stay": "none"}, Truth.UNKNOWN, []),
        ({"stay": {"not": ["none"]}}, Truth.UNKNOWN, []),
        ({"stay": "asylum", "adult": False}, Truth.NO, ["adult"]),
        ({"stay": "citizen", "adult": True}, Truth.YES, ["adult"]),
    ],
)
def test_an_answer_beats_what_is_presumed(
    make_pack: MakePack, facts: dict[str, Any], value: Truth, why: list[str]
) -> None:
    pack = make_pack(HERE)
    result = pack.assess(facts, asked_on=TODAY)
    assert (result.value("r"), result.why("r")) == (value, why)
    batch = assess_situations(pack, [result.situation] * 3)
    assert batch.counts("r")[value.value] == 3


def test_what_it_waits_for_and_what_would_turn_it(make_pack: MakePack) -> None:
    pack = make_pack(HERE)
    assert pack.assess({}, asked_on=TODAY).missing("r") == ["adult"]
    presumed = pack.assess({"stay": "asylum"}, asked_on=TODAY)
    turned = [
        change["fact"] for way in presumed.would_change("r", "en") for change in way["changes"]
    ]
    assert turned == ["adult"]


def test_only_a_definition_may_be_presumed(make_pack: MakePack) -> None:
    with pytest.raises(PackError, match="presumed"):
        make_pack(rule("adult", presumed="{yes: adult}"))


def test_a_name_in_what_is_presumed_must_exist(make_pack: MakePack) -> None:
    with pytest.raises(PackError, match="nowhere is neither a fact"):
        make_pack(HERE.replace("stay = citizen", "nowhere"))


@pytest.mark.parametrize(
    ("promised", "facts"),
    [
        ("never: here and not adult", None),
        ("never: here and stay = asylum", {"stay": "asylum"}),
        ("never: stay = citizen and here", {"stay": "citizen", "adult": True}),
        ("always: here or not stay = asylum", {"stay": "asylum", "adult": False}),
    ],
)
def test_the_proof_presumes_as_the_kernel_does(
    make_pack: MakePack, promised: str, facts: dict[str, Any] | None
) -> None:
    promise = f"properties:\n  - id: p\n    name: What is promised\n    {promised}\n"
    head = HEAD.replace("  version: 1", "  version: 1\n  prove: {from: 2026-07-02}")
    verdict = prove(make_pack(HERE, pack=head, properties=promise).ruleset).verdicts[0]
    assert verdict.holds == (facts is None)
    found = [counter.someone.facts for counter in verdict.counters if counter.someone]
    assert found == ([] if facts is None else [facts])


def test_no_change_is_offered_that_an_ended_presumption_undoes() -> None:
    facts = {"accepts_help": False, "reflection_granted_on": date(2000, 1, 1)}
    result = load_pack("norway").assess(facts, asked_on=date(2014, 1, 1))
    [way] = result.would_change("HEALTH_GAP", "en")
    assert way["to"] == "no"
