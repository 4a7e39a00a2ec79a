# SPDX-License-Identifier: EUPL-1.2
"""Reminding owners, then leaders, of deadlines. Run as often as one likes: each is said once.

Inside the system a notice leads to the case. Outside it there is an e-mail that says only that
there is a deadline: no case, no day, no name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.models import Member, waits_for_leader
from samvern.access.roles import Role
from samvern.access.unit_of_work import Acting, log_act
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
from samvern.cases.notices.letters import Letter, send_letters
from samvern.cases.notices.models import Notice

PREFIX = "deadline"
MAIL_SENT = ("deadline-soon", "deadline-last", "deadline-overdue", "deadline-unanswered")
Duties = Mapping[UUID | None, list[UUID]]


def send_reminders(*, acting: Acting, now: datetime | None = None) -> int:
    """Say what is to be said in an organisation now; how many notices that made.

    Args:
        acting: as the organisation's service member; it opens cases and rights.
        now: the moment, if another.
    """
    moment = now or timezone.now()
    with acting() as actor:
        made = _leave_notices(actor, moment)
        letters = list(_letters(actor))
    mailed = send_letters(letters, acting=acting, now=moment)
    if made or mailed:
        with acting():
            log_act("deadline.remind", notices=made, mails=mailed)
    return made


def _leave_notices(actor: Actor, moment: datetime) -> int:
    running = Deadline.objects.filter(
        state=Deadline.State.RUNNING,
        due_on__isnull=False,
        case__organisation_id=actor.organisation_id,
        case__state=Case.State.OPEN,
    )
    leaders = _leaders(actor.organisation_id)
    rows = list(running.select_related("case").defer("title_sealed", "reason_sealed"))
    told = _told([row.pk for row in rows])
    return sum(_remind(row, moment, told.get(row.pk, {}), leaders) for row in rows)


def _letters(actor: Actor) -> Iterator[Letter]:
    """One for each member with new reminders, which says only that there is a deadline."""
    waiting = Notice.objects.filter(kind__in=MAIL_SENT, mailed_at=None, read_at=None)
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for of, id in waiting.values_list("member_id", "pk"):
        found[of].append(id)
    members = Member.objects.filter(
        ~waits_for_leader(), organisation_id=actor.organisation_id, pk__in=found, until=None
    ).exclude(email="")
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("You have a deadline")
        body = _("You have a deadline in Samvern. Sign in to see it.")
    for member in members:
        yield Letter(member.email, subject, body, tuple(found[member.pk]))


def _remind(row: Deadline, now: datetime, told: Mapping[str, SentReminder], leaders: Duties) -> int:
    made = 0
    for reminder in reminders_due(_watch(row), now, told, current_pack().ruleset.holidays):
        unit = row.case.unit_id
        to = [row.owner_id] if reminder.to == OWNER else [*leaders.get(unit, []), *leaders[None]]
        key = f"{PREFIX}:{row.pk}:{reminder.key}"
        kind = f"{PREFIX}-{reminder.kind}"
        for told_to in dict.fromkeys(to):
            notify(told_to, kind, key, case_id=row.case_id, about_id=row.pk)
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
    rows = Member.objects.filter(
        ~waits_for_leader(), organisation_id=organisation, role=Role.LEADER, until=None
    )
    for row in rows:
        found.setdefault(row.unit_id, []).append(row.pk)
    return found
