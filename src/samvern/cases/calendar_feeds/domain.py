# SPDX-License-Identifier: EUPL-1.2
"""Deadlines for a calendar outside the house, at an address that only its owner knows."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.categories import Category
from samvern.access.gate import close_session, fetch_value, new_token, open_session, present_token
from samvern.access.unit_of_work import acting, log_act, log_read
from samvern.cases.calendar_feeds.ical import CalendarEntry, build_calendar
from samvern.cases.deadlines.domain import list_own_deadlines
from samvern.cases.deadlines.models import Deadline, Feed

SECRET_BYTES = 32
A_MINUTE = timedelta(minutes=1)
NEEDS = (Category.CASE.value, Category.RIGHTS.value)


def create_feed(*, actor: Actor) -> str:
    """A new secret for the actor's calendar address; the old one opens nothing any more.

    Only its hash is kept, so it is shown this once.
    """
    secret = secrets.token_urlsafe(SECRET_BYTES)
    Feed.objects.filter(member_id=actor.member_id).delete()
    Feed.objects.create(member_id=actor.member_id, secret_hash=_hash(secret))
    log_act("feed.make")
    return secret


def end_feed(*, actor: Actor) -> None:
    """Close the actor's calendar address."""
    if Feed.objects.filter(member_id=actor.member_id).delete()[0]:
        log_act("feed.end")


def build_calendar_of(rows: Iterable[Deadline], *, reader: UUID, lang: str) -> bytes:
    """Deadlines as a calendar of one reader."""
    return build_calendar(
        _entries(rows),
        reader=reader,
        secret=hashlib.sha256(b"calendar" + settings.SECRET_KEY.encode()).digest(),
        lang=lang,
        now=timezone.now(),
    )


def open_feed(*, secret: str, lang: str) -> bytes | None:
    """The calendar behind an address; None when it opens nothing.

    Its reader may see what she could if she were signed in now: the deadlines, and nothing else.
    """
    member = _member(secret)
    if member is None:
        return None
    token = new_token()
    until = timezone.now() + A_MINUTE
    open_session(member_id=member, token=token, until=until, purpose="feed", categories=NEEDS)
    try:
        with acting(token) as actor:
            if not actor.works_with_cases:
                return None
            rows = list(list_own_deadlines(actor))
            log_read("feed.see", rows=len(rows))
            return build_calendar_of(rows, reader=actor.member_id, lang=lang)
    except PermissionError:
        return None
    finally:
        close_session(token)
        present_token("")


def _member(secret: str) -> UUID | None:
    member: UUID | None = fetch_value("read_feed", _hash(secret))
    return member


def _entries(rows: Iterable[Deadline]) -> Iterable[CalendarEntry]:
    for row in rows:
        due = row.extended_to or row.due_on
        if due:
            yield CalendarEntry(row.pk, due, None if row.extended_to else row.due_at, row.version)


def _hash(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()
