# SPDX-License-Identifier: EUPL-1.2
"""Writing down that somebody got in touch, and finding it again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record, see
from samvern.access.days import moment_name
from samvern.access.errors import Absent, Refused
from samvern.access.models import Unit
from samvern.contacts.chosen import blind_word
from samvern.contacts.domain.callbacks import promise_callback
from samvern.contacts.kinds import ONE_PRESS, About, Caller, Channel, NextStep
from samvern.contacts.models import Contact
from samvern.identity.domain.sealing import new_key, seal, unseal
from samvern.identity.models import Key

WORDS = "contact.words"


@dataclass(frozen=True)
class Told:
    """What was told in a contact; only what it is about must be known."""

    about: str
    caller: str = Caller.UNKNOWN
    channel: str = Channel.PHONE
    language: str = ""
    interpreter: bool = False
    forms: Sequence[str] = ()
    age_group: str = "unknown"
    region: str = "unknown"
    advice: Sequence[str] = ()
    next_step: str = NextStep.NONE
    urgency: str = "later"
    words: str = field(default="", repr=False)
    word: str = field(default="", repr=False)
    """The one the caller chose to be known again by."""
    callback_at: datetime | None = None
    reach: str = field(default="", repr=False)
    """How she can be called, kept until she is."""
    at: datetime | None = None
    """When it was; now, where it is not said."""


def log_contact(*, actor: Actor, told: Told, unit_id: UUID | None = None) -> Contact:
    """Write down a contact in the actor's unit, or another that it works in or leads.

    Raises:
        Refused: the actor belongs to no unit, or a callback has no hour or no way.
    """
    unit = _unit_of(actor, unit_id)
    if told.next_step == NextStep.CALLBACK and not (told.callback_at and told.reach):
        raise Refused({"callback_at": _("Write when we call back, and how we reach the person.")})
    contact = Contact(
        id=uuid4(),
        organisation_id=actor.organisation_id,
        unit_id=unit,
        created_by_id=actor.member_id,
        at=told.at or timezone.now(),
        word_blind=_blind(actor, told.word),
        **_plain(told),
    )
    contact.save(force_insert=True)
    if told.words or told.reach:
        new_key(actor=actor, subject_id=contact.pk, case_id=contact.pk)
    if told.words:
        _write(contact, told.words)
    if told.next_step == NextStep.CALLBACK and told.callback_at:
        promise_callback(actor=actor, contact=contact, due_at=told.callback_at, reach=told.reach)
    record("contact.log", object=contact.pk, about=contact.about)
    return contact


def count_one(*, actor: Actor, about: str) -> Contact:
    """Count a contact that is no beginning of a case, in one press.

    Raises:
        Refused: what it is about needs more than a press.
    """
    if about not in ONE_PRESS:
        raise Refused(_("Write this contact down with the form."))
    return log_contact(actor=actor, told=Told(about=about))


def get_contact(actor: Actor, id: UUID) -> Contact:
    """A contact of the units the actor works in or leads.

    Raises:
        Absent: there is none for this actor.
    """
    found = None
    if actor.works_with_cases:
        found = Contact.objects.select_related("created_by", "unit").filter(pk=id).first()
    if found is None:
        raise Absent("contact", id)
    see("contact.see", object=found.pk, rows=1)
    return found


def words_of(contact: Contact) -> str:
    """What was said; empty where nothing was kept."""
    return unseal(contact.pk, WORDS, contact.pk, contact.words_sealed)


def add_words(*, actor: Actor, contact: Contact, words: str) -> None:
    """Write more below what was said, with the hour and who wrote it.

    Raises:
        Refused: a case has taken it over, or its time is over.
    """
    row = Contact.objects.select_for_update().get(pk=contact.pk)
    if row.forgotten_at:
        raise Refused(_("What was said is not kept here any more. Write in the case, or log anew."))
    if row.words_sealed is None and not _has_key(row):
        new_key(actor=actor, subject_id=row.pk, case_id=row.pk)
    before = words_of(row)
    head = f"{moment_name(timezone.now())}, {actor.name}:"
    _write(row, f"{before}\n\n{head}\n{words}" if before else words)
    record("contact.add", object=row.pk)


def may_become_case(contact: Contact) -> bool:
    """Whether a case can be opened from it."""
    return contact.next_step != NextStep.CASE and contact.about in (
        About.PRESUMED, About.POSSIBLE, About.OTHER_HELP, About.INFORMATION
    )  # fmt: skip


def _plain(told: Told) -> dict[str, Any]:
    names: Iterable[str] = (
        "about", "caller", "channel", "language", "interpreter", "age_group", "region",
        "next_step", "urgency",
    )  # fmt: skip
    lists = {"forms": list(told.forms), "advice": list(told.advice)}
    return {name: getattr(told, name) for name in names} | lists


def _unit_of(actor: Actor, unit_id: UUID | None) -> UUID:
    unit = unit_id or actor.unit_id
    if not actor.works_with_cases or unit is None:
        raise Refused(_("You belong to no unit. An administrator can give you one."))
    if unit_id and not Unit.objects.filter(pk=unit, organisation_id=actor.organisation_id).exists():
        raise Refused(_("The unit belongs to another organisation. Choose again."))
    return unit


def _blind(actor: Actor, word: str) -> bytes | None:
    if not word:
        return None
    found = blind_word(actor.organisation_id, word)
    if found is None:
        raise Refused({"word": _("Choose a longer word: at least four letters or digits.")})
    return found


def _write(contact: Contact, words: str) -> None:
    contact.words_sealed = seal(contact.pk, WORDS, contact.pk, words)
    Contact.objects.filter(pk=contact.pk).update(words_sealed=contact.words_sealed)


def _has_key(contact: Contact) -> bool:
    return Key.objects.filter(subject_id=contact.pk).exists()
