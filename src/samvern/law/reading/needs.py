# SPDX-License-Identifier: EUPL-1.2
"""Reading the table of needs. Every part must be there: one forgotten fails silently later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from samvern.law.model import CONFIDENCES, LocalizedText
from samvern.law.needs import ANSWERS, ANYONE, CONSENT_ONLY, FIELDS, PURPOSES, Addition, Need
from samvern.law.reading.reader import Reader

_REASON = "{nb: …, nn: …, en: …}"
_PARTS = {
    "topics": f"name the topics of the rights that answer it, or write {CONSENT_ONLY}",
    "purpose": f"say what it is for: {', '.join(PURPOSES)}",
    "fields": f"write each field that may go along, with the reason: called: {_REASON}",
    "answers": f"say how soon an answer can be asked for: {', '.join(ANSWERS)}",
    "offered_by": f"name the kinds of organisation that may offer it, or write {ANYONE}",
    "in_force": "say since when: {from: 2018-07-20}",
    "sources": "name the provision this rests on: [{law: …, at: …}]",
    "confidence": f"say how sure it is: {', '.join(CONFIDENCES)}",
}
"""What is written where a part is missing."""


def read_need(reader: Reader) -> Need:
    """One row of the table of needs."""
    id = reader.id()
    reader.label = f"needs.{id}" if id else reader.label
    for part, do in _PARTS.items():
        if reader.data.get(part) in (None, [], {}):
            reader.wrong(part, f"is missing; {do}")
    start, end = _in_force(reader)
    need = Need(
        id=id,
        name=reader.text("name"),
        topics=_words_or(reader, "topics", CONSENT_ONLY),
        purpose=reader.word("purpose", PURPOSES),
        fields=_fields(reader),
        also=tuple(_addition(item) for item in reader.children("also")),
        answers=reader.words("answers", ANSWERS),
        offered_by=_words_or(reader, "offered_by", ANYONE),
        start=start,
        end=end,
        sources=reader.sources(),
        confidence=reader.confidence(),
    )
    reader.finish()
    return need


def _words_or(reader: Reader, key: str, none: str) -> tuple[str, ...]:
    """A list of words, or the one word that says there are none."""
    if reader.raw(key) == none:
        return ()
    words = reader.words(key)
    if none in words:
        reader.wrong(key, f"{none} stands alone: {key}: {none}")
    return words


def _fields(reader: Reader) -> Mapping[str, LocalizedText]:
    """Fields by name, each with the reason why the receiver needs it."""
    if "fields" not in reader:
        reader.raw("fields")
        return {}
    child = reader.child("fields")
    for name in child.data:
        if name not in FIELDS:
            child.wrong(name, f"is not a field of a referral; they are {', '.join(FIELDS)}")
        elif child.data[name] is None:
            child.wrong(name, f"has no reason; write why the receiver needs it: {_REASON}")
    return {name: child.text(name) for name in child.data if child.data[name] is not None}


def _addition(reader: Reader) -> Addition:
    addition = Addition(reader.words("kinds"), _fields(reader))
    if not addition.kinds or not addition.fields:
        reader.wrong("", "needs both: kinds: [police] and fields: {name: " + _REASON + "}")
    reader.finish()
    return addition


def _in_force(reader: Reader) -> tuple[date, date | None]:
    if "in_force" not in reader:
        reader.raw("in_force")
        return date.min, None
    child = reader.child("in_force")
    start, end = child.day("from", required=True), child.day("until")
    child.finish()
    if start and end and end <= start:
        reader.wrong("in_force", f"ends {end} before it starts {start}")
    return start or date.min, end
