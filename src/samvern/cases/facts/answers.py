# SPDX-License-Identifier: EUPL-1.2
"""Answers as text that can be sealed, and back.

The text is JSON with one key a fact, as packs write values (docs/pack-format.md); ``event_on`` is
the day it happened, ``"unknown"`` an answer of "don't know".
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from samvern.law.model import Fact, RuleSet
from samvern.law.situation import UNKNOWN, canonical

EVENT = "event_on"
YES_NO = {"yes": True, "true": True, "no": False, "false": False}

Answers = Mapping[str, Any]


def write_answers(answers: Answers) -> str:
    """Answers as text, the same for the same answers."""
    return json.dumps(canonical(answers), ensure_ascii=False, sort_keys=True)


def read_answers(text: str, ruleset: RuleSet) -> dict[str, Any]:
    """The answers that were written; empty for an empty text.

    What the pack does not know is kept as it stands: another version of it did.
    """
    found: dict[str, Any] = json.loads(text) if text else {}
    return {name: _value(ruleset.facts.get(name), name, value) for name, value in found.items()}


def facts_from_answers(answers: Answers) -> tuple[dict[str, Any], Any]:
    """The facts for the law, don't-knows left out, and the day of the event apart from them."""
    facts = {
        name: value
        for name, value in answers.items()
        if isinstance(value, (list, dict)) or value not in UNKNOWN
    }
    event = facts.pop(EVENT, None)
    return facts, event


def _value(fact: Fact | None, name: str, value: Any) -> Any:
    if name == EVENT or (fact and fact.type == "date"):
        return _dated(value)
    if fact and fact.type == "yes_no" and isinstance(value, str):
        return YES_NO.get(value.lower(), value)
    return value


def _dated(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _dated(day) for key, day in value.items()}
    if isinstance(value, str) and value not in UNKNOWN:
        return date.fromisoformat(value)
    return value
