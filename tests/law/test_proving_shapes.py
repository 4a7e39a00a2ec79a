# SPDX-License-Identifier: EUPL-1.2
"""Each way to state a promise, kept and broken."""

from datetime import date

import pytest

from samvern.law.proving.proof import prove
from samvern.law.proving.verdicts import PropertyVerdict
from support.packs import FACTS, HEAD, MakePack, rule

PACK = HEAD.replace(
    "  version: 1",
    "  version: 1\n  prove: {from: 2026-07-02, until: 2030-12-31, reader: stay}",
)
PARAMETERS = """
parameters:
  length:
    name: Length
    values: [{from: 2010-01-01, value: 6 months}, {from: 2027-01-01, value: 30 days}]
"""
CLOCK = """
  - id: k
    kind: clock
    name: Clock
    text: Text
    when: adult
    starts: decided_on
    ends: start + 3 weeks
    rolls: next_working_day
    sources: [{law: law, at: § 2}]
"""
SECOND = """
  - {id: x, kind: definition, name: X, when: "signs.a"}
  - {id: y, kind: definition, name: Y, when: "x and adult"}
"""
ACTORS = """
actors:
  - {id: office, name: Office, does: Helps, profession: [citizen], confidence: verified}
"""


def verdict(
    make_pack: MakePack, when: str, *lines: str, more: str = "", **files: str
) -> PropertyVerdict:
    body = "".join(f"    {line}\n" for line in lines)
    promise = f"properties:\n  - id: p\n    name: What is promised of {{option}}\n{body}"
    fields = {"actors": "[office]"} if "actors" in files else {}
    written = {"pack": PACK, "facts": FACTS, "properties": promise} | files
    ruleset = make_pack(rule(when, **fields) + more, **written).ruleset
    return prove(ruleset, only=["p"]).verdicts[0]


def known(found: PropertyVerdict) -> list[tuple[str, dict[str, object]]]:
    return [(c.claim, dict(c.someone.facts)) for c in found.counters if c.someone]


def test_for_each_answer_there_is_one_claim(make_pack: MakePack) -> None:
    found = verdict(
        make_pack, "stay in {none, asylum} or adult", "for_each: stay", "always: r or not adult"
    )
    assert (found.holds, found.claims) == (True, 3)
    found = verdict(make_pack, "stay in {none, asylum}", "for_each: stay", "always: r")
    assert known(found) == [("p:citizen", {"stay": "citizen"})]
    assert found.counters[0].about["en"] == "Citizen"


def test_for_each_rule_the_rule_is_given(make_pack: MakePack) -> None:
    found = verdict(
        make_pack, "adult", "for_each: {kind: definition}", "never: r and signs.b", more=SECOND
    )
    assert known(found) == [
        ("p:x", {"adult": True, "signs": ["a", "b"]}),
        ("p:y", {"adult": True, "signs": ["a", "b"]}),
    ]


def test_given_narrows_the_situations(make_pack: MakePack) -> None:
    lines = ("never: r", "given: stay = none and not adult")
    assert verdict(make_pack, "adult or stay = asylum", *lines).holds


def test_no_two_that_exclude_each_other(make_pack: MakePack) -> None:
    found = verdict(make_pack, "adult", "excludes: [r, signs.a, not adult]")
    assert known(found) == [
        ("p:r+signs.a", {"adult": True, "signs": ["a"]}),
        ("p:signs.a+not adult", {"adult": False, "signs": ["a"]}),
    ]


def test_independent_of_a_fact(make_pack: MakePack) -> None:
    assert verdict(make_pack, "adult", "independent: {rules: [r], of: [stay, signs]}").holds
    found = verdict(make_pack, "adult and signs.a", "independent: {rules: [r], of: [signs.a]}")
    (counter,) = found.counters
    assert counter.someone
    assert counter.other
    both = (dict(counter.someone.facts), dict(counter.other.facts))
    assert both in (({"adult": True}, {"adult": True, "signs": ["a"]}),
                    ({"adult": True, "signs": ["a"]}, {"adult": True}))  # fmt: skip
    assert set(counter.rules) == {"r"}


def test_independent_of_a_rule(make_pack: MakePack) -> None:
    lines = ("independent: {rules: [y], of: [x]}",)
    found = verdict(make_pack, "adult", *lines, more=SECOND)
    assert found.counters[0].rules in (
        {"y": "yes|no", "x": "yes|no"}, {"y": "no|yes", "x": "no|yes"},
    )  # fmt: skip
    found = verdict(make_pack, "adult", "independent: {rules: [r], of: [x]}", more=SECOND)
    assert found.holds
    given = ("independent: {rules: [y], of: [x]}", "given: not adult")
    assert verdict(make_pack, "adult", *given, more=SECOND).holds


def test_every_rule_has_what_it_must(make_pack: MakePack) -> None:
    lines = ("every: {kind: right}", "has: [sources, who]")
    assert [c.claim for c in verdict(make_pack, "adult", *lines).counters] == ["r.who"]
    assert verdict(make_pack, "adult", *lines, actors=ACTORS).holds


def test_nobody_is_sent_to_where_she_works(make_pack: MakePack) -> None:
    line = "not_own: {kind: right}"
    found = verdict(make_pack, "adult", line, actors=ACTORS)
    assert known(found) == [("p:r+office", {"adult": True, "stay": "citizen"})]
    assert verdict(make_pack, "adult and not stay = citizen", line, actors=ACTORS).holds


@pytest.mark.parametrize(
    ("when", "line", "holds"),
    [
        ("asked_on > decided_on + param.length", "never: r and decided_on >= asked_on", True),
        (
            "asked_on > decided_on + param.length",
            "never: r and asked_on < decided_on + 29 days",
            True,
        ),
        (
            "asked_on > decided_on + param.length",
            "never: r and asked_on < decided_on + 3 months",
            False,
        ),
        ("adult", "never: k.end < decided_on + 3 weeks", True),
        ("adult", "never: k.end > decided_on + 26 days", True),
        ("adult", "never: k.end > decided_on + 25 days", False),
    ],
)
def test_dated_lengths_and_working_days(
    make_pack: MakePack, when: str, line: str, holds: bool
) -> None:
    found = verdict(make_pack, when, line, more=CLOCK, parameters=PARAMETERS)
    assert (found.holds, found.unproved) == (holds, "")


def test_a_later_day_is_shown_where_only_later_law_breaks_it(make_pack: MakePack) -> None:
    when = "asked_on > decided_on + param.length and asked_on < decided_on + 3 months"
    (counter,) = verdict(make_pack, when, "never: r", parameters=PARAMETERS).counters
    assert counter.someone
    assert counter.someone.asked_on >= date(2027, 1, 1)
