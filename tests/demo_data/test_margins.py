# SPDX-License-Identifier: EUPL-1.2
"""The people look like the published counts: every figure with its source, in every year."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.demo_data.model import PersonProfile, Story
from samvern.demo_data.random_draws import apportion
from samvern.demo_data.stories.build import stories
from samvern.demo_data.stories.profiles import year_of
from samvern.demo_data.table_files import margin, table

TODAY = date(2026, 11, 23)
YEARS = (1, 2, 3)


@pytest.fixture(scope="module")
def people() -> list[PersonProfile]:
    return [story.profile for story in stories(TODAY)]


@pytest.fixture(scope="module")
def told() -> list[Story]:
    return stories(TODAY)


def new_in(people: list[PersonProfile], year: int) -> list[PersonProfile]:
    return [each for each in people if each.counted and each.cohort == year]


def helped_in(people: list[PersonProfile], year: int) -> list[PersonProfile]:
    first, last = year_of(TODAY, year)
    return [
        each
        for each in people
        if each.counted
        and each.met_on <= last
        and (each.helped_until is None or each.helped_until >= first)
    ]


def test_there_are_two_hundred_people_for_each_of_three_years(people: list[PersonProfile]) -> None:
    assert len(people) == 600
    assert [each.number for each in people] == list(range(1, 601))


@pytest.mark.parametrize("year", YEARS)
def test_the_counts_of_a_year_are_the_published_ones(
    people: list[PersonProfile], year: int
) -> None:
    assert len(new_in(people, year)) == margin("new_each_year") == 100
    assert len(helped_in(people, year)) == margin("assisted_each_year") == 200


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("form", lambda each: each.form),
        ("sex", lambda each: "female" if each.female else "male"),
        ("minor", lambda each: "minor" if each.minor else "adult"),
    ],
)
def test_each_margin_is_right_to_within_one_in_a_hundred(
    people: list[PersonProfile], year: int, name: str, of: object
) -> None:
    assert callable(of)
    found = Counter(of(each) for each in new_in(people, year))
    published = apportion(100, margin(name))
    assert {kind: found[kind] for kind in published if abs(found[kind] - published[kind]) > 1} == {}
    assert set(found) == set(published)


@pytest.mark.parametrize("year", YEARS)
def test_citizenships_are_dealt_by_form(people: list[PersonProfile], year: int) -> None:
    for form, row in margin("citizenship").items():
        found = Counter(each.citizenship for each in new_in(people, year) if each.form == form)
        assert found == Counter(apportion(found.total(), row)) + Counter()


def test_the_table_of_citizenships_adds_up_to_the_published_counts() -> None:
    rows = margin("citizenship").values()
    total = Counter[str]()
    for row in rows:
        total.update(row)
    published = margin("citizenship_published")
    assert {country: total[country] for country in published} == published
    assert [sum(row.values()) for row in rows] == [188, 59, 15]
    assert total.total() == 262


@pytest.mark.parametrize("year", YEARS)
def test_police_reports_and_placements_are_as_many_as_published(
    told: list[Story], year: int
) -> None:
    first, last = (day.isoformat() for day in year_of(TODAY, year))
    for fact, name in (
        ("police_reported_on", "police_reports"),
        ("acute_decision_on", "placements"),
    ):
        days = [str(each.people[0].sheets[-1].facts.get(fact, "")) for each in told]
        everything = [
            {str(sheet.facts[fact]) for sheet in each.people[0].sheets if fact in sheet.facts}
            for each in told
        ]
        found = sum(any(first <= day <= last for day in some) for some in everything)
        assert len(days) == 600
        assert found == margin(name)[year - 1]
        assert margin(name, "least") <= found <= margin(name, "most")


def test_forty_five_in_a_hundred_accept_a_safe_place(told: list[Story]) -> None:
    answers = Counter(
        each.state == "declined"
        for story in told
        if story.profile.counted and not story.profile.minor
        for each in story.people[0].help
        if each.kind == "R-HOU-02"
    )
    accepted = answers[False] / answers.total()
    assert accepted == pytest.approx(35 / 77, abs=0.02)


def test_every_figure_says_who_says_so() -> None:
    rows = table("margins")
    assert [name for name, row in rows.items() if not row.get("source")] == []
    assert {row["basis"] for row in rows.values()} == {"published", "assumed"}


@given(st.integers(0, 500), st.lists(st.integers(1, 50), min_size=1, max_size=9))
def test_shares_are_right_to_within_one(total: int, weights: list[int]) -> None:
    found = apportion(total, dict(enumerate(weights)))
    assert sum(found.values()) == total
    exact = [total * weight / sum(weights) for weight in weights]
    assert [each for each in range(len(weights)) if abs(found[each] - exact[each]) >= 1] == []


def test_nothing_can_be_divided_by_nothing() -> None:
    with pytest.raises(ValueError, match="weights sum to 0"):
        apportion(3, {"a": 0})
