# SPDX-License-Identifier: EUPL-1.2
"""Age as time passes, in doubt, and once it is decided."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.cases.ages import calculation as ages
from samvern.cases.facts.evaluation import PersonFacts, evaluate_on_day
from samvern.law import load_pack

TOLD = date(2026, 3, 1)
NORWAY = load_pack("norway")
days = st.dates(date(1950, 1, 1), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("facts", "day", "expected"),
    [
        ({"age": 17}, TOLD, {"age": 17}),
        ({"age": 17}, date(2027, 2, 28), {"age": 17}),
        ({"age": 17}, date(2027, 3, 1), {"age": 18}),
        ({"age": {"min": 15, "max": 20}}, date(2028, 3, 1), {"age": {"min": 17, "max": 22}}),
        ({"age_group": "child_16_17"}, date(2027, 3, 1), {"age": {"min": 17, "max": 18}}),
        ({"age_group": "adult"}, date(2030, 3, 1), {"age_group": "adult"}),
        (
            {"age_group": "maybe_child", "age": 17},
            date(2027, 3, 1),
            {"age": 18},
        ),
        (
            {"age_group": "maybe_child", "age": {"min": 15, "max": 20}},
            date(2027, 3, 1),
            {"age": {"min": 16, "max": 21}},
        ),
        ({"age_group": "maybe_child"}, date(2040, 1, 1), {"age_group": "maybe_child"}),
        (
            {"born_on": date(2009, 2, 28), "age_group": "child_16_17"},
            date(2027, 2, 28),
            {"born_on": date(2009, 2, 28), "age": 18},
        ),
        (
            {"born_on": {"min": date(2009, 1, 1), "max": date(2009, 12, 31)}},
            date(2027, 6, 1),
            {
                "born_on": {"min": date(2009, 1, 1), "max": date(2009, 12, 31)},
                "age": {"min": 17, "max": 18},
            },
        ),
        ({"age": 119}, date(2036, 3, 1), {"age": 120}),
        ({"residence": "eea"}, date(2036, 3, 1), {"residence": "eea"}),
    ],
)
def test_everybody_grows_older(facts: dict[str, Any], day: date, expected: object) -> None:
    assert ages.facts_on(facts, TOLD, day) == expected


@given(days, st.integers(0, 60))
def test_years_and_birthdays_agree(born: date, number: int) -> None:
    day = ages.birthday(born, number)
    assert (ages.whole_years(born, day), ages.whole_years(born, day - timedelta(days=1))) == (
        number, number - 1,
    )  # fmt: skip


@given(days, st.integers(1, 900))
def test_the_turning_days_are_the_days_the_age_changes(born: date, ahead: int) -> None:
    until = TOLD + timedelta(days=ahead)
    facts = {"born_on": born}
    found = ages.turning_days(facts, TOLD, TOLD, until)
    every = [TOLD + timedelta(days=n) for n in range(1, ahead + 1)]
    changed = [
        d
        for d in every
        if ages.whole_years(born, d) != ages.whole_years(born, d - timedelta(days=1))
    ]
    assert found == changed


def test_an_age_without_a_birthday_turns_a_year_after_it_was_told() -> None:
    assert ages.turning_days({"age": 17}, TOLD, date(2026, 11, 23), date(2028, 4, 1)) == [
        date(2027, 3, 1), date(2028, 3, 1),
    ]  # fmt: skip
    assert ages.turning_days({"residence": "eea"}, TOLD, TOLD, date(2028, 4, 1)) == []


@pytest.mark.parametrize("facts", [{}, {"age": 17}, {"age": 30}, {"age_group": "maybe_child"}])
@pytest.mark.parametrize(("seen", "expected"), [("child", "yes"), ("adult", "no")])
def test_a_decision_on_age_prevails_over_what_was_told(
    facts: dict[str, Any], seen: str, expected: str
) -> None:
    found = evaluate_on_day(NORWAY, PersonFacts(facts, TOLD, seen=seen), date(2026, 11, 23))
    assert (found.result.value("treated_as_child").value, found.doubtful) == (expected, False)


def test_a_decision_sets_aside_a_birthday_that_says_otherwise() -> None:
    sheet = PersonFacts({"born_on": date(2012, 1, 1), "age": 14}, TOLD, seen="adult")
    assert (
        evaluate_on_day(NORWAY, sheet, date(2026, 11, 23)).result.value("treated_as_child").value
        == "no"
    )


@pytest.mark.parametrize(
    ("facts", "doubtful"),
    [
        ({}, True),
        ({"age": {"min": 16, "max": 19}}, True),
        ({"age": 19}, False),
        ({"age": 9}, False),
    ],
)
def test_until_it_is_decided_a_doubtful_age_is_a_childs(
    facts: dict[str, Any], doubtful: bool
) -> None:
    found = evaluate_on_day(NORWAY, PersonFacts(facts, TOLD), date(2026, 11, 23))
    assert found.doubtful is doubtful
    assert found.result.value("treated_as_child").value == ("no" if facts == {"age": 19} else "yes")


def test_a_birth_within_a_year_is_a_doubt_on_some_days_and_none_on_others() -> None:
    born = {"min": date(2009, 3, 1), "max": date(2009, 6, 30)}
    sheet = PersonFacts({"born_on": born, "age_group": "maybe_child"}, date(2027, 4, 1))
    days = [date(2026, 11, 23), date(2027, 4, 15), date(2027, 6, 30)]
    found = [evaluate_on_day(NORWAY, replace(sheet, known_on=TOLD), day) for day in days]
    assert [(v.result.value("treated_as_child").value, v.doubtful) for v in found] == [
        ("yes", False), ("yes", True), ("no", False),
    ]  # fmt: skip
