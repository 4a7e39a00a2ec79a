# SPDX-License-Identifier: EUPL-1.2
"""One person or many as JSON, answered as JSON; what cannot be read is told row by row."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from samvern.guide.answer_json import answer_as_json, receivers_as_json
from samvern.guide.loaded_pack import loaded_pack
from samvern.law import InputError, Result, Truth
from samvern.law.brief_result import TEXTS, read_include
from samvern.law.short_reasons import MOST_FACTS
from samvern.law.time_limits import time_limits

MOST_PEOPLE = 10
"""Each is an evaluation of the whole pack. For more there is ``samvern assess``."""
MOST_EXPLAINED = 3
"""Of more people than this only conclusions are told."""
MOST_QUESTIONS = 5
PAGE = "page"
KINDS = {
    "offences": "offence",
    "indicators": "indicator",
    "dimensions": "dimension",
    "rights": "right",
    "duties": "duty",
    "sharing": "sharing",
    "referrals": "referral",
    "clocks": "clock",
    "alerts": "alert",
}


@dataclass(frozen=True, slots=True)
class AssessRequest:
    """Records to answer; ``single`` when one was sent by itself."""

    records: list[Any]
    single: bool


class InvalidRequest(Exception):
    """What was sent cannot be answered at all: what, where, which value, which rule, what to do."""

    def __init__(self, what: str, field: str, value: object, rule: str, do: str) -> None:
        super().__init__(what)
        self.what, self.field, self.value, self.rule, self.do = what, field, value, rule, do

    def as_dict(self) -> dict[str, str]:
        """The error as the API tells it."""
        shown = self.value if isinstance(self.value, str) else repr(self.value)
        shown = shown if len(shown) <= 60 else shown[:59] + "…"
        return {
            "what": self.what,
            "field": self.field,
            "value": shown,
            "rule": self.rule,
            "next": self.do,
        }


def read_body(body: bytes) -> AssessRequest:
    """The people in a request's body.

    Raises:
        InvalidRequest: not JSON in UTF-8, neither a person nor people, or too many.
    """
    found = _json(body)
    if isinstance(found, Mapping) and "people" in found:
        return _people(found)
    if isinstance(found, list):
        return _people({"people": found})
    if isinstance(found, Mapping):
        return AssessRequest([found], single=True)
    rule = "must be a person with facts, or an object with people"
    raise InvalidRequest("this is no person", "body", found, rule, 'send {"facts": {…}}')


def read_parts(include: str) -> tuple[str, ...]:
    """The parts of an answer that are asked for. Raises InvalidRequest."""
    parts = [part.strip() for part in include.split(",")]
    try:
        return (*read_include([p for p in parts if p != PAGE]), *(PAGE,) * (PAGE in parts))
    except InputError as error:
        raise InvalidRequest(
            "a parameter cannot be read", error.field, error.value, error.rule, error.do
        ) from None


def answer(
    asked: AssessRequest, language: str, today: date, include: tuple[str, ...] = ()
) -> dict[str, Any]:
    """The result of one person, or the results of many with what could not be read.

    Raises:
        InvalidRequest: the one person asked about could not be read.
    """
    if asked.single:
        try:
            result = loaded_pack().pack.assess_record(asked.records[0], asked_on=today, today=today)
            return _whole(result, language, include)
        except InputError as error:
            do = error.do or "correct the value, or leave the fact out if it is not known"
            raise InvalidRequest(
                "a value cannot be read", error.field, error.value, error.rule, do
            ) from None
    if include:
        rule, do = "parts are told of one person at a time", "send one person, or leave include out"
        raise InvalidRequest("too much at once", "include", ",".join(include), rule, do)
    people: list[dict[str, Any]] = []
    short = len(asked.records) > MOST_EXPLAINED
    unread: list[dict[str, Any]] = []
    for row, record in enumerate(asked.records, start=1):
        try:
            result = loaded_pack().pack.assess_record(record, asked_on=today, today=today)
        except InputError as error:
            unread.append({"row": row, "field": error.field, "reason": error.reason})
        else:
            found = brief(result) if short else _whole(result, language)
            people.append({"id": str(record.get("id", row)), **found})
    return {"people": people, "unread": unread}


def _whole(result: Result, language: str, include: tuple[str, ...] = ()) -> dict[str, Any]:
    """The kernel's answer, what may be told to whom, and the page's arrangement when asked for."""
    found = result.as_dict(language, [part for part in include if part != PAGE], MOST_FACTS)
    found["sharing_by_receiver"] = receivers_as_json(result, language, TEXTS in include)
    return found | ({PAGE: answer_as_json(result, language)} if PAGE in include else {})


def brief(result: Result) -> dict[str, Any]:
    """A result without texts and reasons: the conclusions that are, or may be, a yes."""
    found: dict[str, Any] = {name: [] for name in KINDS}
    for name, kind in KINDS.items():
        for rule in result.pack.rules_by_kind.get(kind, ()):
            if (value := result.value(rule.id)) is not Truth.NO:
                found[name].append({"id": rule.id, "value": value.value})
    found["clocks"] = _clocks(result)
    elements = {id: {"value": value.value} for id, value in result.elements.items()}
    questions = [{"fact": fact} for fact, _ in result.next_questions[:MOST_QUESTIONS]]
    return {
        "level": result.level,
        "elements": elements,
        **found,
        "next_questions": questions,
        "pack": result.pack.stamp(result.dates),
    }


def _clocks(result: Result) -> list[dict[str, Any]]:
    """The clocks that must be seen, each with the earliest day it can end on."""
    return [
        {
            "id": limit.rule.id,
            "value": limit.value.value,
            "state": limit.times.state,
            "earliest_end": limit.end_on.isoformat() if limit.end_on else None,
        }
        for limit in time_limits(result)
    ]


def _people(found: Mapping[str, Any]) -> AssessRequest:
    people = found["people"]
    if strange := [str(key) for key in found if key != "people"]:
        rule = "beside people nothing else is read"
        raise InvalidRequest("a field is not known", min(strange), "", rule, "leave it out")
    if not isinstance(people, list):
        rule = "must be a list of people"
        raise InvalidRequest(
            "people is no list", "people", people, rule, 'send {"people": [{"facts": {…}}]}'
        )
    if len(people) > MOST_PEOPLE:
        rule = f"at most {MOST_PEOPLE} people in a request"
        do = "send them in parts, or answer a file with: samvern assess"
        raise InvalidRequest("too many people", "people", str(len(people)), rule, do)
    return AssessRequest(people, single=False)


def _json(body: bytes) -> Any:
    try:
        return json.loads(body.decode("utf-8"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        value = f"byte 0x{body[error.start]:02x} at {error.start}"
        raise InvalidRequest(
            "not UTF-8", "body", value, "JSON is UTF-8", "encode the body as UTF-8"
        ) from None
    except RecursionError:
        rule = "facts are never nested deep"
        raise InvalidRequest("nested too deep", "body", "", rule, "send plain facts") from None
    except ValueError as error:
        value = f"line {getattr(error, 'lineno', 1)}, column {getattr(error, 'colno', 1)}"
        rule = str(getattr(error, "msg", error))
        raise InvalidRequest("not JSON", "body", value, rule, "send a JSON object") from None


def _refuse_constant(text: str) -> Any:
    raise ValueError(f"{text} is not a JSON number")
