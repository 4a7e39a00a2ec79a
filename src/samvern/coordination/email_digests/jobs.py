# SPDX-License-Identifier: EUPL-1.2
"""The job that writes letters. A letter says how many new messages there are, and nothing else.

It can be run at any time: each message is told of once (``cases/notices/letters.py``), and one that
failed is tried by the next round.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samvern.access.actor import Actor
from samvern.access.models import Member, waits_for_leader
from samvern.access.unit_of_work import Acting, log_act
from samvern.cases.deadlines.reminders import MAIL_SENT
from samvern.cases.notices.letters import Letter, send_letters
from samvern.cases.notices.models import Notice
from samvern.coordination.email_digests.domain import preference_of
from samvern.coordination.email_digests.models import DigestRule
from samvern.coordination.email_digests.schedule import UnreadNotice, is_letter_due

REMEMBERED = timedelta(days=30)
"""What is older is told of in no letter."""
OF_HER_ACCESS = r"^access-.*-you$"
"""What alone is told to a member who waits for a leader: who has a new sign-in must hear of it."""


class NoticeRow(NamedTuple):
    """One message that waits."""

    id: UUID
    waiting: UnreadNotice


def send_digests(*, acting: Acting, now: datetime | None = None) -> int:
    """Send the letters that are due in the organisation of a service member; how many."""
    moment = now or timezone.now()
    with acting() as actor:
        letters = list(_due_letters(actor, moment))
    sent = send_letters(letters, acting=acting, now=moment)
    if sent:
        with acting():
            log_act("letter.send", mails=sent)
    return sent


def _due_letters(actor: Actor, moment: datetime) -> Iterator[Letter]:
    waiting = _waiting(actor, moment)
    rules = DigestRule.objects.in_bulk(list(waiting), field_name="member_id")
    members = (
        Member.objects.filter(organisation_id=actor.organisation_id, pk__in=waiting)
        .exclude(email="")
        .filter(Q(until=None) | Q(until__gt=moment))
    )
    for member in members:
        rule = rules.get(member.pk)
        found = waiting[member.pk]
        if is_letter_due(preference_of(rule), [each.waiting for each in found], moment):
            yield _write(member.email, rule, tuple(each.id for each in found))


def _waiting(actor: Actor, now: datetime) -> dict[UUID, list[NoticeRow]]:
    """By member. Whoever has said nothing is told of deadlines by the job that reminds."""
    ruled = DigestRule.objects.values("member_id")
    rows = Notice.objects.filter(
        mailed_at=None,
        read_at=None,
        created_at__gt=now - REMEMBERED,
        created_at__lte=now,
        member__organisation_id=actor.organisation_id,
    ).exclude(Q(kind__in=MAIL_SENT) & ~Q(member_id__in=ruled))
    rows = rows.exclude(waits_for_leader("member__") & ~Q(kind__regex=OF_HER_ACCESS))
    found: dict[UUID, list[NoticeRow]] = defaultdict(list)
    for id, member, kind, at in rows.values_list("pk", "member_id", "kind", "created_at"):
        found[member].append(NoticeRow(id, UnreadNotice(at, is_urgent(kind))))
    return found


def _write(address: str, rule: DigestRule | None, notices: tuple[UUID, ...]) -> Letter:
    count = len(notices)
    with translation.override(rule.language if rule else settings.LANGUAGE_CODE):
        subject = _("New messages in Samvern")
        said = ngettext(
            "You have %(count)d new message in Samvern.",
            "You have %(count)d new messages in Samvern.",
            count,
        ) % {"count": count}
        body = f"{said} {_('Sign in to read.')}\n{sign_in_address()}"
    return Letter(address, subject, body, notices)


def sign_in_address() -> str:
    """Where one signs in, as far as the installation knows its own name."""
    host = next((name for name in settings.ALLOWED_HOSTS if name.strip(".*")), "")
    if not settings.PRODUCTION or not host:
        return ""
    return f"https://{host.lstrip('.')}{reverse('account_login')}"


URGENT = frozenset(
    {
        "booking-asked",
        "booking-expired",
        "deadline-last",
        "deadline-overdue",
        "glass-broken",
        "referral-drags",
        "referral-late",
        "referral-lost",
        "referral-missed",
        "referral-no-answer",
        "referral-no-arrival",
        "referral-nobody",
    }
)
"""Kinds of notices; a room's kind whose name ends in ``-urgent`` is one too."""


def is_urgent(kind: str) -> bool:
    """Whether a notice of this kind cannot wait."""
    return kind in URGENT or kind.endswith("-urgent")
