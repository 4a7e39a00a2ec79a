# SPDX-License-Identifier: EUPL-1.2
"""The proof agrees with asking the kernel about very many situations, on packs nobody chose."""

import itertools
import random
from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samvern.law import InputError, Pack, Truth
from samvern.law.proving.proof import prove
from support.packs import HEAD, MakePack

FACTS = """
facts:
  a: {type: yes_no, label: A}
  c: {type: choice, label: C, options: {x: X, y: Y, z: Z}}
  s: {type: set, label: S, options: {p: P, q: Q}}
  n: {type: number, min: 0, max: 9, label: N}
  m: {type: number, min: 0, max: 9, label: M}
  d: {type: date, label: D}
  e: {type: date, label: E}
  g:
    type: choice
    label: G
    options: {low: Low, maybe: Maybe, high: High}
    implied_by: {low: n < 3, high: n >= 3}
"""
PARAMETERS = """
parameters:
  length:
    name: Length
    dated_by: question
    values: [{from: 2020-01-01, value: 1 month}, {from: 2027-01-01, value: 30 days}]
  limit:
    name: Limit
    dated_by: event
    values: [{from: 2019-01-01, value: 2}, {from: 2026-01-01, value: 4}]
"""
RULES = """
rules:
  - {{id: later, kind: definition, name: Later, when: "{first}", presumed: {{yes: s.p, no: s.q}}}}
  - id: r
    kind: right
    name: Right
    text: Text
    sources: [{{law: law, at: § 1}}]
    versions:
      - {{when: "{first}", in_force: {{until: 2027-01-01}}}}
      - {{when: "{second}", in_force: {{from: 2027-01-01}}}}
  - id: k
    kind: clock
    name: Clock
    text: Text
    when: yes
    starts: d
    ends: start + param.length
    rolls: next_working_day
    sources: [{{law: law, at: § 2}}]
  - id: o
    kind: offence
    name: Offence
    text: Text
    when: "{second}"
    in_force: {{from: 2026-02-01}}
    sources: [{{law: law, at: § 3}}]
"""
PROPERTY = 'properties: [{{id: p, name: P, never: "{broken}"}}]\n'
PACK = HEAD.replace("  version: 1", "  version: 1\n  prove: {from: 2026-07-02, until: 2028-12-31}")

ATOMS = (
    "a", "c = x", "c in {x, y}", "s.p", "s", "n < 3", "n >= 2.5", "n = 2", "n < m", "m <= n",
    "d < 2026-03-31", "d + 1 month <= asked_on", "asked_on < d + 1 year", "e <= d + 30 days",
    "d + 1 month <= e", "e = d", "event_on < d", "asked_on >= 2027-01-01", "n >= param.limit",
    "asked_on > d + param.length", "count(a, s.p, s.q, c = x) >= 2", "g = maybe", "g = low",
)  # fmt: skip
ABOUT_RULES = ("r", "o", "later", "k.end < asked_on", "k.end <= e")
DAYS = [date(2024, 2, 29), date(2026, 1, 31), date(2026, 3, 31), date(2026, 7, 2)]
SPAN = {"min": date(2026, 2, 1), "max": date(2026, 4, 1)}
GRID: dict[str, list[Any]] = {
    "a": [None, True, False],
    "c": [None, "x", "y", {"not": ["x"]}, {"not": ["z"]}],
    "s": [None, ["p"], ["q"], {"not": ["p"]}, {"has": ["p"], "not": ["q"]}, {"only": []}],
    "n": [None, 2, 2.5, 2.7, 3, 5, {"min": 2, "max": 4}],
    "m": [None, 1, 2.6, 8],
    "d": [None, *DAYS, SPAN],
    "e": [None, *DAYS, SPAN],
    "g": [None, "low", "maybe", "high"],
}
ASKED = [date(2026, 7, 2), date(2027, 1, 1), date(2028, 2, 29)]
EVENTS = [None, date(2020, 1, 1), date(2026, 1, 31), {"max": date(2026, 1, 1)}, SPAN]


def expressions(atoms: tuple[str, ...]) -> st.SearchStrategy[str]:
    def joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        pairs = st.tuples(parts, st.sampled_from(["and", "or"]), parts)
        return pairs.map(lambda p: f"({p[0]} {p[1]} {p[2]})") | parts.map(lambda p: f"not {p}")

    return st.recursive(st.sampled_from(atoms), joined, max_leaves=5)


def situations(pack: Pack, seed: int) -> Iterator[tuple[int, Truth]]:
    """How many facts are known in some situations of the grid, and whether it is broken there."""
    chance = random.Random(seed)
    node = pack.program.extras["p"]
    for asked, event in itertools.product(ASKED, EVENTS):
        for _ in range(60):
            known = {name: chance.choice(values) for name, values in GRID.items()}
            kept = chance.sample(sorted(known), chance.randint(0, len(known)))
            facts = {name: known[name] for name in kept if known[name] is not None}
            try:
                result = pack.assess(facts, asked_on=asked, event_on=event)
            except InputError:
                continue
            truth = Truth.of((result.certain[node], result.possible[node]))
            yield weight(facts) + (event is not None), truth


def weight(facts: dict[str, Any]) -> int:
    """How many facts are known; of a set, how many options."""
    return sum(_ticks(facts[name]) if name == "s" else 1 for name in facts)


def _ticks(value: Any) -> int:
    if isinstance(value, dict):
        return 2 if "only" in value else sum(len(options) for options in value.values())
    return len(value)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    first=expressions(ATOMS),
    second=expressions(ATOMS),
    broken=expressions(ATOMS + 2 * ABOUT_RULES),
    seed=st.integers(0, 999),
)
def test_what_the_kernel_finds_the_search_finds(
    make_pack: MakePack, first: str, second: str, broken: str, seed: int
) -> None:
    ruleset = make_pack(
        RULES.format(first=first, second=second),
        pack=PACK, facts=FACTS, parameters=PARAMETERS, properties=PROPERTY.format(broken=broken),
    ).ruleset  # fmt: skip
    verdict = prove(ruleset, only=["p"]).verdicts[0]
    assert verdict.unproved == ""  # every counter-example was assessed by the kernel
    asked = Pack(ruleset, {"p": _expression(ruleset, broken)})
    counts = [count for count, truth in situations(asked, seed) if truth is Truth.YES]
    if verdict.holds:
        assert counts == []
    elif counts:
        someone = verdict.counters[0].someone
        assert someone
        mine = weight(dict(someone.facts)) + (someone.event_on is not None)
        assert mine <= min(counts)


def _expression(ruleset: Any, text: str) -> Any:
    from samvern.law.claims import parsed

    return parsed("never", text)
