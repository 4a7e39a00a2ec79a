# SPDX-License-Identifier: EUPL-1.2
"""The moves of a referral, each with what belongs to it. Who may make which is in ``workflow``."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.contact_person import ContactPerson, chosen_contact_person, dump_contact_person
from samvern.access.errors import LegalBasisLost, NotFound, Rejected
from samvern.access.models import Organisation
from samvern.access.workflow import StaleState, apply_transition
from samvern.cases.core.pack import current_pack
from samvern.identity.sealing import set_sealed
from samvern.referrals.core.models import Referral, ReferralStep
from samvern.referrals.reminder_schedule import answer_by
from samvern.referrals.workflow import REFERRAL

NOBODY = ContactPerson()


def see_referral(*, actor: Actor, referral: Referral) -> Referral:
    """The receiver's first opening; whoever sent it sees that it was opened.

    Raises:
        StaleState: a colleague opened it, or the sender took it back, a moment ago.
    """
    return _move(actor, referral, "see")


def accept_referral(
    *,
    actor: Actor,
    referral: Referral,
    words: str = "",
    call_name: str = "",
    call_phone: str = "",
) -> Referral:
    """Say yes, and whom the sender can ring; without a name that is the actor herself. What was
    agreed of the case opens to the receiver in the same moment.

    Raises:
        StaleState: somebody answered first.
        Rejected: nobody can be rung, its time is over, or the consent no longer holds.
    """
    call = chosen_contact_person(actor, call_name, call_phone)
    if referral.share_until <= timezone.now():
        raise Rejected(_over())
    try:
        return _move(actor, referral, "accept", words=words, call=call)
    except LegalBasisLost as error:
        raise Rejected(_over()) from error


def decline_referral(*, actor: Actor, referral: Referral, reason: str, words: str = "") -> Referral:
    """Say no, with a reason from the list.

    Raises:
        StaleState: somebody answered first. Rejected: the reason is none of the list.
    """
    return _move(actor, referral, "decline", reason=reason, words=words)


def ask_back(*, actor: Actor, referral: Referral, words: str) -> Referral:
    """Ask the sender something; the clock runs with her until she answers.

    Raises:
        StaleState: somebody answered first. Rejected: nothing was asked.
    """
    return _move(actor, referral, "ask", words=_written(words))


def answer_back(*, actor: Actor, referral: Referral, words: str) -> Referral:
    """Answer what the receiver asked; its clock starts anew.

    Raises:
        StaleState: it is not asked any more. Rejected: nothing was answered.
    """
    moved = _move(actor, referral, "answer", words=_written(words))
    due_at = answer_by(moved.urgency, timezone.now(), current_pack().ruleset.holidays)
    Referral.objects.filter(pk=moved.pk).update(due_at=due_at)
    moved.due_at = due_at
    return moved


def suggest_receiver(
    *, actor: Actor, referral: Referral, suggested: Organisation, words: str = ""
) -> Referral:
    """Say that another organisation should have it. Only the sender can send it there.

    Raises:
        StaleState: somebody answered first. Rejected: it suggests one of the two sides.
    """
    if suggested.pk in (referral.organisation_id, referral.receiver_id):
        raise Rejected(_("Choose another organisation than yours and the sender’s."))
    return _move(actor, referral, "hand_on", suggested_id=suggested.pk, words=words)


def withdraw_referral(*, actor: Actor, referral: Referral, reason: str) -> Referral:
    """Take it back. Was it opened, everything closes and the receiver is asked to confirm deletion.

    Raises:
        StaleState: it is over already.
    """
    move = "withdraw" if referral.state == "sent" else "recall"
    return _move(actor, referral, move, reason=reason)


def record_arrival(*, actor: Actor, referral: Referral, on: date) -> Referral:
    """Write down that she came, and when.

    Raises:
        StaleState: it stands so already. Rejected: the day is in the future, or before it was sent.
    """
    return _move(actor, referral, "arrive", happened_on=_day(referral, on))


def record_absence(*, actor: Actor, referral: Referral, reason: str) -> Referral:
    """Write down that she never came, and why as far as is known.

    Raises:
        StaleState: it stands so already.
    """
    return _move(actor, referral, "miss", reason=reason)


def close_referral(*, actor: Actor, referral: Referral) -> Referral:
    """End it: the share it made ends too.

    Raises:
        StaleState: it is over already.
    """
    return _move(actor, referral, "close")


def confirm_deletion(*, actor: Actor, referral: Referral, how: str, on: date) -> Referral:
    """The receiver's word that what it had is deleted, how and when.

    Raises:
        StaleState: it is confirmed already. Rejected: the day is in the future.
    """
    return _move(actor, referral, "delete", reason=how, happened_on=_day(referral, on))


def _move(
    actor: Actor,
    referral: Referral,
    move: str,
    *,
    words: str = "",
    reason: str = "",
    suggested_id: UUID | None = None,
    happened_on: date | None = None,
    call: ContactPerson = NOBODY,
) -> Referral:
    values: dict[str, Any] = {"suggested_id": suggested_id, "happened_on": happened_on}
    step = ReferralStep(
        id=uuid4(), of=referral, case_id=referral.case_id, move=move, reason=reason, **values
    )
    try:
        set_sealed(step, words=words, call=dump_contact_person(call) if call else "")
    except NotFound as absent:  # closed while she was writing
        referral.refresh_from_db(fields=["state", "state_since"])
        state = str(REFERRAL.states.get(referral.state, referral.state))
        raise StaleState(referral.state, state) from absent
    return apply_transition(REFERRAL, step, referral, actor=actor)


def _written(words: str) -> str:
    if not words.strip():
        raise Rejected(_("Write what you ask or answer."))
    return words


def _day(referral: Referral, on: date) -> date:
    if on > timezone.localdate():
        raise Rejected(_("The day cannot be in the future."))
    if on < timezone.localdate(referral.created_at):
        raise Rejected(_("The day is before the referral was sent."))
    return on


def _over() -> str:
    return _(
        "What the referral rested on no longer holds, or its time is over. The sender must send a "
        "new one."
    )
