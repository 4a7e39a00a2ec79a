# SPDX-License-Identifier: EUPL-1.2
"""The notes and papers of a case: something for each thing that happened, and the days between."""

from collections.abc import Iterator
from datetime import date, timedelta

from samvern.demo_data.model import DocumentText, NoteText, PersonProfile
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.stories.case_histories import CaseHistory
from samvern.demo_data.stories.texts import Voice

KINDS = {
    "first_contact": "conversation", "lawyer": "meeting", "meeting": "meeting", "lost": "other",
    "advised": "phone", "health": "other", "everyday": "observation", "placement": "observation",
}  # fmt: skip
BETWEEN = ("everyday", "health", "safety", "lawyer", "meeting", "everyday")
PAUSE = timedelta(days=45)


def notes(
    draws: Draws,
    profile: PersonProfile,
    road: CaseHistory,
    voice: Voice,
    last: date,
    *,
    children: bool,
) -> tuple[NoteText, ...]:
    """What was written down, in order of the days it is about."""
    if not profile.counted:
        return (_entry(draws, profile, voice, profile.met_on, "advised", 0),)
    happened = [*_events(profile, road), *_between(draws, profile, last, children=children)]
    if profile.helped_until is not None:
        happened.append((last, "closing"))
    told = sorted((day, topic) for day, topic in happened if profile.met_on <= day <= last)
    return tuple(
        _entry(draws, profile, voice, day, topic, place) for place, (day, topic) in enumerate(told)
    )


def _entry(
    draws: Draws, profile: PersonProfile, voice: Voice, day: date, topic: str, place: int
) -> NoteText:
    kind = KINDS.get(topic) or draws.one(("conversation", "phone"), "kind", profile.number, place)
    return NoteText(kind, day, voice.say(f"notes.{topic}", place))


def _events(profile: PersonProfile, road: CaseHistory) -> Iterator[tuple[date, str]]:
    yield profile.met_on, "first_contact"
    days = {
        "reflection_applied": road.reflection_applied_on,
        "reflection_granted": road.reflection_on,
        "asylum": road.asylum_applied_on,
        "return": road.return_granted_on,
        "lost": road.lost_on,
        "police_report": road.reported_on,
        "case_dropped": road.case_ended_on,
        "judgment": road.judgment_on,
        "placement": road.acute_on,
    }
    if road.shelter:
        days[f"shelter_{road.shelter}"] = road.shelter_on
    if road.refused:
        refused = "asylum_refused" if road.refused == "asylum_refused" else "reflection_refused"
        days[refused] = road.refused_on
    if road.asylum_outcome in {"protection", "humanitarian"}:
        days["protection"] = road.asylum_decided_on
    yield from ((day, topic) for topic, day in days.items() if day is not None)


def _between(
    draws: Draws, profile: PersonProfile, last: date, *, children: bool
) -> Iterator[tuple[date, str]]:
    """The usual days: every few weeks, and the wages or the children where there are any."""
    topics = [*BETWEEN, *(["child", "child"] if children else [])]
    if profile.form == "labour":
        topics += ["wages", "wages"]
    day = profile.met_on + timedelta(days=draws.between(4, 12, "second", profile.number))
    for place in range(12):
        if day > last:
            return
        yield day, draws.one(topics, "between", profile.number, place)
        day += timedelta(days=draws.between(12, PAUSE.days, "pause", profile.number, place))


def papers(
    draws: Draws, profile: PersonProfile, road: CaseHistory, voice: Voice, last: date
) -> tuple[DocumentText, ...]:
    """One document in every third case, and the decision where there is one."""
    choices = voice.all("papers")
    found = []
    if road.reflection_on and road.reflection_on <= last:
        found.append(_paper(choices[0], road.reflection_on))
    if profile.counted and draws.chance(0.3, "paper", profile.number):
        day = profile.met_on + timedelta(days=draws.between(5, 60, "received", profile.number))
        found.append(_paper(draws.one(choices[1:], "which paper", profile.number), min(day, last)))
    return tuple(found)


def _paper(words: dict[str, str], day: date) -> DocumentText:
    return DocumentText(words["title"], f"{day.isoformat()}\n\n{words['text']}\n", day)
