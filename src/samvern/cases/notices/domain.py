# SPDX-License-Identifier: EUPL-1.2
"""Telling a member something inside the system; twice the same is told once.

The notice names a kind and a case, never a person.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from samvern.access.actor import Actor
from samvern.access.errors import NotFound
from samvern.access.models import Member
from samvern.access.roles import CASEWORK, Role
from samvern.access.tables import Pager
from samvern.access.unit_of_work import log_act, log_read
from samvern.cases.core.models import Case
from samvern.cases.notices.labels import (
    PAGES_OF_OBJECTS,
    PAGES_WITHOUT_CASE,
    notice_page,
    notice_text,
)
from samvern.cases.notices.models import Notice


def notify(
    member_id: UUID,
    kind: str,
    key: str,
    *,
    case_id: UUID | None = None,
    about_id: UUID | None = None,
) -> None:
    """Leave a notice for a colleague; nothing happens when the same was left before.

    It is not read back: a notice is its reader's own.
    """
    row = Notice(member_id=member_id, kind=kind, key=key, case_id=case_id, about_id=about_id)
    Notice.objects.bulk_create([row], ignore_conflicts=True)


PAGE = 30
ALARM = "allowance"
OWN_PAGES: dict[str, str] = {Role.AUDITOR: "auditor", Role.ADMINISTRATOR: "administrator"}


@dataclass(frozen=True)
class NoticeEntry:
    """One notice; the reference is empty when the case can no longer be seen.

    An alarm has the name of whom it is about in its place.
    """

    id: UUID
    text: str
    reference: str
    at: datetime
    is_new: bool


@dataclass(frozen=True)
class Inbox:
    """A page of notices, newest first."""

    notices: tuple[NoticeEntry, ...]
    has_new: bool
    pager: Pager


def read_inbox(*, actor: Actor, before: str = "") -> Inbox:
    """Notices older than a moment (ISO 8601), or the newest; nobody counts them."""
    mine = Notice.objects.filter(member_id=actor.member_id)
    older_than = _moment(before)
    rows = list((mine.filter(created_at__lt=older_than) if older_than else mine)[: PAGE + 1])
    shown, is_more = rows[:PAGE], len(rows) > PAGE
    names = dict(
        Case.objects.filter(pk__in={row.case_id for row in shown if row.case_id}).values_list(
            "pk", "reference"
        )
    )
    log_read("inbox.see", rows=len(names))
    about = {row.about_id for row in shown if row.kind == ALARM and row.about_id}
    people = dict(Member.objects.filter(pk__in=about).values_list("pk", "name")) if about else {}
    notices = tuple(
        NoticeEntry(
            row.pk,
            notice_text(row.kind),
            _whose(row, names, people),
            row.created_at,
            row.read_at is None,
        )
        for row in shown
    )
    following = shown[-1].created_at.isoformat() if is_more else ""
    has_new = any(told.is_new for told in notices)
    return Inbox(notices, has_new, Pager(next=following))


def open_notice(*, actor: Actor, notice_id: UUID) -> str:
    """Mark a notice read; the address it leads to.

    Raises:
        NotFound: it is none of the actor's.
    """
    notice = Notice.objects.filter(member_id=actor.member_id, pk=notice_id).first()
    if notice is None:
        raise NotFound("notice", notice_id)
    _read(actor, Notice.objects.filter(pk=notice.pk))
    page = _page(actor, notice.kind)
    if page in PAGES_WITHOUT_CASE:
        return reverse(f"workspace:{page}")
    if page in PAGES_OF_OBJECTS:
        if notice.about_id is None:
            return reverse("workspace:inbox")
        return reverse(f"workspace:{page}", kwargs={PAGES_OF_OBJECTS[page]: notice.about_id})
    if notice.case_id is None or not Case.objects.filter(pk=notice.case_id).exists():
        return reverse("workspace:inbox")
    return reverse(f"workspace:{page}", kwargs={"case_id": notice.case_id})


def read_all(*, actor: Actor) -> None:
    """Mark every notice read."""
    _read(actor, Notice.objects.filter(member_id=actor.member_id))


def _whose(row: Notice, cases: dict[UUID, str], people: dict[UUID, str]) -> str:
    if row.kind == ALARM:
        return people.get(row.about_id, "") if row.about_id else ""
    return cases.get(row.case_id, "") if row.case_id else ""


def _page(actor: Actor, kind: str) -> str:
    """An alarm leads an auditor to the trail, a leader to what her people have in hand.

    What was answered of access leads auditor and administrator to their own pages.
    """
    if notice_page(kind) == "access_waiting" and actor.role not in CASEWORK:
        return OWN_PAGES.get(actor.role, "home")
    return "leader" if kind == ALARM and actor.role == Role.LEADER else notice_page(kind)


def _read(actor: Actor, notices: QuerySet[Notice]) -> None:
    changed = notices.filter(read_at=None).update(read_at=timezone.now())
    if changed:
        log_act("notice.read", count=changed)


def _moment(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found and timezone.is_aware(found) else None
