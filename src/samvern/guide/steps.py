# SPDX-License-Identifier: EUPL-1.2
"""The guide's pages of questions: which apply, which comes next, and answers that no longer do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samvern.guide.questions import Reading, read
from samvern.guide.shelf import shelf
from samvern.guide.values import Answers
from samvern.guide.wording import said
from samvern.guide.words import birth_words
from samvern.law import BirthError, InputError, Truth
from samvern.law.model import Fact, Step


@dataclass(frozen=True, slots=True)
class Place:
    """A step among those that apply; ``number`` counts from one."""

    step: Step
    number: int
    count: int
    before: Step | None
    after: Step | None


def relevant(answers: Answers, today: date) -> list[Step]:
    """The steps that apply, or may apply, given the answers.

    Here, and only here, a box not ticked beside others that were counts as a no, and so does a
    question of a step that has not been asked: who says it is about a car wash is not asked about
    begging.
    """
    ticked = {n: {"only": v} if isinstance(v, list) else v for n, v in answers.items()}
    result = shelf().assess({**_unasked(), **ticked}, today)
    return [step for step in shelf().steps if result.concerns(step.id) is not Truth.NO]


@cache
def _unasked() -> dict[str, Any]:
    facts = (shelf().facts[name] for step in shelf().steps if step.when for name in step.facts)
    always = {name for step in shelf().steps if not step.when for name in step.facts}
    return {f.id: {"only": []} for f in facts if f.type == "set" and f.id not in always}


def place(step_id: str, answers: Answers, today: date) -> Place | None:
    """Where a step stands; None when there is none of that name.

    One that does not apply is last.
    """
    steps = relevant(answers, today)
    ids = [step.id for step in steps]
    if step_id not in ids:
        step = next((step for step in shelf().steps if step.id == step_id), None)
        return Place(step, len(steps), len(steps), None, None) if step else None
    at = ids.index(step_id)
    before = steps[at - 1] if at else None
    after = steps[at + 1] if at + 1 < len(steps) else None
    return Place(steps[at], at + 1, len(steps), before, after)


def questions(step: Step) -> list[Fact]:
    """The facts a step asks about."""
    return [shelf().facts[name] for name in step.facts]


def read_all(facts: list[Fact], sent: QueryDict) -> dict[str, Reading]:
    """What a form sent about these facts, by id."""
    return {fact.id: read(fact, sent) for fact in facts}


def put(answers: Answers, readings: Mapping[str, Reading]) -> dict[str, Any]:
    """The answers with what was just said; what was emptied is gone."""
    said = {name: reading.value for name, reading in readings.items() if not reading.error}
    return {name: value for name, value in {**answers, **said}.items() if value is not None}


def without_hidden(answers: Answers, today: date) -> dict[str, Any]:
    """The answers less those only asked on steps that no longer apply: nobody could see or mend
    them.

    Raises:
        InputError: answers that contradict each other.
    """
    kept = dict(answers)
    while True:
        asked = {fact for step in relevant(kept, today) for fact in step.facts}
        hidden = {fact for step in shelf().steps for fact in step.facts} - asked
        if not hidden & kept.keys():
            return kept
        kept = {name: value for name, value in kept.items() if name not in hidden}


def contradicted(readings: Mapping[str, Reading], error: InputError) -> dict[str, Reading]:
    """The readings with the kernel's objection put where the visitor can mend it."""
    fact = shelf().facts.get(error.field)
    place = error.field if error.field in readings else next(iter(readings))
    message = _("This does not fit what you have answered about “%(label)s”. Change one of them.")
    label = said(fact.label, get_language() or "") if fact else error.field
    text = birth_words(error) if isinstance(error, BirthError) else message % {"label": label}
    reading = readings[place]
    return {**readings, place: Reading(reading.value, text, reading.typed)}
