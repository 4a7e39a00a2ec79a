# SPDX-License-Identifier: EUPL-1.2
"""The guide's walk as those who meet people would take it, and how much they are told to do."""

from datetime import date
from typing import Any

import pytest

from samvern.law import Truth, load_pack

NORWAY = load_pack("norway")
BOOK = NORWAY.ruleset
ASKED = date(2026, 11, 23)
MOST_STEPS, MOST_QUESTIONS, MOST_TO_DO = 12, 6, 9
SELLS_SEX = {"only": ["sells_sex"]}
PEOPLE: dict[str, dict[str, Any]] = {
    "nurse, age in doubt": {
        "profession": "health", "age_group": "maybe_child", "activity": SELLS_SEX,
        "controller_present": True, "needs_interpreter": True, "health_need": ["cannot_wait"],
    },
    "nurse, adult without stay": {
        "profession": "health", "age_group": "adult", "activity": SELLS_SEX,
        "seen_sexual": ["controlled"], "seen_threats": ["threats_family"],
        "residence": "irregular", "health_need": ["cannot_wait"],
    },
    "inspector, underpaid man": {
        "profession": "labour_inspection", "age_group": "adult", "residence": "eea",
        "activity": {"only": ["works"]}, "seen_work": ["low_pay", "long_hours"],
        "wages_unpaid": True,
    },
    "volunteer, woman in debt": {
        "profession": "ngo", "public_task": False, "age_group": "adult", "activity": SELLS_SEX,
        "seen_sexual": ["hands_over"], "seen_ties": ["debt"], "residence": "irregular",
    },
    "police, boy who sells drugs": {
        "profession": "police", "age": 16, "activity": {"only": ["crime"]},
        "seen_crime": ["debt_courier"], "suspect_of_crime": True, "residence": "norwegian",
    },
    "crisis centre, mother in the reflection period": {
        "profession": "crisis_centre", "age_group": "adult", "already_presumed": True,
        "residence": "reflection_period", "has_child_here": True, "activity": {"only": []},
    },
    "tourist at the doctor": {
        "profession": "health", "age_group": "adult", "residence": "other_permit",
        "activity": {"only": []}, "health_need": ["emergency"],
    },
}  # fmt: skip


def unasked() -> dict[str, Any]:
    """Steps with a condition are not asked about until it holds, so their sets are empty."""
    always = {name for step in BOOK.steps if not step.when for name in step.whole}
    named = {name for step in BOOK.steps for name in step.whole} - always
    return {name: {"only": []} for name in named if BOOK.facts[name].type == "set"}


def to_do(facts: dict[str, Any]) -> list[str]:
    """What the answer tells the reader to do now or today, in its order."""
    result = NORWAY.assess(facts, asked_on=ASKED)
    rules = [
        rule
        for rule in BOOK.rules.values()
        if rule.kind in ("duty", "referral")
        and rule.urgency in ("now", "today")
        and rule.extra.get("strength") != "must_not"
        and result.value(rule.id) is Truth.YES
    ]
    return [r.id for r in sorted(rules, key=lambda r: (r.urgency != "now", r.order))]


@pytest.mark.parametrize("who", PEOPLE)
def test_nobody_walks_more_than_twelve_steps(who: str) -> None:
    steps = NORWAY.relevant_steps({**unasked(), **PEOPLE[who]}, asked_on=ASKED)
    asked = [step.id for step, concerns in steps if concerns is not Truth.NO]
    assert len(asked) <= MOST_STEPS, asked


def test_no_step_asks_more_than_six_questions() -> None:
    assert {step.id for step in BOOK.steps if len(step.whole) > MOST_QUESTIONS} == set()


def test_every_norwegian_fact_is_asked_once() -> None:
    asked = [name for step in BOOK.steps for name in step.whole]
    convention_only = {
        "case_under_way", "lawful_stay", "national_here", "public_order_bar",
        "stay_needed_for_case", "stay_needed_personally",
    }  # fmt: skip
    earlier_law = {"trafficking_case"}  # a condition until 2020; its answer changes nothing today
    assert set(BOOK.facts) - set(asked) == convention_only | earlier_law
    twice = {name for name in asked if asked.count(name) > 1}
    assert twice == {"suspect_of_crime", "offender_in_family"} & twice


@pytest.mark.parametrize("who", PEOPLE)
def test_nobody_is_told_to_do_more_than_nine_things_today(who: str) -> None:
    assert len(to_do(PEOPLE[who])) <= MOST_TO_DO, to_do(PEOPLE[who])


def test_a_nurse_in_doubt_about_age_reads_in_the_order_she_acts() -> None:
    assert to_do(PEOPLE["nurse, age in doubt"]) == [
        "R-REF-02", "R-CH-NOTIFY-HEALTH", "R-CH-02", "R-REF-09", "R-ID-07-ALONE",
        "R-INTERPRETER-PUBLIC", "R-ID-02", "R-REF-ADVICE", "R-ID-07-NOTES",
    ]  # fmt: skip


def test_danger_comes_before_everything() -> None:
    facts = {**PEOPLE["nurse, age in doubt"], "in_danger": True}
    assert to_do(facts)[:2] == ["R-REF-01", "R-REF-02"]


def test_the_level_concern_holds_wherever_a_higher_one_does() -> None:
    for facts in PEOPLE.values():
        result = NORWAY.assess(facts, asked_on=ASKED)
        higher = result.value("reasonable_grounds") is Truth.YES
        assert not higher or result.value("concern") is Truth.YES


def test_everybody_is_asked_about_violence_at_home() -> None:
    """The right to a crisis centre turns on it, whatever the case is about."""
    for activity in ("works", "sells_sex", "begs", "crime"):
        steps = NORWAY.relevant_steps({"activity": [activity], "age": 30}, asked_on=ASKED)
        asked = [fact for step, concerns in steps if concerns is Truth.YES for fact in step.facts]
        assert asked.count("offender_in_family") == 1
