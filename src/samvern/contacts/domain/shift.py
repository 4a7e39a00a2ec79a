# SPDX-License-Identifier: EUPL-1.2
"""The shift: who got in touch today, whom we owe a call, who needs an interpreter."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record, see
from samvern.access.budget import spend
from samvern.access.errors import Refused
from samvern.contacts.chosen import blind_word
from samvern.contacts.domain.callbacks import Promise, due_callbacks
from samvern.contacts.kinds import About
from samvern.contacts.models import Contact

MOST = 200


@dataclass(frozen=True)
class Shift:
    """The overview of a day."""

    contacts: list[Contact]
    callbacks: list[Promise]
    counts: dict[str, int]
    """How many of each kind today, in the order of the kinds."""
    interpreters: dict[str, int]
    """How many need one, by language: today's contacts, and those we owe a call."""

    @property
    def late(self) -> int:
        """Callbacks whose hour has passed."""
        return sum(each.is_late for each in self.callbacks)


def read_shift(*, actor: Actor) -> Shift:
    """Today in the units the actor works in or leads."""
    start = timezone.make_aware(datetime.combine(timezone.localdate(), time()))
    rows = list(
        Contact.objects.filter(at__gte=start).select_related("created_by").order_by("-at")[:MOST]
    )
    callbacks = due_callbacks(actor)
    counted = Counter(row.about for row in rows)
    waiting = {each.row.contact_id: each.row.contact for each in callbacks}
    needing = {row.pk: row for row in rows} | waiting
    shift = Shift(
        contacts=rows,
        callbacks=callbacks,
        counts={about: counted[about] for about in About.values if counted[about]},
        interpreters=dict(Counter(r.language for r in needing.values() if r.interpreter)),
    )
    see("contacts.see", rows=len(rows) + len(callbacks))
    return shift


def find_by_word(*, actor: Actor, word: str) -> list[Contact]:
    """Contacts of somebody who chose this word, exactly; counted, and noted in the trail.

    Raises:
        Refused: the word is too short to be one.
        TooMuch: the actor has sought more than her work should need.
    """
    blind = blind_word(actor.organisation_id, word)
    if blind is None:
        raise Refused({"word": _("Choose a longer word: at least four letters or digits.")})
    spend("contact.find")
    rows = list(Contact.objects.filter(word_blind=blind).select_related("created_by")[:MOST])
    record("contact.find", outcome="seen", rows=len(rows))
    return rows


def alike(contact: Contact) -> list[Contact]:
    """Other contacts by the same chosen word."""
    if contact.word_blind is None:
        return []
    rows = Contact.objects.filter(word_blind=contact.word_blind).exclude(pk=contact.pk)
    return list(rows.select_related("created_by")[:MOST])
