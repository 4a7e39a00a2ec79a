# SPDX-License-Identifier: EUPL-1.2
"""Calls that were promised. How to reach somebody is sealed, and gone when she is reached."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.unit_of_work import log_act, log_read
from samvern.access.workflow import apply_transition
from samvern.helpline.enquiries.models import Callback, CallbackStep, Enquiry
from samvern.helpline.workflow import CALLBACK, DUE
from samvern.identity.sealing import open_field, set_sealed

FURTHEST = timedelta(days=30)
MOST = 100


@dataclass(frozen=True)
class CallbackRow:
    """A callback with how often nobody answered."""

    row: Callback
    tries: int

    @property
    def is_late(self) -> bool:
        """Whether its hour has passed."""
        return self.row.due_at < timezone.now()


def promise_callback(*, actor: Actor, contact: Enquiry, due_at: datetime, reach: str) -> Callback:
    """Promise to call at an hour.

    Raises:
        Rejected: the hour has passed, or is more than a month away.
    """
    _judge(due_at)
    row = Callback(
        id=uuid4(),
        organisation_id=actor.organisation_id,
        unit_id=contact.unit_id,
        created_by_id=actor.member_id,
        contact=contact,
        state=CALLBACK.first,
        due_at=due_at,
    )
    set_sealed(row, reach=reach)
    row.save(force_insert=True)
    log_act("callback.promise", object=row.pk)
    return row


def due_callbacks(actor: Actor) -> list[CallbackRow]:
    """What is to be called in the units the actor works in or leads, the earliest first."""
    rows = Callback.objects.filter(state=DUE).select_related("contact", "unit")
    tried = rows.annotate(tries=Count("steps", filter=Q(steps__move="no_answer")))
    return [CallbackRow(row, row.tries) for row in tried.order_by("due_at")[:MOST]]


def callbacks_of(contact: Enquiry) -> list[CallbackRow]:
    """All callbacks of a contact, the newest first."""
    rows = Callback.objects.filter(contact=contact).order_by("-created_at")
    tried = rows.annotate(tries=Count("steps", filter=Q(steps__move="no_answer")))
    return [CallbackRow(row, row.tries) for row in tried]


def get_callback(actor: Actor, id: UUID) -> Callback:
    """A callback of the actor's units.

    Raises:
        NotFound: there is none for this actor.
    """
    rows = Callback.objects.select_related("contact")
    found = rows.filter(pk=id).first() if actor.works_with_cases else None
    if found is None:
        raise NotFound("callback", id)
    return found


def show_reach(*, actor: Actor, callback: Callback) -> str:
    """How somebody who waits for a call can be reached; who looked is in the trail."""
    log_read("callback.reach", object=callback.pk, rows=1)
    return open_field(callback, "reach")


def record_callback_result(
    *, actor: Actor, callback: Callback, move: str, due_at: datetime | None = None
) -> None:
    """Say how a call went, or put it to another hour; with no answer it needs a new one.

    Raises:
        StaleState: somebody else has called already.
        Rejected: a new hour is missing or cannot be.
    """
    if move in ("no_answer", "move"):
        if due_at is None:
            raise Rejected({"due_at": _("Write when we try again.")})
        _judge(due_at)
    apply_transition(CALLBACK, CallbackStep(of=callback, move=move), callback, actor=actor)
    if due_at and move in ("no_answer", "move"):
        Callback.objects.filter(pk=callback.pk).update(due_at=due_at)


def hand_over_callbacks(*, actor: Actor, contact: Enquiry) -> Iterator[tuple[datetime, str]]:
    """End what was promised of a contact, because a case takes it over; hours and ways."""
    for row in Callback.objects.filter(contact=contact, state=DUE):
        reach = open_field(row, "reach")
        apply_transition(CALLBACK, CallbackStep(of=row, move="hand_over"), row, actor=actor)
        yield row.due_at, reach


def _judge(due_at: datetime) -> None:
    now = timezone.now()
    if not now - timedelta(minutes=5) <= due_at <= now + FURTHEST:
        raise Rejected({"due_at": _("Choose an hour from now and at most 30 days ahead.")})
