# SPDX-License-Identifier: EUPL-1.2
"""The shift: who got in touch today, whom we owe a call, who needs an interpreter."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import Rejected
from samvern.access.quotas import consume_quota
from samvern.access.unit_of_work import log_act, log_read
from samvern.helpline.choices import About
from samvern.helpline.enquiries.callbacks import CallbackRow, due_callbacks
from samvern.helpline.enquiries.domain import blind_word
from samvern.helpline.enquiries.models import Enquiry

MOST = 200


@dataclass(frozen=True)
class ShiftOverview:
    """The overview of a day."""

    contacts: list[Enquiry]
    callbacks: list[CallbackRow]
    counts: dict[str, int]
    """How many of each kind today, in the order of the kinds."""
    interpreters: dict[str, int]
    """How many need one, by language: today's contacts, and those we owe a call."""

    @property
    def late(self) -> int:
        """Callbacks whose hour has passed."""
        return sum(each.is_late for each in self.callbacks)


def read_shift(*, actor: Actor) -> ShiftOverview:
    """Today in the units the actor works in or leads."""
    start = timezone.make_aware(datetime.combine(timezone.localdate(), time()))
    today = Enquiry.objects.filter(at__gte=start).select_related("created_by")
    rows = list(today.order_by("-at")[:MOST])
    callbacks = due_callbacks(actor)
    counted = Counter(row.about for row in rows)
    waiting = {each.row.contact_id: each.row.contact for each in callbacks}
    needing = {row.pk: row for row in rows} | waiting
    log_read("contacts.see", rows=len(rows) + len(callbacks))
    return ShiftOverview(
        contacts=rows,
        callbacks=callbacks,
        counts={about: counted[about] for about in About.values if counted[about]},
        interpreters=dict(Counter(r.language for r in needing.values() if r.interpreter)),
    )


def find_by_word(*, actor: Actor, word: str) -> list[Enquiry]:
    """Contacts of somebody who chose this word, exactly; counted, and noted in the trail.

    Raises:
        Rejected: the word is too short to be one.
        RateLimited: the actor has sought more than her work should need.
    """
    blind = blind_word(actor.organisation_id, word)
    if blind is None:
        raise Rejected({"word": _("Choose a longer word: at least four letters or digits.")})
    consume_quota("contact.find")
    rows = list(Enquiry.objects.filter(word_blind=blind).select_related("created_by")[:MOST])
    log_act("contact.find", outcome="seen", rows=len(rows))
    return rows


def enquiries_with_same_word(contact: Enquiry) -> list[Enquiry]:
    """Other contacts by the same chosen word."""
    if contact.word_blind is None:
        return []
    rows = Enquiry.objects.filter(word_blind=contact.word_blind).exclude(pk=contact.pk)
    return list(rows.select_related("created_by")[:MOST])
