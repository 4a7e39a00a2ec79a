# SPDX-License-Identifier: EUPL-1.2
"""Deadlines that live today: some people's days are moved so that a clock is about to run out.

Whenever the demonstration is started, somebody's period ends in two days and somebody's petition is
due tomorrow; left to chance there would be weeks without.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from samvern.demo_data.model import PersonProfile
from samvern.demo_data.stories.case_histories import CaseHistory, months_after
from samvern.demo_data.stories.profiles import YEAR
from samvern.demo_data.stories.quotas import Roads

REFLECTION_ENDS_IN = (2, 9, 25, 44, 58, 75)
LIMITED_ENDS_IN = (20, 41, 70)
REFUSED_AGO = (19, 12, 1)
PLACED_AGO = (1, 11, 25)


def set_running_deadlines(people: list[PersonProfile], roads: Roads, today: date) -> Roads:
    """The roads of some whose help goes on, with days that make their clocks run out soon."""
    rest = [person for person in people if person.counted and person.helped_until is None]
    moved: Roads = {}
    for days, may, move in _plans():
        found = next((each for each in rest if may(each, roads[each.number], today, days)), None)
        if found is not None:
            rest.remove(found)
            moved[found.number] = move(roads[found.number], today, days)
    return roads | moved


May = Callable[[PersonProfile, CaseHistory, date, int], bool]
Move = Callable[[CaseHistory, date, int], CaseHistory]


def _plans() -> Iterator[tuple[int, May, Move]]:
    yield from ((days, _may_reflect, _reflecting) for days in REFLECTION_ENDS_IN)
    yield from ((days, _may_limited, _limited) for days in LIMITED_ENDS_IN)
    yield from ((days, _may_refused, _refused) for days in REFUSED_AGO)
    yield from ((days, _may_placed, _placed) for days in PLACED_AGO)


def _foreign_adult(person: PersonProfile) -> bool:
    return not person.minor and person.stay not in {"eea", "norwegian"}


def _may_reflect(person: PersonProfile, road: CaseHistory, today: date, days: int) -> bool:
    start = months_after(today + timedelta(days=days), -6)
    return _foreign_adult(person) and person.met_on < start - timedelta(days=5)


def _reflecting(road: CaseHistory, today: date, days: int) -> CaseHistory:
    start = months_after(today + timedelta(days=days), -6)
    plain = CaseHistory(**{name: getattr(road, name) for name in _KEPT})
    applied = start - timedelta(days=4)
    return replace(
        plain,
        identified_on=min(road.identified_on or applied, applied),
        reflection_applied_on=applied,
        reflection_on=start,
    )


def _may_limited(person: PersonProfile, road: CaseHistory, today: date, days: int) -> bool:
    return _foreign_adult(person) and road.limited_on is not None


def _limited(road: CaseHistory, today: date, days: int) -> CaseHistory:
    return replace(road, limited_until=today + timedelta(days=days))


def _may_refused(person: PersonProfile, road: CaseHistory, today: date, days: int) -> bool:
    return (
        _foreign_adult(person)
        and road.asylum_applied_on is not None
        and (today - road.asylum_applied_on).days > days + 60
    )


def _refused(road: CaseHistory, today: date, days: int) -> CaseHistory:
    told = today - timedelta(days=days)
    return replace(
        road, asylum_decided_on=told, asylum_outcome="refused", refused="asylum_refused",
        refused_on=told,
    )  # fmt: skip


def _may_placed(person: PersonProfile, road: CaseHistory, today: date, days: int) -> bool:
    placed_lately = road.acute_on is not None and (today - road.acute_on).days < YEAR
    return person.minor and placed_lately and (today - person.met_on).days >= days


def _placed(road: CaseHistory, today: date, days: int) -> CaseHistory:
    acute = today - timedelta(days=days)
    board = acute + timedelta(days=13)
    return replace(
        road, acute_on=acute, board_on=board if board <= today else None,
        placed_until=acute + timedelta(days=120),
    )  # fmt: skip


_KEPT = ("identified_on", "shelter", "shelter_on", "reported_on", "case_ended_on", "judgment_on")
