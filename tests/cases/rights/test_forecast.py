# SPDX-License-Identifier: EUPL-1.2
"""Rights today and on coming days, against asking the pack on every day."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from samvern.cases.facts.evaluation import PersonFacts, evaluate_on_day
from samvern.cases.rights.forecast import Forecast, forecast_rights
from samvern.law import Truth, load_pack
from support.packs import whole_situations

NORWAY = load_pack("norway")
BOOK = NORWAY.ruleset
TODAY = date(2026, 11, 23)
RIGHTS = [rule.id for rule in BOOK.rules.values() if rule.kind == "right"]
REFLECTION = {
    "residence": "reflection_period", "reflection_granted_on": date(2026, 9, 1), "in_norway": True,
    "already_presumed": True, "accepts_help": True, "purpose_seen": ["prostitution"],
}  # fmt: skip


def truths(sheet: PersonFacts, day: date) -> dict[str, Truth]:
    result = evaluate_on_day(NORWAY, sheet, day).result
    return {id: result.value(id) for id in RIGHTS}


def on(found: Forecast, day: date) -> dict[str, Truth]:
    """The rights on a day as the outlook tells them."""
    values = {id: found.view.result.value(id) for id in RIGHTS}
    return values | {turn.rule.id: turn.after for turn in found.turns if turn.on <= day}


@settings(max_examples=8)
@given(
    whole_situations(BOOK),
    st.fixed_dictionaries(
        {},
        optional={
            "reflection_granted_on": st.dates(date(2026, 3, 1), date(2026, 11, 23)),
            "born_on": st.dates(date(2009, 1, 1), date(2012, 1, 1)),
            "refused_on": st.dates(date(2026, 10, 1), date(2026, 11, 23)),
        },
    ),
    st.integers(0, 500),
)
def test_every_turn_is_found_on_its_day(
    facts: dict[str, Any], dates: dict[str, date], told: int
) -> None:
    known = {k: v for k, v in facts.items() if k not in ("age", "age_group", "exploited_as_child")}
    sheet = PersonFacts({**known, **dates}, TODAY - timedelta(days=told))
    found = forecast_rights(NORWAY, sheet, today=TODAY)
    for day in (TODAY + timedelta(days=n) for n in range(0, 401, 7)):
        assert on(found, day) == truths(sheet, day)


def test_what_rests_on_a_permit_does_not_outlast_it() -> None:
    found = forecast_rights(NORWAY, PersonFacts({**REFLECTION, "age": 29}, TODAY), today=TODAY)
    social = found.next_turn("R-SOC-01")
    assert social is not None
    assert (social.on, social.before, social.after, social.cause, social.clock) == (
        date(2027, 3, 2), Truth.YES, Truth.UNKNOWN, "clock", "reflection_period",
    )  # fmt: skip
    assert found.first_to_run_out is not None
    assert found.first_to_run_out.on == date(2027, 3, 2)


def test_a_permit_that_has_run_out_is_said_to_have() -> None:
    facts = {**REFLECTION, "reflection_granted_on": date(2026, 5, 22), "age": 29}
    found = forecast_rights(NORWAY, PersonFacts(facts, date(2026, 6, 1)), today=TODAY)
    assert found.view.lapsed == {"residence": "reflection_period"}
    assert found.view.result.value("R-SOC-01") is Truth.UNKNOWN


def test_childrens_rights_end_on_the_eighteenth_birthday() -> None:
    sheet = PersonFacts({**REFLECTION, "born_on": date(2009, 1, 15)}, TODAY)
    turn = forecast_rights(NORWAY, sheet, today=TODAY).next_turn("R-HEALTH-CHILD")
    assert turn is not None
    assert (turn.on, turn.before, turn.cause) == (date(2027, 1, 15), Truth.YES, "age")


def test_a_law_that_comes_into_force_is_named_as_the_cause() -> None:
    sheet = PersonFacts({**REFLECTION, "age": 29}, date(2024, 12, 1))
    found = forecast_rights(NORWAY, sheet, today=date(2024, 12, 1))
    assert {(t.rule.id, t.cause) for t in found.turns if t.on == date(2025, 3, 7)} >= {
        ("R-SOC-01", "law"),
    }  # fmt: skip


def test_help_that_the_ladder_gives_does_not_wait_for_answers() -> None:
    facts = {"age": 29, "residence": "irregular", "in_norway": True, "already_presumed": False}
    without = forecast_rights(NORWAY, PersonFacts(facts, TODAY), today=TODAY)
    given_ = forecast_rights(NORWAY, PersonFacts(facts, TODAY, help="presumed"), today=TODAY)
    values = [o.view.result.value("presumed_victim") for o in (without, given_)]
    assert values == [Truth.UNKNOWN, Truth.YES]


def test_turns_come_in_order_and_within_the_horizon() -> None:
    sheet = PersonFacts({**REFLECTION, "age": 17}, TODAY)
    days = [turn.on for turn in forecast_rights(NORWAY, sheet, today=TODAY, days=200).turns]
    assert days == sorted(days)
    assert days
    assert max(days) <= TODAY + timedelta(days=200)
