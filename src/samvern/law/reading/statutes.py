# SPDX-License-Identifier: EUPL-1.2
"""Reading articles, instruments, changes of law, days off and retention."""

from __future__ import annotations

from datetime import date

from samvern.law.dates import Duration, Holidays
from samvern.law.model import (
    RETENTION_ENDS,
    RETENTION_STARTS,
    Article,
    Change,
    Instrument,
    Retention,
)
from samvern.law.reading.reader import Reader


def read_change(reader: Reader) -> Change:
    """A change of law; ``on: open`` while nobody knows the day."""
    on = reader.raw("on", required=True)
    if not isinstance(on, date) and on != "open":
        reader.wrong("on", f"must be a date or the word open, not {on!r}")
    change = Change(
        id=reader.id(),
        on=on if isinstance(on, date) else None,
        name=reader.text("name"),
        text=reader.text("text"),
        rules=reader.words("rules"),
        sources=reader.sources(),
        confidence=reader.confidence(),
    )
    reader.finish()
    return change


def read_article(reader: Reader) -> Article:
    """A duty of a convention."""
    article = Article(reader.id(), reader.text("name"), reader.text("text"))
    reader.finish()
    return article


def read_instrument(reader: Reader, id: str) -> Instrument:
    """A law and its public address."""
    instrument = Instrument(id, reader.text("name"), reader.word("url"))
    reader.finish()
    return instrument


def read_holidays(reader: Reader) -> Holidays:
    """Days off: ``fixed: ["05-17"]``, ``from_easter: [-3, -2, 0, 1, 39, 49, 50]``."""
    fixed = set()
    for text in reader.words("fixed"):
        month, _, day = text.partition("-")
        if month.isdigit() and day.isdigit():
            fixed.add((int(month), int(day)))
        else:
            reader.wrong("fixed", f"{text!r} must be month-day, such as 05-17")
    moving = {int(value) for value in reader.list("from_easter") if isinstance(value, int)}
    reader.finish()
    return Holidays(frozenset(fixed), frozenset(moving))


def read_retention(reader: Reader) -> Retention:
    """How long a type of case is kept."""
    written = reader.word("keep", required=True)
    keep = Duration.parse(written)
    if written and keep is None:
        reader.wrong("keep", f"{written!r} is not a duration such as 10 years")
    retention = Retention(
        id=reader.id(),
        name=reader.text("name"),
        text=reader.text("text"),
        cases=reader.words("cases"),
        starts=reader.word("starts", RETENTION_STARTS, required=True),
        keep=keep or Duration(0, 0, ""),
        then=reader.word("then", RETENTION_ENDS, required=True),
        sources=reader.sources(),
        confidence=reader.confidence(),
        order=int(reader.number("order", 100)),
    )
    if not retention.cases:
        reader.wrong("cases", "is missing; name the case types this holds for")
    if not retention.sources:
        reader.wrong("sources", "is missing; name the provision this rests on")
    reader.finish()
    return retention
