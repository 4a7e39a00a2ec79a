# SPDX-License-Identifier: EUPL-1.2
"""Reading what the guide shows: its steps, the columns of the rights page, the receivers."""

from __future__ import annotations

from samvern.law.model import Column, Receiver, Step
from samvern.law.reading.reader import Reader


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
