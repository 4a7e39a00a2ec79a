# SPDX-License-Identifier: EUPL-1.2
"""The guide's pages of questions: which come first, which apply, and answers that no longer do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samvern.guide.labels import birth_words
from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.questions import FieldReading, read
from samvern.guide.values import UNKNOWN, Answers
from samvern.law import BirthError, InputError, Result, Truth
from samvern.law.localization import localized
from samvern.law.model import Fact, Step


@dataclass(frozen=True, slots=True)
class StepPosition:
    """A step; ``number`` counts from one among those that come first, and is 0 for the others."""

    step: Step
    number: int = 0
    count: int = 0
    before: Step | None = None
    after: Step | None = None


@cache
def opening() -> tuple[Step, ...]:
    """The pages everybody meets before the first answer.

    Where the pack marks none, those that apply to everybody.
    """
    steps = loaded_pack().steps
    marked = tuple(step for step in steps if step.first)
    return marked or tuple(step for step in steps if not step.when)


def step_position(step_id: str) -> StepPosition | None:
    """Where a step stands; None when there is none of that name."""
    first = opening()
    for at, step in enumerate(first):
        if step.id == step_id:
            before = first[at - 1] if at else None
            after = first[at + 1] if at + 1 < len(first) else None
            return StepPosition(step, at + 1, len(first), before, after)
    found = next((step for step in loaded_pack().steps if step.id == step_id), None)
    return StepPosition(found) if found else None


def relevant(answers: Answers, today: date) -> list[Step]:
    """The steps that apply, or may apply, given the answers, and that ask something in full.

    Here, and only here, a box not ticked beside others that were counts as a no, and so does a
    question of a step that has not been asked: who says it is about a car wash is not asked about
    begging.
    """
    result = _assumed(answers, today)
    concerned = (step for step in loaded_pack().steps if result.concerns(step.id) is not Truth.NO)
    return [step for step in concerned if step.whole]


def topics(answers: Answers, today: date) -> list[Step]:
    """The steps that apply after those that come first."""
    first = {step.id for step in opening()}
    return [step for step in relevant(answers, today) if step.id not in first]


def _assumed(answers: Answers, today: date) -> Result:
    ticked = {n: {"only": v} if isinstance(v, list) else v for n, v in answers.items()}
    return loaded_pack().assess({**_unasked(), **ticked}, today)


@cache
def _unasked() -> dict[str, Any]:
    facts = (
        loaded_pack().facts[name]
        for step in loaded_pack().steps
        if step.when
        for name in step.whole
    )
    always = {name for step in loaded_pack().steps if not step.when for name in step.whole}
    return {f.id: {"only": []} for f in facts if f.type == "set" and f.id not in always}


def questions(step: Step) -> list[Fact]:
    """The facts a step asks about in full."""
    return [loaded_pack().facts[name] for name in step.whole]


def asked(step: Step, answers: Answers, today: date, sent: Iterable[str] = ()) -> list[Fact]:
    """What a page asks now, in its order; of a set it asks in part only the options it shows.

    Such a set is left out where the page that asks it in full does not apply, unless something
    about it was sent.
    """
    left_out = _left_out(step, answers, today) - set(sent) if step.shows else set()
    return [_shown(step, name) for name in step.facts if name not in left_out]


def _left_out(step: Step, answers: Answers, today: date) -> set[str]:
    result = _assumed(answers, today)
    here = {s.id for s in loaded_pack().steps if result.concerns(s.id) is Truth.YES}
    return {
        name
        for name in step.shows
        if not any(name in each.whole and each.id in here for each in loaded_pack().steps)
    }


def _shown(step: Step, name: str) -> Fact:
    fact = loaded_pack().facts[name]
    return fact.narrowed(step.shows[name]) if name in step.shows else fact


def read_all(
    facts: list[Fact], sent: QueryDict, answers: Answers | None = None
) -> dict[str, FieldReading]:
    """What a form sent about these facts, by id; ``answers`` hold the ticks a page did not show."""
    return {fact.id: _kept(fact, read(fact, sent), answers or {}) for fact in facts}


def _kept(fact: Fact, reading: FieldReading, answers: Answers) -> FieldReading:
    """The reading, with the ticks that were made elsewhere among options not shown here."""
    if reading.error or not fact.partial:
        return reading
    before, now = answers.get(fact.id), reading.value or ()
    ticks = before["only"] if isinstance(before, Mapping) else before or ()
    elsewhere = [] if before == UNKNOWN else [name for name in ticks if not fact.option(name)]
    whole = loaded_pack().facts[fact.id].options
    there = [option.id for option in whole if option.id in (*now, *elsewhere)]
    if isinstance(before, Mapping):
        return FieldReading({"only": there})
    return FieldReading(there or (UNKNOWN if before == UNKNOWN else None))


def with_readings(answers: Answers, readings: Mapping[str, FieldReading]) -> dict[str, Any]:
    """The answers with what was just said; what was emptied is gone."""
    said = {name: reading.value for name, reading in readings.items() if not reading.error}
    return {name: value for name, value in {**answers, **said}.items() if value is not None}


def without_hidden(answers: Answers, before: Answers, today: date) -> dict[str, Any]:
    """The answers less those only asked on steps that applied ``before`` and no longer do.

    What was asked about by itself, through a link, stays: it is seen and changed under the answer.

    Raises:
        InputError: answers that contradict each other.
    """
    kept, applied = dict(answers), _asked_by(relevant(before, today))
    while True:
        hidden = applied - _asked_by(relevant(kept, today))
        if not hidden & kept.keys():
            return kept
        kept = {name: value for name, value in kept.items() if name not in hidden}


def _asked_by(steps: Iterable[Step]) -> set[str]:
    return {fact for step in steps for fact in step.whole}


def contradicted(
    readings: Mapping[str, FieldReading], error: InputError
) -> dict[str, FieldReading]:
    """The readings with the kernel's objection put where the visitor can mend it."""
    fact = loaded_pack().facts.get(error.field)
    place = error.field if error.field in readings else next(iter(readings))
    message = _("This does not fit what you have answered about “%(label)s”. Change one of them.")
    label = localized(fact.label, get_language() or "") if fact else error.field
    text = birth_words(error) if isinstance(error, BirthError) else message % {"label": label}
    reading = readings[place]
    return {**readings, place: FieldReading(reading.value, text, reading.typed)}
