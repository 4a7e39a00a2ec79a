# SPDX-License-Identifier: EUPL-1.2
"""Clocks of the pack as deadlines, and what new answers do to those that are kept."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.cases.deadlines.counting import (
    CountedDeadline,
    add_clock_hours,
    compare_deadlines,
    count_deadlines,
    limit_hours,
    warning_periods,
)
from samvern.law import load_pack

NORWAY = load_pack("norway")
TODAY = date(2026, 11, 23)
REFUSED = {"removal_case": ["other_refused"], "refused_on": date(2026, 11, 20)}
ACUTE = {"institution_decision": "acute", "acute_decision_on": date(2026, 11, 20)}


def clocks(facts: dict[str, Any], today: date = TODAY) -> dict[str, CountedDeadline]:
    found = count_deadlines(NORWAY.assess({"age": 30, **facts}, asked_on=today))
    return {clock.clock: clock for clock in found}


def test_the_reflection_period_ends_six_months_on() -> None:
    facts = {"residence": "reflection_period", "reflection_granted_on": date(2026, 5, 23)}
    found = clocks(facts)["reflection_period"]
    assert (found.certain, found.starts_on, found.due_on, found.latest_on) == (
        True, date(2026, 5, 23), date(2026, 11, 23), None,
    )  # fmt: skip


def test_a_start_known_in_part_counts_from_the_earliest_day() -> None:
    granted = {"min": date(2026, 5, 1), "max": date(2026, 5, 31)}
    facts = {"residence": "reflection_period", "reflection_granted_on": granted}
    found = clocks(facts)["reflection_period"]
    assert (found.due_on, found.latest_on) == (date(2026, 11, 1), date(2026, 11, 30))


def test_a_clock_without_its_date_says_which_date_it_needs() -> None:
    found = clocks({"residence": "reflection_period"})["reflection_period"]
    assert (found.due_on, found.dated, found.missing) == (None, False, ("reflection_granted_on",))


def test_an_appeal_ends_on_a_working_day() -> None:
    easter = {"removal_case": ["other_refused"], "refused_on": date(2027, 3, 4)}
    found = clocks({**easter, "manifestly_unfounded": False}, date(2027, 3, 5))["appeal_residence"]
    assert found.due_on == date(2027, 3, 30)  # 25 March is Maundy Thursday


def test_both_appeal_limits_are_kept_until_somebody_says_which_it_is() -> None:
    found = clocks({"removal_case": ["asylum_refused"], "refused_on": date(2026, 11, 20)})
    both = {id: found[id].certain for id in ("appeal_residence", "appeal_unfounded_asylum")}
    assert both == {"appeal_residence": False, "appeal_unfounded_asylum": False}
    assert found["appeal_unfounded_asylum"].missing == ("manifestly_unfounded",)


def test_a_clock_that_only_may_run_is_left_out_while_it_has_no_date() -> None:
    assert "appeal_residence" not in clocks({})


def test_hours_are_counted_where_the_law_does() -> None:
    received = {"acute_received_by_board_on": date(2026, 11, 21)}
    found = clocks({**ACUTE, **received, "age": 15})
    assert {id: c.hours for id, c in found.items() if c.hours} == {"acute_approval": 48}
    counts = {
        rule.id
        for rule in NORWAY.ruleset.rules.values()
        if rule.kind == "clock" and limit_hours(rule.versions[-1])
    }
    assert counts == {"acute_approval", "detention_child_ends", "enforcement_earliest"}


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (date(2026, 11, 21), datetime(2026, 11, 23, 14, 30, tzinfo=UTC)),
        (date(2027, 3, 27), datetime(2027, 3, 29, 14, 30, tzinfo=UTC)),  # the clock goes on an hour
        (date(2026, 10, 24), datetime(2026, 10, 26, 13, 30, tzinfo=UTC)),  # and back
    ],
)
def test_forty_eight_hours_are_that_many_hours(start: date, due: datetime) -> None:
    assert add_clock_hours(start, time(15, 30), 48) == due


def test_warnings_come_longest_first() -> None:
    rule = NORWAY.ruleset.rules["limitation_adult"]
    assert [w.text for w in warning_periods(rule)] == ["365 days", "90 days"]
    every = [r for r in NORWAY.ruleset.rules.values() if r.kind == "clock"]
    assert [r.id for r in every if not warning_periods(r)] == []


@dataclass(frozen=True)
class Row:
    clock: str
    starts_on: date | None
    due_on: date | None
    latest_on: date | None = None
    state: str = "running"


def kept(clock: CountedDeadline, state: str = "running") -> Row:
    return Row(clock.clock, clock.starts_on, clock.due_on, clock.latest_on, state)


def apply(rows: list[Row], now: list[CountedDeadline]) -> list[Row]:
    found = compare_deadlines(rows, now)
    moved = {id(row): kept(clock) for row, clock in found.moved}
    gone = {id(row) for row in found.gone}
    stay = [
        replace(row, state="gone") if id(row) in gone else moved.get(id(row), row) for row in rows
    ]
    return stay + [kept(clock) for clock in found.new]


def test_a_deadline_moves_when_its_date_does() -> None:
    before, after = clocks(REFUSED), clocks({**REFUSED, "refused_on": date(2026, 11, 18)})
    row = kept(before["departure_deadline"])
    found = compare_deadlines([row], [after["departure_deadline"]])
    assert (found.new, found.gone) == ((), ())
    assert [(r.clock, c.starts_on) for r, c in found.moved] == [
        ("departure_deadline", date(2026, 11, 18))
    ]


def test_what_the_answers_no_longer_lead_to_is_gone_and_our_own_stays() -> None:
    own = Row("", None, date(2026, 12, 1))
    row = kept(clocks(REFUSED)["appeal_residence"])
    found = compare_deadlines([own, row], clocks({}).values())
    assert [r.clock for r in found.gone] == ["appeal_residence"]


@pytest.mark.parametrize("state", ["met", "stopped"])
def test_what_we_ended_stays_ended_until_it_starts_anew(state: str) -> None:
    first = clocks(REFUSED)["appeal_residence"]
    again = clocks({**REFUSED, "refused_on": date(2026, 11, 22)})["appeal_residence"]
    rows = [kept(first, state)]
    assert compare_deadlines(rows, [first]).new == ()
    assert compare_deadlines(rows, [again]).new == (again,)


def test_what_was_gone_comes_back_with_its_facts() -> None:
    clock = clocks(REFUSED)["appeal_residence"]
    assert compare_deadlines([kept(clock, "gone")], [clock]).new == (clock,)


day = st.dates(date(2026, 1, 1), date(2027, 1, 1))
clock_of = st.builds(
    CountedDeadline,
    st.sampled_from("abcd"),
    st.booleans(),
    day,
    day,
    st.none(),
    st.just(0),
    st.just(()),
)
state_of = st.fixed_dictionaries({}, optional=dict.fromkeys("abcd", clock_of)).map(
    lambda named: [replace(clock, clock=name) for name, clock in named.items()]
)


@given(st.lists(state_of, min_size=1, max_size=5))
def test_after_any_history_the_kept_say_what_is_counted(
    history: list[list[CountedDeadline]],
) -> None:
    rows: list[Row] = []
    for now in history:
        rows = apply(rows, now)
        running = {r.clock: (r.starts_on, r.due_on) for r in rows if r.state == "running"}
        assert running == {c.clock: (c.starts_on, c.due_on) for c in now}
        again = compare_deadlines(rows, now)
        assert (again.new, again.moved, again.gone) == ((), (), ())


def test_what_counts_from_the_end_of_what_still_goes_on_has_no_day() -> None:
    seen = {"conduct_seen": ["exploits"], "means_seen": ["violence"], "purpose_seen": ["begging"]}
    facts = {**seen, "ongoing": False, "organised_group": False, "exploited_as_child": False}
    still_on = clocks({**seen, "exploited_as_child": False, "ongoing": True})
    assert "limitation_adult" not in still_on
    unknown = clocks(facts)["limitation_adult"]
    assert (unknown.certain, unknown.due_on, unknown.missing) == (True, None, ("event_on",))
    ended = count_deadlines(
        NORWAY.assess({"age": 30, **facts}, asked_on=TODAY, event_on=date(2024, 5, 1))
    )
    assert {c.clock: c.due_on for c in ended}["limitation_adult"] == date(2034, 5, 1)
