# SPDX-License-Identifier: EUPL-1.2
"""Deadlines as a calendar that says nothing but "you have a deadline" (RFC 5545).

A calendar leaves the house: it is copied to phones and servers we know nothing about. So an entry
holds a day, or an hour, and an identifier that nobody can trace back, and never a name, a case, a
rule or a link.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from icalendar import Calendar, Event

TITLES = {"nb": "Du har en frist", "nn": "Du har ein frist", "en": "You have a deadline"}
PRODUCT = "-//Samvern//Samvern//NO"
AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One deadline: its day, and its hour where hours count. ``version`` grows as it is moved."""

    id: UUID
    due_on: date
    due_at: datetime | None = None
    version: int = 1


def build_calendar(
    entries: Iterable[CalendarEntry], *, reader: UUID, secret: bytes, lang: str, now: datetime
) -> bytes:
    """The calendar of ``reader``, a member.

    ``secret`` keeps two readers' calendars from being put side by side: the same deadline has
    another identifier in each.
    """
    book = Calendar()
    book.add("prodid", PRODUCT)
    book.add("version", "2.0")
    book.add("x-wr-calname", "Samvern")
    for entry in sorted(entries, key=lambda entry: (entry.due_on, entry.id)):
        book.add_component(_event(entry, _name(entry.id, reader, secret), lang, now))
    return bytes(book.to_ical())


def _event(entry: CalendarEntry, name: str, lang: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", name)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", entry.version)
    event.add("summary", TITLES.get(lang, TITLES["en"]))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    if entry.due_at:
        event.add("dtstart", entry.due_at.astimezone(UTC))
        event.add("dtend", entry.due_at.astimezone(UTC) + AN_HOUR)
    else:
        event.add("dtstart", entry.due_on)
        event.add("dtend", entry.due_on + timedelta(days=1))
    return event


def _name(deadline: UUID, reader: UUID, secret: bytes) -> str:
    """The same for the same deadline and reader, and nothing to anybody else."""
    digest = hmac.new(secret, reader.bytes + deadline.bytes, hashlib.sha256).hexdigest()
    return f"{digest[:32]}@samvern"
