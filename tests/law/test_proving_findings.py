# SPDX-License-Identifier: EUPL-1.2
"""What the search finds unasked, and the reasons that are given for it."""

import pytest

from samvern.law.proving.proof import prove
from samvern.law.proving.verdicts import Report
from support.packs import HEAD, MakePack

PACK = HEAD.replace("  version: 1", "  version: 1\n  prove: {from: 2026-07-02, until: 2030-12-31}")
FACTS = """
facts:
  a: {type: yes_no, label: A}
  n: {type: number, min: 0, max: 99, label: N}
  s: {type: set, label: S, options: {p: P, q: Q}}
  d: {type: date, label: D}
  g: {type: choice, label: G, options: {low: L, maybe: M, high: H},
      implied_by: {low: n < 3, high: n >= 3}}
"""
GUIDE = "steps: [{id: one, title: One, facts: [a, n, s]}]\n"


def right(id: str, when: str, kind: str = "right") -> str:
    """A rule as one line of a list."""
    told = "" if kind == "definition" else "text: T, sources: [{law: law, at: § 1}], "
    return f'  - {{id: {id}, kind: {kind}, name: N, {told}when: "{when}"}}\n'


ALL = right("base", "a or n > 5 or s.p or s.q or d < asked_on or g = low")


def report(make_pack: MakePack, *rules: str, **files: str) -> Report:
    written = {"pack": PACK, "facts": FACTS} | files
    return prove(make_pack("rules:\n" + "".join(rules), **written).ruleset)


def found(make_pack: MakePack, *rules: str, **files: str) -> list[tuple[str, str]]:
    return [(f.kind, f.id) for f in report(make_pack, *rules, **files).findings]


def test_a_pack_in_which_everything_matters_has_no_findings(make_pack: MakePack) -> None:
    assert report(make_pack, ALL).well


@pytest.mark.parametrize(
    ("when", "kind"),
    [
        ("a and no", "never_yes"),
        ("yes or a", "never_no"),
        ("a and not a", "only_open"),
        ("n < 2 and n > 3", "only_open"),
        ("d < asked_on and d > asked_on + 1 day", "only_open"),
        ("g = maybe", "only_unknown"),
    ],
)
def test_a_rule_that_does_not_answer_is_found(make_pack: MakePack, when: str, kind: str) -> None:
    assert found(make_pack, ALL, right("r", when)) == [(kind, "r")]


def test_a_rule_not_in_force_on_the_days_asked_about_is_no_finding(make_pack: MakePack) -> None:
    old = right("r", "a").replace("kind:", "in_force: {until: 2020-01-01}, kind:")
    assert report(make_pack, ALL, old).well


def test_facts_and_options_that_change_nothing_are_found(make_pack: MakePack) -> None:
    assert found(make_pack, right("r", "a and (n > 2 or n <= 2) and g = low and s.p")) == [
        ("changes_nothing", "s.q"),
        ("changes_nothing", "d"),
    ]


def test_a_question_whose_answer_no_page_uses_is_found(make_pack: MakePack) -> None:
    only_named = [right("named", "a", "definition"), right("r", "n > 5 or s.p or s.q or g = low")]
    steps = GUIDE + "  - {id: two, title: Two, facts: [d], when: d < asked_on}\n"
    expected = [("answer_unused", "a")]
    assert (
        found(make_pack, *only_named, guide=steps.replace("[{", "\n  - {").replace("]}]", "]}"))
        == expected
    )


def test_a_clock_uses_its_dates(make_pack: MakePack) -> None:
    clock = (
        "  - {id: k, kind: clock, name: K, text: T, starts: d, ends: start + 1 week,\n"
        '     when: "a", sources: [{law: law, at: § 1}]}\n'
    )
    rest = right("r", "n > 5 or s.p or s.q or g = low")
    assert report(make_pack, clock, rest).well


def test_a_reason_ends_a_finding_and_ends_with_it(make_pack: MakePack) -> None:
    reason = "on_purpose: [{finding: never_no, of: [r], reason: For everybody}]\n"
    meant = report(make_pack, ALL, right("r", "yes"), reasons=reason)
    assert (meant.well, [f.meant is not None for f in meant.findings]) == (True, [True])
    stale = report(make_pack, ALL, right("r", "a"), reasons=reason)
    assert (stale.well, [id for _, id in stale.stale]) == (False, ["r"])


def test_an_impossible_situation_is_left_out(make_pack: MakePack) -> None:
    promise = 'properties: [{id: p, name: P, never: "r and d > asked_on"}]\n'
    never = 'impossible: [{when: "d > asked_on", reason: Nobody is born tomorrow}]\n'
    rules = (ALL, right("r", "a"))
    assert not report(make_pack, *rules, properties=promise).well
    assert report(make_pack, *rules, properties=promise, never=never).well
