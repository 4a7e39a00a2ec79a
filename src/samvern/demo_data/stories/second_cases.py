# SPDX-License-Identifier: EUPL-1.2
"""People known in two places: the agency a case was shared with opened one of its own.

This is why a count of cases is no count of people. The name, the birth date and the numbers are
the same, so the two can be found to be one person; the cases know nothing of each other.
"""

from collections.abc import Iterator
from dataclasses import replace

from samvern.demo_data.model import (
    AssessmentText,
    DemoWorker,
    NoteText,
    PersonInCase,
    ShareText,
    Story,
)
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.stories.texts import Voice
from samvern.demo_data.table_files import margin, organisations

SAME = {"name", "birth_date", "number", "nationality", "sex", "language"}


def second_cases(draws: Draws, told: list[Story], staff: list[DemoWorker]) -> list[Story]:
    """A second case for some of those whose case was shared by consent."""
    return list(_echoes(draws, told, staff))


def _echoes(draws: Draws, told: list[Story], staff: list[DemoWorker]) -> Iterator[Story]:
    for story in told:
        shares = [share for share in story.shares if share.agreement is not None]
        if shares and draws.chance(margin("known_in_two_places"), "echo", story.key):
            share = draws.one(shares, "echo of", story.key)
            there = [
                each for each in staff
                if each.body == share.body and each.role == "case_worker" and not each.left_days_ago
            ]  # fmt: skip
            owner = draws.one(there, "echo owner", story.key)
            yield _echo(draws, story, share, owner)


def _echo(draws: Draws, story: Story, share: ShareText, owner: DemoWorker) -> Story:
    body = organisations()[share.body]
    voice = Voice(draws, story.language, story.profile.female, story.profile.number)
    human = _seen_there(story.people[0], share, voice)
    ended = story.closed_on
    return Story(
        key=f"{story.key}b", profile=story.profile, body=body.code,
        unit=owner.unit or body.units[0], owner=owner.login, team=(), kind=body.case_kind,
        circle="team", origin="nothing", language=story.language, label="",
        opened_on=share.since, closed_on=ended, close_ground="moved" if ended else "",
        close_words="", held_on=None, hold_words="", people=(human,),
        notes=(NoteText("meeting", share.since, voice.say("notes.meeting", "echo")),),
    )  # fmt: skip


def _seen_there(human: PersonInCase, share: ShareText, voice: Voice) -> PersonInCase:
    """What the second agency knows of her: what she was told, and its own view of it."""
    known = [sheet for sheet in human.sheets if sheet.known_on <= share.since]
    sheets = tuple(replace(sheet, known_on=share.since) for sheet in known[-1:])
    ground = voice.say("grounds.possible", "echo")
    finding = AssessmentText("identification", "helper", "possible", share.since, "", ground)
    return PersonInCase(
        number=1, place="main", initials=human.initials, age_seen=human.age_seen,
        exploited_as_child=human.exploited_as_child,
        claims=tuple(claim for claim in human.claims if claim.kind in SAME),
        sheets=sheets, findings=(finding,),
    )  # fmt: skip
