# SPDX-License-Identifier: EUPL-1.2
"""A conference as an entry of a calendar that says nothing but that there is a meeting (RFC 5545).

A calendar leaves the house. So there is no case, no person, no place, no purpose and no name in it,
and its identifier is another one for each reader.
"""

import hashlib
import hmac
from datetime import UTC, timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event

from samvern.coordination.conferences.models import Conference

TITLES = {"nb": "Du har et møte", "nn": "Du har eit møte", "en": "You have a meeting"}
PRODUCT = "-//Samvern//Samvern//NO"


def calendar_of(conference: Conference, *, reader: UUID, lang: str) -> bytes:
    """The time of a conference for one reader, a member."""
    book = Calendar()
    book.add("prodid", PRODUCT)
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    event = Event()
    event.add("uid", _name(conference.pk, reader))
    event.add("dtstamp", timezone.now().astimezone(UTC))
    event.add("sequence", conference.moves)
    event.add("summary", TITLES.get(lang, TITLES["en"]))
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if conference.state == "cancelled" else "CONFIRMED")
    event.add("dtstart", conference.starts_at.astimezone(UTC))
    ends = conference.starts_at + timedelta(minutes=conference.lasts)
    event.add("dtend", ends.astimezone(UTC))
    book.add_component(event)
    return bytes(book.to_ical())


def _name(conference: UUID, reader: UUID) -> str:
    secret = hashlib.sha256(b"meeting" + settings.SECRET_KEY.encode()).digest()
    digest = hmac.new(secret, reader.bytes + conference.bytes, hashlib.sha256).hexdigest()
    return f"{digest[:32]}@samvern"
