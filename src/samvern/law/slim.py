# SPDX-License-Identifier: EUPL-1.2
"""What is said of a conclusion when nobody asked for its texts: the value and what it turns on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from samvern.law.errors import InputError
from samvern.law.model import Rule
from samvern.law.result import Result
from samvern.law.truth import Truth

TEXTS, CHANGES = "texts", "changes"
PARTS = (TEXTS, CHANGES)
"""What a result holds only when asked for: names, texts and provisions; and what would turn it."""
_CLOCK_WORDS = ("headline", "advice", "group")
OWN = ("strength", "to", "consent", "severity", "level")


def read_include(value: str | Iterable[str]) -> tuple[str, ...]:
    """The parts asked for, in their order, from ``texts,changes`` or a list. Raises InputError."""
    listed = value.split(",") if isinstance(value, str) else list(value)
    asked = {str(part).strip() for part in listed} - {""}
    if strange := sorted(asked - set(PARTS)):
        raise InputError("include", strange[0], "is no part of a result", "use texts, changes")
    return tuple(part for part in PARTS if part in asked)


def brief_entry(result: Result, rule: Rule) -> dict[str, Any]:
    """Id and value; what settled it, or the facts it waits for; how sure the rule is.

    Of a set only its name is given as missing, as one question asks for all its options. A ``no``
    says no more than why.
    """
    value = result.value(rule.id)
    found: dict[str, Any] = {"id": rule.id, "value": value.value, **grounds(result, rule.id)}
    if value is Truth.NO:
        return found
    found["confidence"] = result.version(rule).confidence
    return found | {key: _listed(rule.extra[key]) for key in OWN if key in rule.extra}


def grounds(result: Result, id: str) -> dict[str, Any]:
    """``why`` of what is settled, ``missing`` of what is open."""
    if result.value(id) is not Truth.UNKNOWN:
        return {"why": result.why(id)}
    return {"missing": list(dict.fromkeys(name.partition(".")[0] for name in result.missing(id)))}


def without_words(clock: dict[str, Any]) -> dict[str, Any]:
    """A clock's days and state, without its words and what it leaves empty."""
    return {key: told for key, told in clock.items() if key not in _CLOCK_WORDS and told != []}


def brief_questions(result: Result) -> list[dict[str, Any]]:
    """Open questions, the most telling first, without their words."""
    return [{"fact": fact, "settles": settles} for fact, settles in result.next_questions]


def _listed(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
