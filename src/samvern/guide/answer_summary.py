# SPDX-License-Identifier: EUPL-1.2
"""What the visitor has answered, line by line, each with the way to change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samvern.guide.controls import unit
from samvern.guide.labels import day, span
from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.values import UNKNOWN, Answers
from samvern.law.localization import localized
from samvern.law.model import Fact


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """One answer: the fact, its name, and what was said, one entry for each tick."""

    fact: str
    label: str
    values: tuple[str, ...]


def answered_questions(answers: Answers, language: str) -> list[AnsweredQuestion]:
    """The answers in the order the guide asks, in the reader's language.

    Works nothing out from the law, so it costs next to nothing.
    """
    facts = loaded_pack().facts
    return [
        AnsweredQuestion(
            name,
            localized(facts[name].label, language),
            _values(facts[name], answers[name], language),
        )
        for name in _in_order()
        if name in answers
    ]


def _in_order() -> Iterator[str]:
    asked = dict.fromkeys(name for step in loaded_pack().steps for name in step.facts)
    yield from asked
    yield from (name for name in loaded_pack().facts if name not in asked)


def _values(fact: Fact, answer: Any, language: str) -> tuple[str, ...]:
    if answer == UNKNOWN:
        return (_("Don’t know"),)
    if fact.type == "yes_no":
        return (_("Yes") if answer else _("No"),)
    if fact.type == "set":
        return _ticks(fact, answer, language)
    if fact.type == "choice":
        option = fact.option(answer)
        return (localized(option.label, language) if option else answer,)
    return (_date(answer) if fact.type == "date" else _number(fact, answer),)


def _ticks(fact: Fact, answer: Any, language: str) -> tuple[str, ...]:
    there = answer["only"] if isinstance(answer, Mapping) else answer
    found = [localized(option.label, language) for option in fact.options if option.id in there]
    if isinstance(answer, Mapping):
        found.append(_("Nothing more") if found else _("None of these"))
    return tuple(found)


def _number(fact: Fact, answer: Any) -> str:
    shown = f"{answer['min']}–{answer['max']}" if isinstance(answer, Mapping) else str(answer)
    return f"{shown} {unit(fact)}".strip()


def _date(answer: Any) -> str:
    if isinstance(answer, date):
        return day(answer)
    return span((answer["min"].toordinal(), answer["max"].toordinal()))
