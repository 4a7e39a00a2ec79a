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
BRIEF_FIELDS = ("strength", "to", "consent", "severity", "level")


def read_include(value: str | Iterable[str]) -> tuple[str, ...]:
    """The parts asked for, in their order, from ``texts,changes`` or a list. Raises InputError."""
    listed = value.split(",") if isinstance(value, str) else list(value)
    asked = {str(part).strip() for part in listed} - {""}
    if strange := sorted(asked - set(PARTS)):
        raise InputError("include", strange[0], "is no part of a result", "use texts, changes")
    return tuple(part for part in PARTS if part in asked)


def brief_entry(result: Result, rule: Rule, most: int) -> dict[str, Any]:
    """Id and value; what settled it, or the facts it waits for; how sure the rule is.

    A ``no`` says no more than why. What rests on nothing that was told is made once a day.
    """
    kept = result.short_reasons.general(rule.id)
    if kept is None:
        return _brief(result, rule, most)
    key = ("brief", rule.id, str(most))
    if key not in kept:
        kept[key] = _brief(result, rule, most)
    return dict(kept[key])


def _brief(result: Result, rule: Rule, most: int) -> dict[str, Any]:
    value = result.value(rule.id)
    found: dict[str, Any] = {
        "id": rule.id,
        "value": value.value,
        **why_or_missing(result, rule.id, most),
    }
    if value is Truth.NO:
        return found
    found["confidence"] = result.version(rule).confidence
    for key in BRIEF_FIELDS:
        if key in rule.extra:
            found[key] = _listed(rule.extra[key])
    return found


def why_or_missing(result: Result, id: str, most: int) -> dict[str, Any]:
    """``why`` of what is settled, ``missing`` of what is open: the first ``most`` facts, or all.

    ``more`` tells how many others there are.
    """
    open_ = result.value(id) is Truth.UNKNOWN
    if not most:
        return {"missing": _heads(result.missing(id))} if open_ else {"why": result.why(id)}
    names, more = result.short_reasons.of(id, most)
    found: dict[str, Any] = {"missing" if open_ else "why": list(names)}
    return {**found, "more": more} if more else found


def _heads(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name.partition(".")[0] for name in names))


def without_words(clock: dict[str, Any]) -> dict[str, Any]:
    """A clock's days and state, without its words and what it leaves empty."""
    return {key: told for key, told in clock.items() if key not in _CLOCK_WORDS and told != []}


def brief_questions(result: Result) -> list[dict[str, Any]]:
    """Open questions, the most telling first, without their words."""
    return [{"fact": fact, "settles": settles} for fact, settles in result.next_questions]


def _listed(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
