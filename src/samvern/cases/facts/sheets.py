# SPDX-License-Identifier: EUPL-1.2
"""A person's sheets as pages show them: what is answered, in words, and what was said before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import inf
from typing import Any
from uuid import UUID

from samvern.cases.core.models import Person
from samvern.cases.core.pack import current_pack
from samvern.cases.core.selectors import member_names
from samvern.cases.facts import answers
from samvern.cases.facts.domain import KnownFacts, open_sheet
from samvern.cases.facts.models import FactSheet
from samvern.guide.loaded_pack import loaded_pack
from samvern.identity.sealing import open_field
from samvern.law.fact_labels import known_in_words
from samvern.law.localization import localized, show_span
from samvern.law.model import Fact, Step
from samvern.law.situation import read_situation


@dataclass(frozen=True)
class SheetAnswer:
    """One question and what is known about it."""

    fact: str
    label: str
    value: str


@dataclass(frozen=True)
class QuestionGroup:
    """A page of questions and those of them that are answered."""

    step: Step
    title: str
    answered: tuple[SheetAnswer, ...]
    is_asked: bool
    """Whether it concerns this person, as far as is known."""


@dataclass(frozen=True)
class EarlierSheet:
    """An earlier sheet."""

    id: UUID
    known_on: date
    at: datetime
    who: str
    note: str
    count: int


def list_question_groups(known: KnownFacts, asked: Sequence[str], lang: str) -> list[QuestionGroup]:
    """Every page of questions with its answers; ``asked`` are the ids of those that concern her."""
    found = describe_answers(known.answers, lang)
    return [
        QuestionGroup(
            step,
            localized(step.title, lang),
            tuple(found[name] for name in step.whole if name in found),
            step.id in asked,
        )
        for step in loaded_pack().steps
        if step.whole
    ]


def describe_answers(content: Mapping[str, Any], lang: str) -> dict[str, SheetAnswer]:
    """Each answer in words, by its fact."""
    facts, event = answers.facts_from_answers(content)
    ruleset = current_pack().ruleset
    kept = {name: value for name, value in facts.items() if name in ruleset.facts}
    situation = read_situation(ruleset, kept)
    found = {
        name: SheetAnswer(
            name, localized(ruleset.facts[name].label, lang), _words(name, situation, lang)
        )
        for name in kept
    }
    if event is not None:
        found[answers.EVENT] = SheetAnswer(
            answers.EVENT,
            localized(loaded_pack().facts[answers.EVENT].label, lang),
            _day(event, lang),
        )
    return found


def question_step(fact: str) -> str:
    """The page of questions a fact is asked on; empty for one that is not asked."""
    name = fact.partition(".")[0]
    return next((step.id for step in loaded_pack().steps if name in step.whole), "")


def list_questions(step: Step) -> list[Fact]:
    """The questions of a page."""
    return [loaded_pack().facts[name] for name in step.whole]


def list_earlier_sheets(person: Person) -> list[EarlierSheet]:
    """Every sheet of a person, the newest first."""
    rows = list(FactSheet.objects.filter(person=person).order_by("-created_at"))
    names = member_names(row.created_by_id for row in rows)
    return [
        EarlierSheet(
            row.pk,
            row.known_on,
            row.created_at,
            names.get(row.created_by_id, ""),
            open_field(row, "note"),
            len(open_sheet(row).answers),
        )
        for row in rows
    ]


def _words(name: str, situation: Any, lang: str) -> str:
    ruleset, fact = current_pack().ruleset, current_pack().ruleset.facts[name]
    names = [f"{name}.{option.id}" for option in fact.options] if fact.type == "set" else [name]
    rows = known_in_words(ruleset, situation, names, lang)
    if fact.type != "set":
        return rows[0]["value"]
    has, lacks = situation.bits.get(name, (0, 0))
    there = [row["value"] for place, row in enumerate(rows) if has >> place & 1]
    whole = (1 << len(rows)) - 1
    rest = [rows[place]["value"] for place in range(len(rows)) if lacks >> place & 1]
    return ", ".join(there if has | lacks == whole and there else [*there, *rest[:MOST_ABSENT]])


MOST_ABSENT = 3
"""Of what was looked for and not found, only the first few are said."""


def _day(value: Any, lang: str) -> str:
    if isinstance(value, date):
        value = {"min": value, "max": value}
    if not isinstance(value, Mapping):
        return str(value)
    low, high = value.get("min"), value.get("max")
    span = (low.toordinal() if low else -inf, high.toordinal() if high else inf)
    return show_span(span, "date", "", lang)
