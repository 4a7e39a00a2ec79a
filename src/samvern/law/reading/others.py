# SPDX-License-Identifier: EUPL-1.2
"""Reading actors, the calendar, the guide's steps, articles, instruments, matrix and cases."""

from __future__ import annotations

from datetime import date

from samvern.law.dates import Duration, Holidays
from samvern.law.model import (
    LISTED,
    RETENTION_ENDS,
    RETENTION_STARTS,
    Actor,
    Article,
    Case,
    Change,
    Column,
    Instrument,
    Receiver,
    Retention,
    Step,
)
from samvern.law.reading.reader import Reader

NEEDS = (
    "danger", "housing", "advice", "health", "legal", "work", "child", "return",
    "residence", "money", "compensation", "report",
)  # fmt: skip


def read_actor(reader: Reader) -> Actor:
    """Somebody who can be called."""
    actor = Actor(
        id=reader.id(),
        name=reader.text("name"),
        does=reader.text("does"),
        needs=reader.words("needs", NEEDS),
        adults=reader.flag("adults", True),
        children=reader.flag("children", False),
        sexes=reader.words("sexes", ("women", "men")) or ("women", "men"),
        counties=reader.words("counties") or ("national",),
        phone=reader.word("phone"),
        email=reader.word("email"),
        web=reader.word("web"),
        hours=reader.optional_text("hours"),
        basis=reader.sources("basis"),
        confidence=reader.confidence(),
        profession=reader.words("profession"),
        alarm=reader.optional_text("alarm"),
        listed=reader.word("listed", LISTED),
    )
    reader.finish()
    return actor


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


def read_step(reader: Reader) -> Step:
    """One page of the guide; what it asks in part (``shows``) is among its facts."""
    when, shows = reader.expression("when"), _shows(reader)
    reader.used.add("shows")
    step = Step(
        id=reader.id(),
        title=reader.text("title"),
        intro=reader.optional_text("intro"),
        facts=tuple(dict.fromkeys((*reader.words("facts"), *shows))),
        when=when[0] if when else None,
        first=reader.flag("first", False),
        shows=shows,
    )
    reader.finish()
    return step


def _shows(reader: Reader) -> dict[str, tuple[str, ...]]:
    if "shows" not in reader:
        return {}
    part = reader.child("shows")
    found = {name: part.words(name) for name in part.data}
    part.finish()
    return found


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


def read_column(reader: Reader) -> Column:
    """A column of the rights page."""
    column = Column(reader.id(), reader.text("name"), dict(reader.child("facts").data))
    reader.finish()
    return column


def read_receiver(reader: Reader) -> Receiver:
    """Somebody the reader may think of telling."""
    receiver = Receiver(
        id=reader.id(),
        name=reader.text("name"),
        gates=reader.words("gates"),
        public=reader.flag("public", False),
        agreed=reader.word("agreed"),
        own=reader.words("own"),
        likely=reader.flag("likely", True),
        behind=reader.flag("behind", False),
    )
    reader.finish()
    return receiver


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


def read_case(reader: Reader) -> Case:
    """An example case."""
    id = reader.id()
    reader.label = id or reader.label
    asked_on = reader.day("asked_on", required=True)
    case = Case(
        id=id,
        title=reader.word("title", required=True),
        asked_on=asked_on or date(1900, 1, 1),
        event_on=reader.raw("event_on"),
        facts=dict(reader.child("facts").data),
        expect=dict(reader.child("expect").data),
        contrast=reader.word("contrast"),
        file=reader.home.file,
        line=reader.home.line,
    )
    reader.finish()
    return case
