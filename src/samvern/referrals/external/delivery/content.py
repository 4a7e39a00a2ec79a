# SPDX-License-Identifier: EUPL-1.2
"""What a link or a letter says, in the receiver's language: the chosen fields and no other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.contact_person import own_contact_person
from samvern.access.dates import format_datetime
from samvern.access.errors import NotFound
from samvern.access.models import Share
from samvern.cases.consents.choices import purpose_name
from samvern.cases.core.models import Case, Person
from samvern.cases.core.pack import strip_rule_code
from samvern.cases.printing.screening import Screen, describe_hidden, read_claims
from samvern.guide.directory import need_name
from samvern.referrals.core.letters import LetterContent
from samvern.referrals.data_minimisation import NAME
from samvern.referrals.drafts.case_fields import collect_fields
from samvern.referrals.external.cross_border.models import CrossBorderReferral
from samvern.referrals.external.delivery.models import ExternalReferral


@dataclass(frozen=True)
class ExternalDraft:
    """What somebody wants to send, to whom, on which ground."""

    person: Person
    kind: str
    receiver: str
    need: str
    fields: Sequence[str]
    choice: str
    said: Sequence[str] = ()
    message: str = ""
    ring: str = ""
    """Where the receiver can ring the sender."""
    language: str = "nb"
    crossing: CrossBorderReferral | None = None
    id: UUID = field(default_factory=uuid4)
    """Chosen when the form is opened, so that sending it twice makes one."""


def content_of(actor: Actor, draft: ExternalDraft, sending: ExternalReferral) -> dict[str, Any]:
    """Sender, what it is about, the fields with their values, the ground, and the message."""
    with translation.override(draft.language):
        values = collect_fields(actor, draft.person, tuple(sending.fields))
        return {
            "language": draft.language,
            "receiver": draft.receiver,
            "organisation": actor.organisation,
            "sender": actor.name,
            "ring": draft.ring or own_contact_person(actor).phone,
            "need": need_name(draft.need),
            "purpose": purpose_name(sending.purpose),
            "basis": basis_words(sending),
            "rows": LetterContent(values).rows,
            **screen_message(draft, draft.language),
            "sent": format_datetime(timezone.now()),
            "until": format_datetime(sending.expires_at) if sending.expires_at else "",
        }


def basis_words(sending: ExternalReferral) -> str:
    """The ground in words: her consent, or the provision without the pack's own code for it."""
    if sending.basis == Share.Basis.CONSENT:
        return _("The person’s consent")
    return strip_rule_code(sending.provision)


def screen_message(draft: ExternalDraft, language: str) -> dict[str, str]:
    """The message; where the name does not go along, without names and numbers the case knows,
    and with a line that says how much is hidden.

    Raises:
        NotFound: the case was handed over or erased at the same moment.
    """
    case = Case.objects.filter(pk=draft.person.case_id).first()
    if case is None:
        raise NotFound("case", draft.person.case_id)
    screen = Screen(read_claims(case), off=NAME in draft.fields)
    message = screen(draft.message)
    with translation.override(language):
        return {"message": message, "screened": describe_hidden(screen)[0] if screen.hidden else ""}


def message_as_sent(draft: ExternalDraft) -> str:
    """The message and that line, for the sender’s own page: what the receiver reads."""
    return "\n".join(filter(None, screen_message(draft, draft.language).values()))
