# SPDX-License-Identifier: EUPL-1.2
"""A person's sheets as pages show them: what is answered, in words, and what was said before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import inf
from typing import Any
from uuid import UUID

from samvern.cases.domain.facts import Known, open_sheet
from samvern.cases.domain.naming import members_named
from samvern.cases.law import law
from samvern.cases.models import FactSheet, Person
from samvern.cases.rights import answers
from samvern.guide.shelf import shelf
from samvern.guide.wording import said
from samvern.identity.domain.sealing import unseal
from samvern.law.labels import known as in_words
from samvern.law.model import Fact, Step
from samvern.law.situation import read_situation
from samvern.law.words import show_span


@dataclass(frozen=True)
class Answered:
    """One question and what is known about it."""

    fact: str
    label: str
    value: str


@dataclass(frozen=True)
class Group:
    """A page of questions and those of them that are answered."""

    step: Step
    title: str
    answered: tuple[Answered, ...]
    is_asked: bool
    """Whether it concerns this person, as far as is known."""


@dataclass(frozen=True)
class Past:
    """An earlier sheet."""

    id: UUID
    known_on: date
    at: datetime
    who: str
    note: str
    count: int


def groups(known: Known, asked: Sequence[str], lang: str) -> list[Group]:
    """Every page of questions with its answers; ``asked`` are the ids of those that concern her."""
    found = told(known.answers, lang)
    return [
        Group(
            step,
            said(step.title, lang),
            tuple(found[name] for name in step.whole if name in found),
            step.id in asked,
        )
        for step in shelf().steps
        if step.whole
    ]


def told(content: Mapping[str, Any], lang: str) -> dict[str, Answered]:
    """Each answer in words, by its fact."""
    facts, event = answers.known(content)
    book = law().book
    kept = {name: value for name, value in facts.items() if name in book.facts}
    situation = read_situation(book, kept)
    found = {
        name: Answered(name, said(book.facts[name].label, lang), _words(name, situation, lang))
        for name in kept
    }
    if event is not None:
        found[answers.EVENT] = Answered(
            answers.EVENT, said(shelf().facts[answers.EVENT].label, lang), _day(event, lang)
        )
    return found


def step_of(fact: str) -> str:
    """The page of questions a fact is asked on; empty for one that is not asked."""
    name = fact.partition(".")[0]
    return next((step.id for step in shelf().steps if name in step.whole), "")


def questions(step: Step) -> list[Fact]:
    """The questions of a page."""
    return [shelf().facts[name] for name in step.whole]


def past_sheets(person: Person) -> list[Past]:
    """Every sheet of a person, the newest first."""
    rows = list(FactSheet.objects.filter(person=person).order_by("-created_at"))
    names = members_named(row.created_by_id for row in rows)
    return [
        Past(
            row.pk,
            row.known_on,
            row.created_at,
            names.get(row.created_by_id, ""),
            unseal(person.pk, "factsheet.note", row.pk, row.note_sealed),
            len(open_sheet(row).answers),
        )
        for row in rows
    ]


def _words(name: str, situation: Any, lang: str) -> str:
    book, fact = law().book, law().book.facts[name]
    names = [f"{name}.{option.id}" for option in fact.options] if fact.type == "set" else [name]
    rows = in_words(book, situation, names, lang)
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
