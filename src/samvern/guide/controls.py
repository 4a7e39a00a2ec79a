# SPDX-License-Identifier: EUPL-1.2
"""One fact as form controls: everything a template needs to show the question with its answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samvern.guide.questions import NOT_KNOWN, REST, FieldReading
from samvern.guide.values import UNKNOWN
from samvern.law.localization import localized
from samvern.law.model import Fact

MANY = 9
"""With more options than this a list is shown in columns where there is room."""

SHORT = 18
"""Labels of at most so many letters stand two beside each other, on a phone too."""


def control(
    fact: Fact, answer: Any, language: str, reading: FieldReading | None = None
) -> dict[str, Any]:
    """The question of ``fact`` for a template; ``reading`` is what was just sent and refused."""
    error = reading.error if reading else ""
    help_text = "" if fact.partial else localized(fact.help, language)
    shared = {
        "id": fact.id,
        "type": fact.type,
        "question": localized(fact.question, language),
        "help": help_text,
        "error": error,
        "described": " ".join(
            name
            for name, there in ((f"{fact.id}-help", help_text), (f"{fact.id}-error", error))
            if there
        ),
        "unknown": answer == UNKNOWN,
    }
    typed = reading.typed if reading else {}
    return shared | _PARTS[fact.type](fact, answer, language, typed)


def first_id(fact: Fact) -> str:
    """The element an error summary's link goes to."""
    return {"number": f"{fact.id}-text", "date": f"{fact.id}-day"}.get(fact.type, f"{fact.id}-1")


def _yes_no(fact: Fact, answer: Any, language: str, typed: Mapping[str, str]) -> dict[str, Any]:
    chosen = (
        {True: "yes", False: "no", UNKNOWN: NOT_KNOWN}.get(answer) if answer is not None else None
    )
    words = [("yes", _("Yes")), ("no", _("No")), (NOT_KNOWN, _("Don’t know"))]
    rows = [(word, label, word == chosen) for word, label in words]
    return {"options": _numbered(rows), "row": True}


def _choice(fact: Fact, answer: Any, language: str, typed: Mapping[str, str]) -> dict[str, Any]:
    rows = [(o.id, localized(o.label, language), o.id == answer) for o in fact.options]
    rows.append((NOT_KNOWN, _("Don’t know"), answer == UNKNOWN))
    short = max(len(label) for _, label, _ in rows) <= SHORT
    return {"options": _numbered(rows), "many": len(rows) > MANY, "short": short}


def _set(fact: Fact, answer: Any, language: str, typed: Mapping[str, str]) -> dict[str, Any]:
    rest = isinstance(answer, Mapping)
    there = answer["only"] if isinstance(answer, Mapping) else answer or ()
    there = () if there == UNKNOWN else there
    rows = [(o.id, localized(o.label, language), o.id in there) for o in fact.options]
    last = [
        (REST, _("Nothing more: I have looked for the rest, and it is not there"), rest),
        (NOT_KNOWN, _("Don’t know"), answer == UNKNOWN),
    ]
    options, many = _numbered(rows + last), len(rows) > MANY
    if fact.partial:  # whoever is shown a few of the options cannot say that there is no more
        return {"options": options[:-2], "many": many}
    return {"options": options[:-2], "last": options[-2:], "many": many}


def _number(fact: Fact, answer: Any, language: str, typed: Mapping[str, str]) -> dict[str, Any]:
    text = typed.get("text")
    if text is None:
        text = _span(answer, str)
    return {"text": text, "unit": unit(fact)}


def _date(fact: Fact, answer: Any, language: str, typed: Mapping[str, str]) -> dict[str, Any]:
    known = typed or day_parts(answer)
    labels = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
    return {
        "parts": [
            {
                "name": part,
                "label": label,
                "value": known.get(part, ""),
                "width": 4 if part == "year" else 2,
            }
            for part, label in labels.items()
        ]
    }


def day_parts(answer: Any) -> dict[str, str]:
    """A date, or a whole month or year, as the texts of three fields."""
    if isinstance(answer, date):
        return {"day": str(answer.day), "month": str(answer.month), "year": str(answer.year)}
    if not isinstance(answer, Mapping):
        return {}
    first, last = answer["min"], answer["max"]
    month = (
        {"month": str(first.month)} if (first.year, first.month) == (last.year, last.month) else {}
    )
    return {**month, "year": str(first.year)}


def unit(fact: Fact) -> str:
    """The unit in the reader's language, as packs name units in English."""
    return {"years": _("years"), "months": _("months"), "days": _("days"), "NOK": _("kroner")}.get(
        fact.unit, fact.unit
    )


def _span(answer: Any, shown: Any) -> str:
    if answer is None or answer == UNKNOWN:
        return ""
    return f"{answer['min']}–{answer['max']}" if isinstance(answer, Mapping) else shown(answer)


def _numbered(rows: list[tuple[str, str, bool]]) -> list[dict[str, Any]]:
    return [
        {"value": value, "label": label, "checked": checked, "number": number}
        for number, (value, label, checked) in enumerate(rows, start=1)
    ]


_PARTS = {"yes_no": _yes_no, "choice": _choice, "set": _set, "number": _number, "date": _date}
