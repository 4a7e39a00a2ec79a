# SPDX-License-Identifier: EUPL-1.2
"""Referrals for API clients of an organisation: by the functions and the gates of the pages."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from samvern.access.actor import Actor
from samvern.access.api.operations import scoped
from samvern.access.api.pages import PAGED, Start, tell_page
from samvern.access.errors import NotFound
from samvern.access.models import Organisation
from samvern.access.unit_of_work import log_read
from samvern.cases.core.selectors import get_own_case, get_person
from samvern.cases.sharing.domain import get_receiver
from samvern.referrals.api_schemas import LetterOut, ReferralIn, ReferralMoveIn, ReferralOut
from samvern.referrals.choices import can_be_referred
from samvern.referrals.core import selectors, transitions
from samvern.referrals.core.letters import read_call, read_letter, read_words
from samvern.referrals.core.models import Referral
from samvern.referrals.directory.models import Service
from samvern.referrals.drafts.domain import send_referral
from samvern.referrals.drafts.legal_basis import ReferralDraft

router = Router(tags=["referrals"])


@router.get("", response=list[ReferralOut], summary="Referrals", openapi_extra=PAGED)
@scoped("referrals:read")
def list_referrals(
    request: HttpRequest,
    response: HttpResponse,
    pile: Literal["received", "sent"] = "received",
    state: str = "",
    start: Start = 0,
) -> Any:
    """What was received, or sent, the next due first; 200 at a time."""
    states = (state,) if state else selectors.OPEN
    actor = _actor(request)
    entries = selectors.referrals_of(actor=actor, pile=pile, states=states, start=start)
    total = selectors.count_of(actor=actor, pile=pile, states=states)
    tell_page(request, response, start=start, shown=len(entries), total=total)
    return [entry.row for entry in entries]


@router.get("/{uuid:referral_id}", response=LetterOut, summary="One referral")
@scoped("referrals:read")
def get_referral(request: HttpRequest, referral_id: UUID) -> Any:
    """One referral with what was sent. Reading it does not say that a person has: see ``see``."""
    return _whole(_actor(request), referral_id)


@router.post("", response={201: LetterOut}, summary="Send a referral")
@scoped("referrals:write")
def create_referral(request: HttpRequest, sent: ReferralIn) -> Any:
    """Send one; 409 says what neither consent nor statute covers, and what would open it."""
    actor = _actor(request)
    case = get_own_case(actor, sent.case_id)
    if not can_be_referred(sent.need, sent.urgency):
        raise NotFound("need")
    service = _service(sent.service_id)
    receiver = get_receiver(actor, sent.receiver_id)
    if service and service.organisation_id != receiver.pk:
        raise NotFound("service", sent.service_id)
    draft = ReferralDraft(
        person=get_person(actor, case.pk, sent.person_id),
        receiver=receiver,
        need=sent.need,
        urgency=sent.urgency,
        unit_id=sent.unit_id or (service.unit_id if service else None),
        service=service,
    )
    made = send_referral(
        actor=actor,
        case=case,
        draft=draft,
        basis=sent.basis,
        said=sent.holds,
        fields=sent.fields,
        categories=sent.categories,
        message=sent.message,
        until=sent.until,
    )
    return Status(201, _whole(actor, made.pk))


@router.post("/{uuid:referral_id}/steps", response=LetterOut, summary="Move a referral")
@scoped("referrals:write")
def move_referral(request: HttpRequest, referral_id: UUID, made: ReferralMoveIn) -> Any:
    """Make one move; 409 with where it stands when somebody was first."""
    actor = _actor(request)
    row = selectors.get_referral(actor, referral_id)
    MOVES[made.move](actor, row, made)
    return _whole(actor, referral_id)


def _actor(request: HttpRequest) -> Actor:
    found: Actor = request.actor  # type: ignore[attr-defined]
    return found


def _service(id: UUID | None) -> Service | None:
    if id is None:
        return None
    found = Service.objects.filter(pk=id, active=True).first()
    if found is None:
        raise NotFound("service", id)
    return found


def _day(made: ReferralMoveIn) -> date:
    if made.on is None:
        raise NotFound("day")
    return made.on


def _other(made: ReferralMoveIn) -> Organisation:
    chosen = made.suggested_id
    found = Organisation.objects.filter(pk=chosen, active=True).first() if chosen else None
    if found is None:
        raise NotFound("organisation", made.suggested_id)
    return found


MOVES: dict[str, Callable[[Actor, Referral, ReferralMoveIn], Referral]] = {
    "see": lambda a, r, m: transitions.see_referral(actor=a, referral=r),
    "accept": lambda a, r, m: transitions.accept_referral(
        actor=a, referral=r, words=m.words, call_name=m.call_name, call_phone=m.call_phone
    ),
    "decline": lambda a, r, m: transitions.decline_referral(
        actor=a, referral=r, reason=m.reason, words=m.words
    ),
    "ask": lambda a, r, m: transitions.ask_back(actor=a, referral=r, words=m.words),
    "answer": lambda a, r, m: transitions.answer_back(actor=a, referral=r, words=m.words),
    "hand_on": lambda a, r, m: transitions.suggest_receiver(
        actor=a, referral=r, suggested=_other(m), words=m.words
    ),
    "withdraw": lambda a, r, m: transitions.withdraw_referral(actor=a, referral=r, reason=m.reason),
    "arrive": lambda a, r, m: transitions.record_arrival(actor=a, referral=r, on=_day(m)),
    "miss": lambda a, r, m: transitions.record_absence(actor=a, referral=r, reason=m.reason),
    "close": lambda a, r, m: transitions.close_referral(actor=a, referral=r),
    "delete": lambda a, r, m: transitions.confirm_deletion(
        actor=a, referral=r, how=m.reason, on=_day(m)
    ),
}


def _whole(actor: Actor, id: UUID) -> dict[str, Any]:
    row = selectors.get_referral(actor, id)
    letter = read_letter(row)
    log_read("referral.see", case=row.case_id, object=row.pk, rows=1 if letter else 0)
    steps = [
        {
            "move": step.move,
            "state": step.finish,
            "side": step.side if step.side in ("sender", "receiver") else "system",
            "reason": step.reason,
            "at": step.created_at,
            "on": step.happened_on,
            "suggested_id": step.suggested_id,
            "words": read_words(step) if step.words_sealed else "",
            "call": asdict(read_call([step])) if step.call_sealed else None,
        }
        for step in selectors.steps_of(row)
    ]
    shown = {name: getattr(row, name) for name in ReferralOut.model_fields}
    values = dict(letter.values) if letter else None
    return {
        **shown,
        "values": values,
        "message": letter.message if letter else None,
        "sender": asdict(letter.sender) if letter and letter.sender else None,
        "steps": steps,
    }
