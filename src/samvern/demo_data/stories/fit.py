# SPDX-License-Identifier: EUPL-1.2
"""How well the demonstration data fits the published figures, one line a figure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from samvern.demo_data.model import PersonProfile, Story
from samvern.demo_data.random_draws import apportion
from samvern.demo_data.stories.profiles import year_of
from samvern.demo_data.table_files import margin

YEARS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class FittedFigure:
    """A published number a year, who says so, and what was made in each year of the window."""

    name: str
    published: tuple[int, int]
    """The least and the most."""
    source: str
    made: tuple[int, ...]

    @property
    def fits(self) -> bool:
        """Whether every year lies within, or within one of it."""
        least, most = self.published
        return all(least - 1 <= number <= most + 1 for number in self.made)


def figures(told: list[Story], today: date) -> list[FittedFigure]:
    """Every published figure a set of synthetic people is drawn from."""
    people = [story.profile for story in told]
    new = [[each for each in people if each.counted and each.cohort == year] for year in YEARS]
    return [
        _exact("new_each_year", [len(year) for year in new]),
        _exact("assisted_each_year", [_helped(people, today, year) for year in YEARS]),
        *_shares("form", new, lambda each: each.form),
        *_shares("sex", new, lambda each: "female" if each.female else "male"),
        *_shares("minor", new, lambda each: "minor" if each.minor else "adult"),
        _range("police_reports", _dated(told, today, "police_reported_on")),
        _range("placements", _dated(told, today, "acute_decision_on")),
    ]


def _exact(name: str, made: list[int]) -> FittedFigure:
    return FittedFigure(name, (margin(name),) * 2, margin(name, "source"), tuple(made))


def _range(name: str, made: list[int]) -> FittedFigure:
    bounds = (margin(name, "least"), margin(name, "most"))
    return FittedFigure(name, bounds, margin(name, "source"), tuple(made))


def _shares(
    name: str, new: list[list[PersonProfile]], kind: Callable[[PersonProfile], str]
) -> Iterator[FittedFigure]:
    """Each kind's part of a hundred, as published and as made."""
    published = apportion(margin("new_each_year"), margin(name))
    for each, number in published.items():
        made = tuple(sum(kind(person) == each for person in year) for year in new)
        yield FittedFigure(f"{name}: {each}", (number,) * 2, margin(name, "source"), made)


def _helped(people: list[PersonProfile], today: date, year: int) -> int:
    """Presumed victims whose help touched the year."""
    first, last = year_of(today, year)
    return sum(
        each.counted
        and each.met_on <= last
        and (each.helped_until is None or each.helped_until >= first)
        for each in people
    )


def _dated(told: list[Story], today: date, fact: str) -> list[int]:
    """In how many cases a fact got a day of each year."""
    days = [
        {str(sheet.facts[fact]) for sheet in story.people[0].sheets if fact in sheet.facts}
        for story in told
    ]
    spans = [tuple(day.isoformat() for day in year_of(today, year)) for year in YEARS]
    return [
        sum(any(first <= day <= last for day in some) for some in days) for first, last in spans
    ]
