# SPDX-License-Identifier: EUPL-1.2
"""What is published as a number a year: police reports, judgments, placements, shelter.

They are dealt to the people of each year, so that the year's number is exact.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from samvern.demo_data.model import PersonProfile
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.stories.case_histories import CaseHistory
from samvern.demo_data.stories.profiles import year_of
from samvern.demo_data.table_files import margin

Roads = dict[int, CaseHistory]


def deal_quotas(draws: Draws, people: list[PersonProfile], roads: Roads, today: date) -> Roads:
    """The roads with the yearly numbers dealt out."""
    counted = [person for person in people if person.counted]
    roads = _shelter(draws, counted, roads, today)
    for year in range(1, margin("years") + 1):
        cohort = [person for person in counted if person.cohort == year]
        roads = _reports(draws, cohort, roads, today, year)
        roads = _placements(draws, cohort, roads, today, year)
    for year in range(2, margin("years") + 1):
        earlier = [person for person in counted if person.cohort == year - 1]
        roads = _judgments(draws, earlier, roads, today, year)
    return roads


def _shelter(draws: Draws, people: list[PersonProfile], roads: Roads, today: date) -> Roads:
    """A safe place is offered to each adult; what she answers is dealt."""
    adults = [person for person in people if not person.minor]
    answers = draws.deal(len(adults), margin("shelter"), "shelter")
    made = {}
    for person, answer in zip(adults, answers, strict=True):
        road = roads[person.number]
        asked = (road.identified_on or person.met_on) + timedelta(days=1)
        made[person.number] = replace(
            road, shelter=answer, shelter_on=min(asked, person.helped_until or today)
        )
    return roads | made


def _reports(
    draws: Draws, cohort: list[PersonProfile], roads: Roads, today: date, year: int
) -> Roads:
    first, last = year_of(today, year)
    least, _, most = margin("waits")["police_report"]
    made = {}
    for person in _some(draws, cohort, margin("police_reports")[year - 1], "report", year):
        started = roads[person.number].identified_on or person.met_on
        reported = started + timedelta(days=draws.between(least, most, "reported", person.number))
        latest = min(last, person.helped_until or today)
        made[person.number] = replace(
            roads[person.number], reported_on=max(first, min(reported, latest))
        )
    return roads | made


def _placements(
    draws: Draws, cohort: list[PersonProfile], roads: Roads, today: date, year: int
) -> Roads:
    """Emergency placement, then the board's decision within two weeks, for at most six months."""
    _, last = year_of(today, year)
    minors = [person for person in cohort if person.minor]
    made = {}
    drawn = _some(draws, minors, len(minors), "placed", year)
    drawn.sort(key=lambda person: person.helped_until is not None)  # whoever is still there first
    for person in drawn[: margin("placements")[year - 1]]:
        road = roads[person.number]
        acute = min(road.identified_on or person.met_on, last)
        board = acute + timedelta(days=draws.between(9, 14, "board", person.number))
        until = acute + timedelta(days=draws.between(42, 170, "placed until", person.number))
        made[person.number] = replace(
            road, acute_on=acute, board_on=board if board <= today else None, placed_until=until
        )
    return roads | made


def _judgments(
    draws: Draws, cohort: list[PersonProfile], roads: Roads, today: date, year: int
) -> Roads:
    """Of last year's reports some end in a judgment this year, and most are dropped."""
    first, last = year_of(today, year)
    reported = [person for person in cohort if roads[person.number].reported_on]
    judged = _some(draws, reported, margin("judgments")[year - 1], "judged", year)
    made = {}
    for person in reported:
        day = draws.between(0, (last - first).days, "case ends", person.number)
        ended = first + timedelta(days=day)
        known = ended <= today and (person.helped_until is None or ended <= person.helped_until)
        if person in judged:
            made[person.number] = replace(roads[person.number], judgment_on=ended)
        elif known and draws.chance(0.6, "dropped", person.number):
            made[person.number] = replace(roads[person.number], case_ended_on=ended)
    return roads | made


def _some(
    draws: Draws, people: Iterable[PersonProfile], number: int, *name: object
) -> list[PersonProfile]:
    """That many of them, each as likely."""
    found = list(people)
    return draws.named(*name).sample(found, min(number, len(found)))
