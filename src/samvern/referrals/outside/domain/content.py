# SPDX-License-Identifier: EUPL-1.2
"""What a link or a letter says, in the receiver's language: the chosen fields and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.calling import own_call
from samvern.access.days import moment_name
from samvern.access.errors import Absent
from samvern.access.models import Share
from samvern.cases.kinds import purpose_name
from samvern.cases.law import without_code
from samvern.cases.models import Case
from samvern.cases.paper.screening import Screen, counted, read_claims
from samvern.guide.directory import need_name
from samvern.referrals.domain.gathering import gather
from samvern.referrals.domain.letters import Content
from samvern.referrals.needed import NAME
from samvern.referrals.outside.models import Sending

if TYPE_CHECKING:
    from samvern.referrals.outside.domain.sending import Draft


def content_of(actor: Actor, draft: Draft, sending: Sending) -> dict[str, Any]:
    """Sender, what it is about, the fields with their values, the ground, and the message."""
    with translation.override(draft.language):
        values = gather(actor, draft.person, tuple(sending.fields))
        return {
            "language": draft.language,
            "receiver": draft.receiver,
            "organisation": actor.organisation,
            "sender": actor.name,
            "ring": draft.ring or own_call(actor).phone,
            "need": need_name(draft.need),
            "purpose": purpose_name(sending.purpose),
            "basis": basis_words(sending),
            "rows": Content(values).rows,
            **screened(draft, draft.language),
            "sent": moment_name(timezone.now()),
            "until": moment_name(sending.expires_at) if sending.expires_at else "",
        }


def basis_words(sending: Sending) -> str:
    """The ground in words: her consent, or the provision without the pack's own code for it."""
    if sending.basis == Share.Basis.CONSENT:
        return _("The person’s consent")
    return without_code(sending.provision)


def screened(draft: Draft, language: str) -> dict[str, str]:
    """The message; where the name does not go along, without names and numbers the case knows,
    and with a line that says how much is hidden.

    Raises:
        Absent: the case was handed over or erased at the same moment.
    """
    case = Case.objects.filter(pk=draft.person.case_id).first()
    if case is None:
        raise Absent("case", draft.person.case_id)
    screen = Screen(read_claims(case), off=NAME in draft.fields)
    message = screen(draft.message)
    with translation.override(language):
        return {"message": message, "screened": counted(screen)[0] if screen.hidden else ""}


def as_it_leaves(draft: Draft) -> str:
    """The message and that line, for the sender’s own page: what the receiver reads."""
    return "\n".join(filter(None, screened(draft, draft.language).values()))
