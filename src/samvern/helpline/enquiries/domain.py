# SPDX-License-Identifier: EUPL-1.2
"""Writing down that somebody got in touch, and finding it again."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.dates import format_datetime
from samvern.access.errors import NotFound, Rejected
from samvern.access.gate import fetch_value
from samvern.access.models import Unit
from samvern.access.unit_of_work import log_act, log_read
from samvern.access.workflow import apply_transition
from samvern.helpline.choices import ONE_PRESS, About, Caller, Channel, NextStep
from samvern.helpline.enquiries.callbacks import promise_callback
from samvern.helpline.enquiries.models import Callback, CallbackStep, Enquiry
from samvern.helpline.keeping.domain import words_kept
from samvern.helpline.workflow import CALLBACK, DUE
from samvern.identity.blind_indexes import WORD, blind_index
from samvern.identity.keys import open_keeper
from samvern.identity.models import Key
from samvern.identity.sealing import create_key, open_field, set_sealed


@dataclass(frozen=True)
class EnquiryDraft:
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


def log_enquiry(*, actor: Actor, told: EnquiryDraft, unit_id: UUID | None = None) -> Enquiry:
    """Write down a contact in the actor's unit, or another that it works in or leads.

    Raises:
        Rejected: the actor belongs to no unit, or a callback has no hour or no way.
    """
    unit = _unit_of(actor, unit_id)
    if told.next_step == NextStep.CALLBACK and not (told.callback_at and told.reach):
        raise Rejected({"callback_at": _("Write when we call back, and how we reach the person.")})
    contact = Enquiry(
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
        create_key(actor=actor, subject_id=contact.pk, case_id=contact.pk)
    if told.words:
        _write(contact, told.words)
    if told.next_step == NextStep.CALLBACK and told.callback_at:
        promise_callback(actor=actor, contact=contact, due_at=told.callback_at, reach=told.reach)
    log_act("contact.log", object=contact.pk, about=contact.about)
    return contact


def count_enquiry(*, actor: Actor, about: str) -> Enquiry:
    """Count a contact that is no beginning of a case, in one press.

    Raises:
        Rejected: what it is about needs more than a press.
    """
    if about not in ONE_PRESS:
        raise Rejected(_("Write this contact down with the form."))
    return log_enquiry(actor=actor, told=EnquiryDraft(about=about))


def get_enquiry(actor: Actor, id: UUID) -> Enquiry:
    """A contact of the units the actor works in or leads.

    Raises:
        NotFound: there is none for this actor.
    """
    found = None
    if actor.works_with_cases:
        found = Enquiry.objects.select_related("created_by", "unit").filter(pk=id).first()
    if found is None:
        raise NotFound("contact", id)
    log_read("contact.see", object=found.pk, rows=1)
    return found


def read_words(contact: Enquiry) -> str:
    """What was said; empty where nothing was kept."""
    return open_field(contact, "words")


def add_words(*, actor: Actor, contact: Enquiry, words: str) -> None:
    """Write more below what was said, with the hour and who wrote it.

    Raises:
        Rejected: a case has taken it over, or its time is over.
    """
    row = Enquiry.objects.select_for_update().get(pk=contact.pk)
    if row.forgotten_at:
        raise Rejected(
            _("What was said is not kept here any more. Write in the case, or log anew.")
        )
    if row.words_sealed is None and not _has_key(row):
        create_key(actor=actor, subject_id=row.pk, case_id=row.pk)
    before = read_words(row)
    head = f"{format_datetime(timezone.now())}, {actor.name}:"
    _write(row, f"{before}\n\n{head}\n{words}" if before else words)
    log_act("contact.add", object=row.pk)


def may_become_case(contact: Enquiry) -> bool:
    """Whether a case can be opened from it."""
    return contact.next_step != NextStep.CASE and contact.about in (
        About.PRESUMED, About.POSSIBLE, About.OTHER_HELP, About.INFORMATION
    )  # fmt: skip


def _plain(told: EnquiryDraft) -> dict[str, Any]:
    names: Iterable[str] = (
        "about", "caller", "channel", "language", "interpreter", "age_group", "region",
        "next_step", "urgency",
    )  # fmt: skip
    lists = {"forms": list(told.forms), "advice": list(told.advice)}
    return {name: getattr(told, name) for name in names} | lists


def _unit_of(actor: Actor, unit_id: UUID | None) -> UUID:
    unit = unit_id or actor.unit_id
    if not actor.works_with_cases or unit is None:
        raise Rejected(_("You belong to no unit. An administrator can give you one."))
    if unit_id and not Unit.objects.filter(pk=unit, organisation_id=actor.organisation_id).exists():
        raise Rejected(_("The unit belongs to another organisation. Choose again."))
    return unit


def _blind(actor: Actor, word: str) -> bytes | None:
    if not word:
        return None
    found = blind_word(actor.organisation_id, word)
    if found is None:
        raise Rejected({"word": _("Choose a longer word: at least four letters or digits.")})
    return found


def _write(contact: Enquiry, words: str) -> None:
    set_sealed(contact, words=words)
    Enquiry.objects.filter(pk=contact.pk).update(words_sealed=contact.words_sealed)


def _has_key(contact: Enquiry) -> bool:
    return Key.objects.filter(subject_id=contact.pk).exists()


SHORTEST = 4
"""Letters and digits: a shorter word is one that others choose too."""


def normal(word: str) -> str:
    """The word without case, spaces and signs, as it sounds the same on the phone.

    Accents stay: to many they make another word.
    """
    folded = unicodedata.normalize("NFKC", word).casefold()
    return "".join(sign for sign in unicodedata.normalize("NFC", folded) if sign.isalnum())


def blind_word(organisation_id: UUID, word: str) -> bytes | None:
    """The index of a word in one organisation; None where there is no word to go by."""
    found = normal(word)
    if len(found) < SHORTEST:
        return None
    return blind_index(open_keeper(), WORD, f"{organisation_id}:{found}")


def forget_old_enquiries(*, actor: Actor) -> int:
    """Destroy words, chosen words and keys of old contacts in the actor's organisation.

    The actor is the organisation's service member. Run as often as one likes.
    """
    kept = words_kept()
    old = timezone.now() - kept
    for row in Callback.objects.filter(state=DUE, contact__at__lt=old):
        apply_transition(CALLBACK, CallbackStep(of=row, move="give_up"), row, actor=actor)
    count: int = fetch_value("forget_contacts", kept)
    if count:
        log_act("contact.forget", count=count)
    return count
