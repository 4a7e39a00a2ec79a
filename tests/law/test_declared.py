# SPDX-License-Identifier: EUPL-1.2
"""What a pack declares of itself is read, and refused where it speaks of what is not there."""

import pytest

from samvern.law import PackError
from samvern.law.claims import claims_of, rules_lacking
from support.packs import MakePack, rule

NAME = "    name: What is promised\n"


def written(*lines: str) -> str:
    body = "".join(f"    {line}\n" for line in lines)
    return f"properties:\n  - id: p\n{NAME}{body}"


def claims(make_pack: MakePack, *lines: str) -> list[str]:
    ruleset = make_pack(rule("adult"), properties=written(*lines)).ruleset
    return [claim.id for claim in claims_of(ruleset, ruleset.declared.properties["p"])]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["never: r and adult"], ["p"]),
        (["always: yes"], ["p"]),
        (["excludes: [r, adult]"], ["p"]),
        (["excludes: [r, adult, signs.a]"], ["p:r+adult", "p:r+signs.a", "p:adult+signs.a"]),
        (["for_each: stay", "always: r"], ["p:none", "p:asylum", "p:citizen"]),
        (["for_each: signs", "never: r"], ["p:a", "p:b", "p:c", "p:d"]),
        (["for_each: [r]", "never: adult"], ["p:r"]),
        (["for_each: {kind: right}", "never: adult"], ["p:r"]),
        (["every: {kind: right}", "has: [sources]"], []),
        (["independent: {rules: [r], of: [adult]}"], []),
    ],
)
def test_a_property_becomes_claims(
    make_pack: MakePack, lines: list[str], expected: list[str]
) -> None:
    assert claims(make_pack, *lines) == expected


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["never: r and R-GONE"], "R-GONE is neither a fact, an option, a rule nor a parameter"),
        (["never: r and"], "never: expected a fact, a rule, a number or a date"),
        (["never: r", "always: r"], "needs exactly one of"),
        (["given: adult"], "needs exactly one of"),
        (["excludes: [r]"], "needs at least two"),
        (["for_each: gone", "never: r"], "for_each: gone is not a fact"),
        (["for_each: [gone]", "never: r"], "gone is not a rule"),
        (["for_each: {kind: duty}", "never: r"], "for_each: means no rule"),
        (["never: stay = {option}"], "{option} goes with for_each"),
        (["independent: {rules: [adult], of: [r]}"], "independent: adult is not a rule"),
        (["independent: {rules: [r], of: [gone]}"], "gone is neither a fact, an option"),
        (["independent: {rules: [r], of: [signs.e]}"], "signs.e is neither a fact, an option"),
        (["every: {kind: duty}", "has: [who]"], "every: means no rule"),
        (["every: {kind: right}"], "goes with every"),
        (["every: {sort: right}", "has: [who]"], "is not a field"),
        (["not_own: {kind: right}"], "prove.reader in pack.yaml"),
    ],
)
def test_what_cannot_be_read_is_refused(
    make_pack: MakePack, lines: list[str], message: str
) -> None:
    with pytest.raises(PackError) as refused:
        make_pack(rule("adult"), properties=written(*lines))
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("on_purpose: [{finding: never_no, of: [gone], reason: Why}]", "gone is neither a rule"),
        ("on_purpose: [{finding: odd, of: [r], reason: Why}]", "is not one of never_yes"),
        ("impossible: [{when: gone, reason: Why}]", "gone is neither a fact"),
        ("impossible: [{reason: Why}]", "when: is missing"),
    ],
)
def test_a_reason_must_be_about_something(make_pack: MakePack, text: str, message: str) -> None:
    with pytest.raises(PackError) as refused:
        make_pack(rule("adult"), properties=text)
    assert message in str(refused.value)


def test_a_rule_says_itself_what_it_excludes(make_pack: MakePack) -> None:
    ruleset = make_pack(rule("adult", excludes="[signs.a]")).ruleset
    property = ruleset.declared.properties["r--signs.a"]
    assert property.name["en"] == "“Right” never stands with what it excludes"
    assert [claim.id for claim in claims_of(ruleset, property)] == ["r--signs.a"]
    with pytest.raises(PackError, match="gone is neither"):
        make_pack(rule("adult", excludes="[gone]"))


def test_who_does_it_is_an_actor_or_the_reader(make_pack: MakePack) -> None:
    promise = written("every: {kind: right}", "has: [who]")

    def lacks(**fields: str) -> list[str]:
        ruleset = make_pack(rule("adult", **fields), properties=promise).ruleset
        return [rule.id for rule, _ in rules_lacking(ruleset, ruleset.declared.properties["p"])]

    assert (lacks(), lacks(who="reader")) == (["r"], [])


def test_what_is_declared_changes_neither_the_hash_nor_an_answer(make_pack: MakePack) -> None:
    plain = make_pack(rule("adult")).ruleset
    declared = make_pack(rule("adult", excludes="[signs.a]"), properties=written("always: yes"))
    assert declared.ruleset.hash == plain.hash
