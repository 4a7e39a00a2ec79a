# SPDX-License-Identifier: EUPL-1.2
"""A time limit that may run is shown, with the earliest end that is still possible."""

from datetime import date, timedelta
from math import inf
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samvern.law import BirthError, InputError, Pack, Result, Truth, load_pack
from samvern.law.time_limits import TimeLimit, advice, headline, time_limits
from support.packs import MakePack, less_known, values

NORWAY = load_pack("norway")
CLOCKS = sorted(rule.id for rule in NORWAY.rules_by_kind["clock"])
NOBODY = NORWAY.assess({}, asked_on=date(2026, 11, 23))
days = st.dates(date(2015, 1, 1), date(2027, 12, 31))


def assessed(facts: dict[str, Any], day: date, event: object) -> Result:
    try:
        return NORWAY.assess(facts, asked_on=day, event_on=event)
    except InputError as error:
        assume("contradicts" not in str(error) and not isinstance(error, BirthError))
        raise


def shown(result: Result) -> dict[str, TimeLimit]:
    return {limit.rule.id: limit for limit in time_limits(result)}


@st.composite
def of_a_clock(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A clock, and answers to the questions it turns on, its days among them."""
    id = draw(st.sampled_from(CLOCKS))
    own = NOBODY.clocks.facts(id) & NORWAY.ruleset.facts.keys()
    turns = sorted({name.partition(".")[0] for name in NOBODY.missing(id)} - own - {"event_on"})
    more = draw(st.lists(st.sampled_from(turns), max_size=6, unique=True)) if turns else []
    names = sorted(own | set(more))
    return id, {name: draw(values(NORWAY.ruleset.facts[name])) for name in names}


@given(st.data(), of_a_clock(), days, days)
def test_who_keeps_the_day_shown_is_on_time_whatever_turns_out(
    data: Any, drawn: tuple[str, dict[str, Any]], day: date, event: date
) -> None:
    id, facts = drawn
    vague = data.draw(less_known(NORWAY.ruleset, facts))
    heard = data.draw(st.sampled_from([event, {"max": event}, {"min": event}]))
    part, full = assessed(vague, day, heard), assessed(facts, day, event)
    runs = full.value(id) is not Truth.NO
    assert not runs or part.value(id) is not Truth.NO
    assert not runs or part.clock(id).earliest <= full.clock(id).end[0]
    kept = part.clocks.facts(id) - {"asked_on", "event_on"}
    same = all(vague.get(name) == facts.get(name) for name in kept) and heard == event
    if runs and same and id in shown(full):
        assert id in shown(part)


@given(st.data(), of_a_clock(), days, days)
def test_knowing_more_moves_a_limit_later_or_takes_it_away(
    data: Any, drawn: tuple[str, dict[str, Any]], day: date, event: date
) -> None:
    facts = drawn[1]
    vague = data.draw(less_known(NORWAY.ruleset, facts))
    vaguer = data.draw(less_known(NORWAY.ruleset, {n: v for n, v in facts.items() if n in vague}))
    before = shown(assessed({n: vaguer[n] for n in vaguer}, day, event))
    after = shown(assessed(facts, day, event))
    for id in before.keys() & after.keys():
        assert before[id].times.earliest <= after[id].times.earliest


@given(of_a_clock(), days, st.sampled_from(["nb", "nn", "en"]))
def test_what_is_not_certain_says_so_and_why(
    drawn: tuple[str, dict[str, Any]], day: date, lang: str
) -> None:
    result = assessed(drawn[1], day, day - timedelta(days=400))
    for limit in time_limits(result):
        certain = limit.value is Truth.YES and limit.times.exact
        over = limit.times.state == "expired"
        assert bool(limit.mark) == (over or not certain)
        assert bool(advice(limit, result, lang)) == bool(limit.mark)
        keepable = [other.times.state != "expired" for other in time_limits(result)]
        assert keepable == sorted(keepable, reverse=True)
        assert headline(limit, lang)
        assert limit.asks or certain or limit.value is Truth.YES
        assert (limit.times.state == "running") <= certain


@pytest.mark.parametrize("id", CLOCKS)
def test_every_clock_says_what_can_still_be_done(id: str) -> None:
    after = NORWAY.ruleset.rules[id].extra["after"]
    assert isinstance(after, dict)
    assert {lang: bool(after[lang]) for lang in ("nb", "nn", "en")} == {
        "nb": True, "nn": True, "en": True,
    }  # fmt: skip


def asked(facts: dict[str, Any], day: date = date(2026, 11, 29)) -> list[tuple[str, str, bool]]:
    result = NORWAY.assess({"age": 29, **facts}, asked_on=day)
    return [(limit.rule.id, headline(limit, "nb"), limit.counts) for limit in time_limits(result)]


def test_of_the_limits_of_one_step_the_first_that_can_be_kept_counts() -> None:
    refused = {"removal_case": ["asylum_refused"]}
    fresh = asked({**refused, "refused_on": "2026-11-27"})
    appeals = [row for row in fresh if row[0].startswith("appeal")]
    assert appeals == [
        ("appeal_unfounded_asylum", "Senest 4.12.2026", True),
        ("appeal_residence", "Senest 18.12.2026", False),
    ]
    older = asked({**refused, "refused_on": "2026-11-10"})
    assert [row for row in older if row[0].startswith("appeal")] == [
        ("appeal_residence", "Senest 1.12.2026", True),
        ("appeal_unfounded_asylum", "Kan ha gått ut 17.11.2026", False),
    ]


def test_a_limit_nothing_is_known_of_is_not_shown() -> None:
    assert asked({}) == []


def test_what_counts_from_the_end_of_the_act_has_no_day_before_somebody_says_when() -> None:
    act = {
        "born_on": "1986-01-10", "organised_group": False, "exploited_as_child": False,
        "conduct_seen": ["exploits"], "means_seen": ["threats"], "purpose_seen": ["forced_labour"],
    }  # fmt: skip
    assert [row for row in asked({**act, "ongoing": False}) if row[0] == "limitation_adult"] == [
        ("limitation_adult", "Dagen er ukjent", True)
    ]


def test_knowing_nothing_of_the_day_says_so(make_pack: MakePack) -> None:
    pack: Pack = make_pack(
        """
rules:
  - id: c
    kind: clock
    name: Clock
    text: Text
    after: Afterwards
    when: adult
    starts: decided_on
    ends: start + 1 week
    sources: [{law: law, at: § 1}]
"""
    )
    day = date(2026, 11, 29)
    (limit,) = time_limits(pack.assess({"adult": True}, asked_on=day))
    assert (limit.mark, limit.times.earliest, limit.end_on, limit.days_left) == (
        "no_day", -inf, None, None,
    )  # fmt: skip
    assert time_limits(pack.assess({}, asked_on=day)) == []
