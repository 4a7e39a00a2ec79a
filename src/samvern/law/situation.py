# SPDX-License-Identifier: EUPL-1.2
"""What is known about one person, read from plain JSON-like values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from math import inf, isfinite
from typing import Any

from samvern.law.errors import InputError
from samvern.law.model import Fact, RuleSet

_ANSWERS = {"yes": (1, 0), "true": (1, 0), "no": (0, 1), "false": (0, 1)}
UNKNOWN = (None, "unknown", "")
FIRST_DAY, LAST_DAY = date(1800, 1, 1), date(2299, 12, 31)
"""No day that matters to a person lies outside these; durations counted from them still fit."""
Span = tuple[float, float]


@dataclass(slots=True)
class Situation:
    """Facts as the evaluator wants them; what is in none of the dicts is unknown.

    ``bits``: certain and ruled-out options of yes/no facts and sets. ``masks``: options a choice
    may still be. ``spans``: lowest and highest a number or date (as ordinal) may be. ``given``:
    the facts as they came, in canonical form, for the record.
    """

    bits: dict[str, tuple[int, int]] = field(default_factory=dict)
    masks: dict[str, int] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    given: dict[str, Any] = field(default_factory=dict)


def read_situation(ruleset: RuleSet, facts: Mapping[str, Any]) -> Situation:
    """The situation that ``facts`` describe.

    Raises InputError naming fact, value, rule and remedy.
    """
    if not isinstance(facts, Mapping):
        raise InputError("facts", facts, "must be an object of fact names and values")
    situation = Situation()
    for id, value in facts.items():
        fact = ruleset.facts.get(id) if isinstance(id, str) else None
        if fact is None:
            raise InputError(
                str(id)[:60],
                value,
                "is not a fact of this pack",
                f"see the schema{_near(ruleset, id)}",
            )
        if isinstance(value, (list, dict)) or value not in UNKNOWN:
            _READ[fact.type](situation, fact, value)
            situation.given[id] = canonical(value)
    return situation


def canonical(value: Any) -> Any:
    """A value as JSON carries it: dates as text, the rest as it stands."""
    if isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): canonical(item) for key, item in sorted(value.items())}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [canonical(item) for item in value]
    return value


def read_day(field: str, value: Any) -> date:
    """A date or its ISO text, within the days that matter. Raises InputError."""
    is_day = isinstance(value, date) and not isinstance(value, datetime)
    day = value if is_day else _from_text(field, value)
    if not FIRST_DAY <= day <= LAST_DAY:
        rule = f"must be from {FIRST_DAY} to {LAST_DAY}"
        raise InputError(field, canonical(value), rule, "check the year")
    return day


def read_span(field: str, value: Any) -> Span:
    """A day or ``{min, max}`` as ordinals. Raises InputError."""
    low, high = _ends(field, value)
    span = (
        -inf if low is None else float(read_day(field, low).toordinal()),
        inf if high is None else float(read_day(field, high).toordinal()),
    )
    return _ordered(field, value, span)


def _from_text(field: str, value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        rule = "is not a day that exists"
        raise InputError(field, value, rule, "write it as 2026-09-15") from None


def _read_yes_no(situation: Situation, fact: Fact, value: Any) -> None:
    if value is True or value is False:
        situation.bits[fact.id] = (1, 0) if value else (0, 1)
    elif isinstance(value, str) and value.lower() in _ANSWERS:
        situation.bits[fact.id] = _ANSWERS[value.lower()]
    else:
        raise InputError(fact.id, value, "is a yes or no question", "write true, false or unknown")


def _read_choice(situation: Situation, fact: Fact, value: Any) -> None:
    if isinstance(value, str) and value in fact.places:
        situation.masks[fact.id] = 1 << fact.places[value]
        return
    everything = (1 << len(fact.options)) - 1
    if not isinstance(value, Mapping):
        situation.masks[fact.id] = _mask(fact, [value])
        return
    _only_keys(fact, value, ("one_of", "not"))
    mask = _mask(fact, value["one_of"]) if "one_of" in value else everything
    mask &= ~_mask(fact, value.get("not", []))
    if not mask:
        raise InputError(fact.id, value, "leaves no option", "leave at least one open")
    situation.masks[fact.id] = mask


def _read_set(situation: Situation, fact: Fact, value: Any) -> None:
    if not isinstance(value, Mapping):
        situation.bits[fact.id] = (_mask(fact, value), 0)
        return
    _only_keys(fact, value, ("has", "not", "only"))
    if "only" in value:
        has = _mask(fact, value["only"])
        situation.bits[fact.id] = (has, (1 << len(fact.options)) - 1 & ~has)
        return
    has, lacks = _mask(fact, value.get("has", [])), _mask(fact, value.get("not", []))
    if has & lacks:
        raise InputError(fact.id, value, "both has and lacks the same option", "choose one")
    situation.bits[fact.id] = (has, lacks)


def _read_number(situation: Situation, fact: Fact, value: Any) -> None:
    if isinstance(value, float) and fact.min <= value <= fact.max and isfinite(value):
        situation.spans[fact.id] = (value, value)
        return
    low, high = _ends(fact.id, value)
    span = (_number(fact, low, -inf), _number(fact, high, inf))
    situation.spans[fact.id] = _ordered(fact.id, value, span)


def _read_date(situation: Situation, fact: Fact, value: Any) -> None:
    situation.spans[fact.id] = read_span(fact.id, value)


_READ = {
    "yes_no": _read_yes_no,
    "choice": _read_choice,
    "set": _read_set,
    "number": _read_number,
    "date": _read_date,
}


def _mask(fact: Fact, options: Any) -> int:
    if isinstance(options, str) or not isinstance(options, Sequence):
        raise InputError(fact.id, options, "must be a list of options", "write [a, b]")
    known, mask = fact.places, 0
    for option in options:
        place = known.get(option) if isinstance(option, str) else None
        if place is None:
            raise InputError(
                fact.id, option, "is not one of its options", f"use {', '.join(known)}"
            )
        mask |= 1 << place
    return mask


def _ends(field: str, value: Any) -> tuple[Any, Any]:
    if not isinstance(value, dict):
        return value, value
    if not value or set(value) - {"min", "max"}:
        raise InputError(field, value, "is neither a value nor {min, max}", "give min, max or both")
    return value.get("min"), value.get("max")


def _number(fact: Fact, value: Any, missing: float) -> float:
    if value is None:
        return missing
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not isfinite(value):
        raise InputError(fact.id, value, "is not a number", f"give {fact.unit or 'a number'}")
    if not fact.min <= value <= fact.max:
        raise InputError(fact.id, value, f"must be from {fact.min:g} to {fact.max:g}")
    return float(value)


def _ordered(field: str, value: Any, span: Span) -> Span:
    if span[0] > span[1]:
        raise InputError(field, value, "has a min above its max", "swap them")
    return span


def _only_keys(fact: Fact, value: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    if not value or set(value) - set(keys):
        raise InputError(fact.id, value, f"may hold only {', '.join(keys)}")


def _near(ruleset: RuleSet, id: object) -> str:
    close = get_close_matches(str(id), ruleset.facts, n=1)
    return f"; did you mean {close[0]}?" if close else ""
