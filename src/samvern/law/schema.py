# SPDX-License-Identifier: EUPL-1.2
"""JSON Schema (2020-12) of what ``assess`` reads, made from the pack's facts."""

from __future__ import annotations

from typing import Any

from samvern.law.localization import localized
from samvern.law.model import Fact, RuleSet

_UNKNOWN = {"enum": ["unknown", None]}
_DAY = {"type": "string", "format": "date", "description": "2026-09-15"}


def input_schema(ruleset: RuleSet, lang: str = "en") -> dict[str, Any]:
    """The schema of one person, a list of people, or ``{"people": [...]}``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"People for the pack {ruleset.id} {ruleset.version}",
        "anyOf": [
            {"$ref": "#/$defs/person"},
            {"type": "array", "items": {"$ref": "#/$defs/person"}},
            {
                "type": "object",
                "properties": {"people": {"type": "array", "items": {"$ref": "#/$defs/person"}}},
                "required": ["people"],
                "additionalProperties": False,
            },
        ],
        "$defs": {"person": person_schema(ruleset, lang)},
    }


def person_schema(ruleset: RuleSet, lang: str = "en") -> dict[str, Any]:
    """The schema of one person."""
    facts = {fact.id: fact_schema(fact, lang) for fact in ruleset.facts.values()}
    return {
        "type": "object",
        "properties": {
            "id": {
                "type": ["string", "integer"],
                "description": "Your own reference; it comes back.",
            },
            "facts": {"type": "object", "properties": facts, "additionalProperties": False},
            "asked_on": _nullable(_DAY),
            "event_on": _nullable({"anyOf": [_DAY, _bounds(_DAY)]}),
            "known_on": _nullable(_DAY),
        },
        "required": ["facts"],
        "additionalProperties": False,
    }


def fact_schema(fact: Fact, lang: str) -> dict[str, Any]:
    """The schema of one fact's value, certain or partly known."""
    described = {
        "title": localized(fact.label, lang),
        "description": localized(fact.question, lang),
    }
    return described | {"anyOf": [*_FORMS[fact.type](fact), _UNKNOWN]}


def _yes_no(fact: Fact) -> list[dict[str, Any]]:
    return [{"type": "boolean"}, {"enum": ["yes", "no"]}]


def _choice(fact: Fact) -> list[dict[str, Any]]:
    options = {"enum": [option.id for option in fact.options]}
    several = {"type": "array", "items": options}
    return [options, _object({"one_of": several, "not": several})]


def _set(fact: Fact) -> list[dict[str, Any]]:
    several = {"type": "array", "items": {"enum": [option.id for option in fact.options]}}
    return [several, _object({"has": several, "not": several}), _object({"only": several})]


def _number(fact: Fact) -> list[dict[str, Any]]:
    number: dict[str, Any] = {"type": "number"}
    if abs(fact.min) != float("inf"):
        number["minimum"] = fact.min
    if abs(fact.max) != float("inf"):
        number["maximum"] = fact.max
    return [number, _bounds(number)]


def _date(fact: Fact) -> list[dict[str, Any]]:
    return [_DAY, _bounds(_DAY)]


_FORMS = {"yes_no": _yes_no, "choice": _choice, "set": _set, "number": _number, "date": _date}


def _bounds(end: dict[str, Any]) -> dict[str, Any]:
    return _object({"min": end, "max": end})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "minProperties": 1,
    }


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}
