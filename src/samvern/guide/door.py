# SPDX-License-Identifier: EUPL-1.2
"""What the person's own page holds: her rights in the plainest words."""

from __future__ import annotations

from datetime import date
from typing import Any

from samvern.guide.conclusions import Conclusion, of_kind
from samvern.guide.controls import control
from samvern.guide.shelf import known_facts, shelf
from samvern.guide.values import Answers
from samvern.law import Result, Truth
from samvern.law.model import Fact

QUESTIONS = ("age_group", "residence")
TAKEN_AS_GIVEN = {"already_presumed": True, "accepts_help": True, "profession": "self"}
"""On this page rights are told as to somebody presumed to be a victim;
nobody has to prove it here.
"""


def facts() -> list[Fact]:
    """The few facts asked about, those of them the pack has."""
    return [shelf().facts[name] for name in QUESTIONS if name in shelf().facts]


def page(answers: Answers, language: str, today: date) -> dict[str, Any]:
    """Questions with the answers so far, and the rights that hold or may hold."""
    asked = {fact.id: answers[fact.id] for fact in facts() if fact.id in answers}
    given = {name: value for name, value in TAKEN_AS_GIVEN.items() if name in shelf().facts}
    result = shelf().assess({**given, **asked}, today)
    return {
        "controls": [control(fact, answers.get(fact.id), language) for fact in facts()],
        "rights": _plain(result, language, Truth.YES),
        "maybe": _plain(result, language, Truth.UNKNOWN),
        "answered": bool(known_facts(asked)),
    }


def _plain(result: Result, language: str, truth: Truth) -> list[Conclusion]:
    return [right for right in of_kind(result, "right", language, truth) if right.plain]
