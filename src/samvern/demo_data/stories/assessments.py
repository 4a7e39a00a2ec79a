# SPDX-License-Identifier: EUPL-1.2
"""Assessments: who thought what, when. Authorities differ, and none overwrites another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from samvern.demo_data.model import AssessmentText, Facts, FactSheetText, PersonProfile
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.stories.case_histories import CaseHistory
from samvern.demo_data.stories.texts import Voice
from samvern.demo_data.table_files import margin

FIRST_INQUIRIES = timedelta(days=35)
OFFICES = {
    "police": "Eksempelfjord politidistrikt",
    "immigration": "Eksempel utlendingsmyndighet",
    "child_welfare": "Barneverntjenesten i Eksempelvik",
}


def draw_assessments(
    draws: Draws,
    profile: PersonProfile,
    road: CaseHistory,
    sheets: Sequence[FactSheetText],
    voice: Voice,
    last: date,
) -> tuple[AssessmentText, ...]:
    """The assessments up to a day, the earliest first; one by a helper keeps what she knew then."""
    if not profile.counted or road.identified_on is None:
        ground = voice.say("grounds.possible")
        return (_identification("possible", profile.met_on, ground, sheets[0].facts),)
    first: list[AssessmentText] = []
    if road.identified_on > profile.met_on:
        ground = voice.say("grounds.possible")
        first.append(_identification("possible", profile.met_on, ground, {}))
    ground = voice.say("grounds.identification")
    known = [sheet for sheet in sheets if sheet.known_on <= road.identified_on]
    first.append(_identification("presumed", road.identified_on, ground, known[-1].facts))
    later = sorted(_verifications(draws, profile, road, voice), key=lambda each: each.decided_on)
    return tuple(_pointing([*first, *(each for each in later if each.decided_on <= last)]))


def _identification(step: str, day: date, ground: str, facts: Facts) -> AssessmentText:
    return AssessmentText("identification", "helper", step, day, "", ground, facts)


def _verifications(
    draws: Draws, profile: PersonProfile, road: CaseHistory, voice: Voice
) -> Iterator[AssessmentText]:
    """What each authority that took the case up found, under its own law."""
    taken_up = margin("verification", "taken_up")
    days = {
        "police": road.case_ended_on
        or road.judgment_on
        or (road.reported_on and road.reported_on + FIRST_INQUIRIES),
        "immigration": road.asylum_decided_on or road.reflection_on or road.refused_on,
        "child_welfare": road.acute_on if profile.minor else None,
    }
    for authority, day in days.items():
        if day is None:
            continue
        if authority != "child_welfare" and not draws.chance(
            min(1.0, 2.2 * taken_up[authority]), "taken up", authority, profile.number
        ):
            continue
        yield _verification(draws, profile, road, authority, day, voice)


def _verification(
    draws: Draws, profile: PersonProfile, road: CaseHistory, authority: str, day: date, voice: Voice
) -> AssessmentText:
    found = draws.chance(margin("verification")[authority], "verified", authority, profile.number)
    if authority == "police" and road.judgment_on:
        found = True
    if authority == "police" and road.case_ended_on:
        found = False
    ground = voice.say(f"grounds.{authority}_{'yes' if found else 'no'}")
    step = "verified" if found else "not_verified"
    return AssessmentText("verification", authority, step, day, OFFICES[authority], ground)


def _pointing(found: list[AssessmentText]) -> Iterator[AssessmentText]:
    """With each that disagrees pointing to the latest verification it disagrees with."""
    for place, each in enumerate(found):
        others = [
            before
            for before in range(place)
            if found[before].kind == each.kind == "verification" and found[before].step != each.step
        ]
        yield replace(each, differs=others[-1]) if others else each
