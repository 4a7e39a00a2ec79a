# SPDX-License-Identifier: EUPL-1.2
"""Reminding owners, then leaders, of deadlines. Run as often as one likes: each is said once.

Inside the system a notice leads to the case. Outside it there is an e-mail that says only that
there is a deadline: no case, no day, no name.
"""

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.models import Member
from samvern.access.roles import Role
from samvern.access.unit_of_work import log_act
from samvern.cases.core.models import Case
from samvern.cases.core.pack import current_pack
from samvern.cases.deadlines.counting import warning_periods
from samvern.cases.deadlines.models import Deadline
from samvern.cases.deadlines.reminder_schedule import (
    OWN_WARNINGS,
    OWNER,
    SentReminder,
    WatchedDeadline,
    reminders_due,
)
from samvern.cases.notices.domain import notify
from samvern.cases.notices.models import Notice

logger = logging.getLogger(__name__)
PREFIX = "deadline"
MAIL_SENT = ("deadline-soon", "deadline-last", "deadline-overdue", "deadline-unanswered")
Duties = Mapping[UUID | None, list[UUID]]


def send_reminders(*, actor: Actor, now: datetime | None = None) -> int:
    """Say what is to be said in the actor's organisation now; how many notices that made.

    The actor is the organisation's service member; its token opens cases and rights.
    """
    moment = now or timezone.now()
    running = Deadline.objects.filter(
        state=Deadline.State.RUNNING,
        due_on__isnull=False,
        case__organisation_id=actor.organisation_id,
        case__state=Case.State.OPEN,
    )
    leaders = _leaders(actor.organisation_id)
    rows = list(running.select_related("case").defer("title_sealed", "reason_sealed"))
    told = _told([row.pk for row in rows])
    made = sum(_remind(row, moment, told.get(row.pk, {}), leaders) for row in rows)
    mailed = mail_members(actor=actor, now=moment)
    if made or mailed:
        log_act("deadline.remind", notices=made, mails=mailed)
    return made


def mail_members(*, actor: Actor, now: datetime) -> int:
    """Send each member with new reminders one e-mail, which says only that there is a deadline.

    A mail is marked before it is sent: one that cannot be sent is tried again, none is sent twice.
    """
    waiting = Notice.objects.filter(kind__in=MAIL_SENT, mailed_at=None, read_at=None)
    members = Member.objects.filter(
        organisation_id=actor.organisation_id, pk__in=waiting.values("member_id"), until=None
    )
    sent = 0
    for member in members.exclude(email=""):
        try:
            with transaction.atomic():
                if waiting.filter(member_id=member.pk).update(mailed_at=now):
                    _mail(member.email)
                    sent += 1
        except OSError as error:  # the next round tries again; the notice inside stands
            logger.warning("a reminder was not mailed: %s", type(error).__name__)
    return sent


def _mail(address: str) -> None:
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("You have a deadline")
        body = _("You have a deadline in Samvern. Sign in to see it.")
    send_mail(subject, body, None, [address])


def _remind(row: Deadline, now: datetime, told: Mapping[str, SentReminder], leaders: Duties) -> int:
    made = 0
    for reminder in reminders_due(_watch(row), now, told, current_pack().ruleset.holidays):
        unit = row.case.unit_id
        to = [row.owner_id] if reminder.to == OWNER else [*leaders.get(unit, []), *leaders[None]]
        key = f"{PREFIX}:{row.pk}:{reminder.key}"
        kind = f"{PREFIX}-{reminder.kind}"
        for member in dict.fromkeys(to):
            notify(member, kind, key, case_id=row.case_id, about_id=row.pk)
            made += 1
    return made


def _watch(row: Deadline) -> WatchedDeadline:
    due = row.extended_to or row.due_on
    assert due
    rule = current_pack().ruleset.rules.get(row.clock)
    return WatchedDeadline(
        due_on=due,
        made_at=row.created_at,
        warnings=warning_periods(rule) if rule else OWN_WARNINGS,
        due_at=None if row.extended_to else row.due_at,
    )


def _told(deadlines: Iterable[UUID]) -> dict[UUID, dict[str, SentReminder]]:
    """What has been said of each deadline, to whomever, and whether anybody has opened it."""
    found: dict[UUID, dict[str, SentReminder]] = {}
    rows = Notice.objects.filter(about_id__in=list(deadlines), key__startswith=f"{PREFIX}:")
    for row in rows:
        key = row.key.split(":", 2)[2]
        mine = found.setdefault(row.about_id, {})  # type: ignore[arg-type]
        was_read = row.read_at is not None or (key in mine and mine[key].read)
        mine[key] = SentReminder(row.created_at, was_read)
    return found


def _leaders(organisation: UUID) -> Duties:
    """Leaders by their unit; those of None lead them all."""
    found: dict[UUID | None, list[UUID]] = {None: []}
    rows = Member.objects.filter(organisation_id=organisation, role=Role.LEADER, until=None)
    for row in rows:
        found.setdefault(row.unit_id, []).append(row.pk)
    return found
