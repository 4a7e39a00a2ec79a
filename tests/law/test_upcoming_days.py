# SPDX-License-Identifier: EUPL-1.2
"""The days time alone changes an answer, against asking about every single day."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from samvern.law import Pack, load_pack
from samvern.law.upcoming_days import days_that_may_change
from support.packs import MakePack, rule, whole_situations

NORWAY = load_pack("norway")
ASKED = date(2026, 11, 23)
PARAMETER = """
parameters:
  length:
    name: Length
    values: [{from: 2020-01-01, value: 10 days}, {from: 2027-01-01, value: 60 days}]
"""
DATES = [name for name, fact in NORWAY.ruleset.facts.items() if fact.type == "date"]


def answers(pack: Pack, facts: dict[str, Any], day: date, event: object) -> dict[str, str]:
    result = pack.assess(facts, asked_on=day, event_on=event)
    return {id: result.value(id).value for id in pack.ruleset.rules}


def changing(pack: Pack, facts: dict[str, Any], days: int, event: object = None) -> list[date]:
    found, before = [], answers(pack, facts, ASKED, event)
    for day in (ASKED + timedelta(days=n) for n in range(1, days + 1)):
        after = answers(pack, facts, day, event)
        found += [day] if after != before else []
        before = after
    return found


near = st.dates(ASKED - timedelta(days=400), ASKED + timedelta(days=200))
past = st.dates(ASKED - timedelta(days=400), ASKED)  # nobody is born in the future
of_a_day = st.one_of(
    *(st.tuples(st.just(name), past if name == "born_on" else near) for name in DATES)
)
dated = st.lists(of_a_day, max_size=6).map(dict)


@settings(max_examples=20)
@given(whole_situations(NORWAY.ruleset), dated, st.sampled_from([None, date(2026, 5, 1)]))
def test_no_day_that_changes_an_answer_is_missed(
    facts: dict[str, Any], dates: dict[str, date], event: date | None
) -> None:
    known = {**{k: v for k, v in facts.items() if k not in ("age", "age_group")}, **dates}
    days = 120
    result = NORWAY.assess(known, asked_on=ASKED, event_on=event)
    named = days_that_may_change(result, ASKED + timedelta(days=days))
    assert set(changing(NORWAY, known, days, event)) <= set(named)


def test_a_birthday_is_the_only_day_for_one_who_only_grows_older(make_pack: MakePack) -> None:
    pack = make_pack(rule("asked_on < decided_on + 18 years"))
    result = pack.assess({"decided_on": date(2009, 2, 28)}, asked_on=ASKED)
    assert days_that_may_change(result, date(2028, 1, 1)) == [date(2027, 2, 28)]


def test_the_day_before_is_no_horizon_and_the_day_itself_is(make_pack: MakePack) -> None:
    pack = make_pack(rule("asked_on < decided_on + 18 years"))
    result = pack.assess({"decided_on": date(2009, 2, 28)}, asked_on=ASKED)
    assert days_that_may_change(result, date(2027, 2, 27)) == []
    assert days_that_may_change(result, date(2027, 2, 28)) == [date(2027, 2, 28)]
    assert days_that_may_change(result, ASKED) == []


def test_a_parameter_that_grows_is_seen_on_both_sides_of_its_step(make_pack: MakePack) -> None:
    pack = make_pack(rule("asked_on < decided_on + param.length"), parameters=PARAMETER)
    facts = {"decided_on": date(2026, 12, 1)}
    result = pack.assess(facts, asked_on=ASKED)
    named = days_that_may_change(result, date(2027, 6, 1))
    assert changing(pack, facts, 150) == [date(2026, 12, 11), date(2027, 1, 1), date(2027, 1, 30)]
    assert set(named) == {date(2026, 12, 11), date(2027, 1, 1), date(2027, 1, 30)}


def test_a_day_compared_with_itself_moved_is_followed_day_by_day(make_pack: MakePack) -> None:
    pack = make_pack(rule("asked_on + 1 month < asked_on + 31 days"))
    result = pack.assess({}, asked_on=ASKED)
    assert days_that_may_change(result, date(2027, 3, 31)) == changing(pack, {}, 128)
