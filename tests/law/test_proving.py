# SPDX-License-Identifier: EUPL-1.2
"""What a pack promises is proved for everybody, or broken by the smallest situation there is."""

from datetime import date
from typing import Any

import pytest

from samvern.law.proving.proof import prove
from samvern.law.proving.verdicts import Report
from support.packs import FACTS, HEAD, MakePack, rule

DAYS = HEAD.replace("  version: 1", "  version: 1\n  prove: {from: 2026-07-02, until: 2030-12-31}")
MORE = FACTS + "  born_on: {type: date, label: Born}\n  other: {type: number, label: Other}\n"


def promise(*lines: str) -> str:
    body = "".join(f"    {line}\n" for line in lines)
    return f"properties:\n  - id: p\n    name: What is promised\n{body}"


def proved(make_pack: MakePack, when: str, *lines: str, **files: str) -> Report:
    written = {"pack": DAYS, "facts": MORE, "properties": promise(*lines)} | files
    return prove(make_pack(rule(when), **written).ruleset)


def broken_by(report: Report) -> tuple[dict[str, Any], date, object]:
    counter = report.verdicts[0].counters[0]
    assert counter.someone
    return dict(counter.someone.facts), counter.someone.asked_on, counter.someone.event_on


FIRST = date(2026, 7, 2)


@pytest.mark.parametrize(
    ("when", "line"),
    [
        ("adult", "never: r and not adult"),
        ("adult", "always: r or not adult"),
        ("stay = none", "excludes: [r, stay = asylum, stay = citizen]"),
        ("stay in {none, asylum}", "never: r and stay = citizen"),
        ("count(signs.a, signs.b, signs.c) >= 2", "never: r and not signs.a and not signs.b"),
        ("age < 18", "never: r and age >= 18"),
        ("age < other", "never: r and other < age"),
        ("asked_on < born_on + 18 years", "never: r and born_on <= 2008-07-02"),
        ("decided_on + 1 month <= born_on", "never: r and born_on < decided_on + 28 days"),
        ("decided_on + 1 year <= born_on", "never: r and born_on < decided_on + 365 days"),
        ("decided_on < born_on", "never: r and born_on < decided_on"),
        ("decided_on < born_on and born_on < asked_on", "never: r and asked_on <= decided_on"),
        ("event_on < 2015-10-01", "never: r and event_on > 2020-01-01"),
        ("asked_on >= 2031-01-01", "never: r"),
        ("event_on > asked_on", "never: r"),
    ],
)
def test_what_holds_for_everybody_is_proved(make_pack: MakePack, when: str, line: str) -> None:
    assert proved(make_pack, when, line).verdicts[0].holds


@pytest.mark.parametrize(
    ("when", "line", "facts"),
    [
        ("adult", "never: r", {"adult": True}),
        ("adult", "always: r", {"adult": False}),
        ("adult or signs.b", "never: r and not adult", {"adult": False, "signs": ["b"]}),
        ("not stay = none", "never: r", {"stay": "asylum"}),
        ("count(signs.a, signs.b, adult) >= 2", "never: r", {"adult": True, "signs": ["a"]}),
        ("age > 17 and age < 18.5", "never: r", {"age": 18}),
        ("age > 17 and age < 18", "never: r", {"age": 17.2}),
        ("age < other and other < 0.5", "never: r", {"age": 0, "other": 0.1}),
        ("asked_on = born_on + 18 years", "never: r", {"born_on": date(2008, 7, 2)}),
    ],
)
def test_what_does_not_hold_is_broken_by_the_fewest_facts(
    make_pack: MakePack, when: str, line: str, facts: dict[str, Any]
) -> None:
    assert broken_by(proved(make_pack, when, line)) == (facts, FIRST, None)


@pytest.mark.parametrize(
    ("when", "line"),
    [
        ("decided_on + 1 month <= born_on", "never: r and born_on < decided_on + 29 days"),
        ("decided_on + 1 year <= born_on", "never: r and born_on >= decided_on + 366 days"),
        ("decided_on + 1 year >= born_on", "never: r and born_on >= decided_on + 366 days"),
    ],
)
def test_month_ends_and_leap_days_are_found(make_pack: MakePack, when: str, line: str) -> None:
    facts, _, _ = broken_by(proved(make_pack, when, line))
    assert set(facts) == {"decided_on", "born_on"}


def test_a_fact_that_others_imply_is_open_only_while_they_are(make_pack: MakePack) -> None:
    facts = MORE + (
        "  group:\n    type: choice\n    label: Group\n"
        "    options: {child: Child, maybe: Maybe, grown: Grown}\n"
        "    implied_by: {child: age < 18, grown: age >= 18}\n"
    )
    report = proved(make_pack, "group = maybe", "never: r", facts=facts)
    assert broken_by(report)[0] == {"group": "maybe"}
    assert proved(make_pack, "group = maybe", "never: r and age < 18", facts=facts).broken == []
    assert proved(make_pack, "group = child", "never: r and age >= 18", facts=facts).broken == []


def test_a_promise_that_mixes_sorts_is_refused(make_pack: MakePack) -> None:
    with pytest.raises(Exception, match="p: age is a number and asked_on a date"):
        proved(make_pack, "adult", "never: age < asked_on")
