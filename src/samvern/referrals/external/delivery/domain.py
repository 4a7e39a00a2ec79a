# SPDX-License-Identifier: EUPL-1.2
"""Sending chosen fields to somebody without an account: by a sealed link, or as a letter.

The link and its code are shown once and kept nowhere. What it opens lies in the gate, sealed with
both together; the answers that come back are sealed to a key of the case.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import (
    NotFound,
    ReauthenticationRequired,
    Rejected,
    rejections_of_the_database,
)
from samvern.access.gate import fetch_value
from samvern.access.quotas import consume_quota
from samvern.access.unit_of_work import log_act
from samvern.access.workflow import apply_transition
from samvern.cases.core.models import Case
from samvern.cases.core.permissions import require_open_case
from samvern.cases.core.selectors import get_case
from samvern.identity.sealing import set_sealed
from samvern.identity.secret_links import find_opener, new_answer_box, new_code, new_secret
from samvern.referrals.choices import purpose_of
from samvern.referrals.data_minimisation import needed_fields, of_identity
from samvern.referrals.drafts.case_fields import collect_fields
from samvern.referrals.external.choices import DeliveryMethod
from samvern.referrals.external.cross_border.checks import require_checks
from samvern.referrals.external.cross_border.domain import ask_stay
from samvern.referrals.external.delivery.content import (
    ExternalDraft,
    content_of,
    message_as_sent,
    screen_message,
)
from samvern.referrals.external.delivery.models import ExternalReferral, ExternalReferralStep
from samvern.referrals.external.legal_basis import find_external_legal_basis
from samvern.referrals.external.workflow import SENDING

SHORTEST, LONGEST = timedelta(hours=1), timedelta(days=14)
MOST_OPENINGS = 3


@dataclass(frozen=True)
class IssuedLink:
    """A link as it is shown this once."""

    sending: ExternalReferral
    secret: str
    code: str
    screened: str
    """How much of the message is hidden; empty where nothing is."""


def send_link(
    *, actor: Actor, case: Case, draft: ExternalDraft, hours: int, openings: int = 1
) -> IssuedLink:
    """Seal what was chosen under a new link and code; both are shown once and kept nowhere.

    Raises:
        Rejected: neither consent nor law covers it, or it was made already.
        ReauthenticationRequired: who she is goes along, on an old sign-in.
    """
    lasts = timedelta(hours=hours)
    if not SHORTEST <= lasts <= LONGEST or not 1 <= openings <= MOST_OPENINGS:
        raise Rejected(
            _("A link lasts from one hour to fourteen days, and opens three times at most.")
        )
    private, public = new_answer_box()
    ends = timezone.now() + lasts
    sending = _make(actor, case, draft, DeliveryMethod.LINK, ends=ends, answer=private)
    secret, code = new_secret(), new_code()
    opener = find_opener(secret, code)
    content = content_of(actor, draft, sending)
    packed = opener.seal(json.dumps(content, ensure_ascii=False).encode())
    kept = fetch_value("keep_link", sending.pk, *opener.locked, packed, public, openings)
    if not kept:
        raise Rejected(_("This is too long for a link. Send less."))
    told = screen_message(draft, get_language() or draft.language)["screened"]
    return IssuedLink(sending, secret, code, told)


def send_letter(
    *, actor: Actor, case: Case, draft: ExternalDraft
) -> tuple[ExternalReferral, dict[str, Any]]:
    """Write down that a letter is printed; the row, and what the letter says.

    Raises:
        Rejected: neither consent nor law covers it, or it was made already.
        ReauthenticationRequired: who she is goes along, on an old sign-in.
    """
    sending = _make(actor, case, draft, DeliveryMethod.LETTER)
    return sending, content_of(actor, draft, sending)


def _make(
    actor: Actor,
    case: Case,
    draft: ExternalDraft,
    way: DeliveryMethod,
    *,
    ends: datetime | None = None,
    answer: bytes = b"",
) -> ExternalReferral:
    require_open_case(case, _("The case is closed. Open it again before you share it."))
    if of_identity(tuple(draft.fields)) and not actor.is_fresh:
        raise ReauthenticationRequired
    if not draft.fields or not {*draft.fields} <= {*needed_fields(draft.need, draft.kind)}:
        raise Rejected(_("Choose among what this receiver needs, and at least one thing."))
    if draft.crossing is not None:
        ask_stay(actor=actor, crossing=draft.crossing)
        require_checks(draft.crossing)
    fields = list(collect_fields(actor, draft.person, tuple(draft.fields)))
    if not fields:
        raise Rejected(_("The case knows nothing of what you chose. Write it down there first."))
    ground = find_external_legal_basis(
        case=case, person=draft.person, kind=draft.kind, choice=draft.choice,
        said=draft.said, codes=draft.fields, until=ends,
    )  # fmt: skip
    consume_quota("print", about=case.pk)
    row = ExternalReferral(
        id=draft.id,
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state=SENDING.first,
        case_id=case.pk,
        person_id=draft.person.pk,
        way=way,
        kind=draft.kind,
        need=draft.need,
        purpose=purpose_of(draft.need),
        fields=fields,
        basis=ground.basis,
        provision=ground.provision,
        consent_id=ground.consent_id,
        crossing_id=draft.crossing.pk if draft.crossing else None,
        language=draft.language,
        expires_at=ends,
    )
    message = message_as_sent(draft) if draft.message else ""
    set_sealed(row, receiver=draft.receiver, message=message, answer=answer)
    _save(row)
    log_act("sending.make", case=case.pk, object=row.pk, way=way, to=draft.kind,
           fields=fields, basis=ground.basis, said=list(draft.said))  # fmt: skip
    return row


def _save(row: ExternalReferral) -> None:
    try:
        with rejections_of_the_database():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Rejected(
            _("This was sent already, and its link is not shown again. End it and make a new one.")
        ) from error


def get_external_referral(actor: Actor, case_id: UUID, id: UUID) -> ExternalReferral:
    """Something sent outside from a case the actor reaches.

    Raises:
        NotFound: there is none.
    """
    case = get_case(actor, case_id)
    found = (
        ExternalReferral.objects.filter(pk=id, case_id=case.pk).select_related("created_by").first()
    )
    if found is None:
        raise NotFound("sending", id)
    return found


def revoke_external_referral(
    *, actor: Actor, sending: ExternalReferral, reason: str
) -> ExternalReferral:
    """End it at once: a link opens no more, and what it held is gone.

    Raises:
        StaleState: it was answered, or ran out, first. Rejected: no reason of the list.
    """
    step = ExternalReferralStep(
        of=sending, case_id=sending.case_id, move="call_back", reason=reason
    )
    return apply_transition(SENDING, step, sending, actor=actor)


def record_answer(
    *, actor: Actor, sending: ExternalReferral, move: str, reason: str = "", words: str = ""
) -> ExternalReferral:
    """Write down what the receiver answered on the telephone or by post.

    Raises:
        StaleState: it has been answered otherwise. Rejected: declined without a reason of the list.
    """
    step = ExternalReferralStep(of=sending, case_id=sending.case_id, move=move)
    step.reason = reason if SENDING.transition(move).reasons else ""
    set_sealed(step, words=words)
    return apply_transition(SENDING, step, sending, actor=actor)


def expire_links(*, actor: Actor) -> int:
    """Let links whose time is over run out, so that what they held is gone; how many (a job)."""
    due = ExternalReferral.objects.filter(
        organisation_id=actor.organisation_id,
        expires_at__lte=timezone.now(),
        state__in=SENDING.transition("expire").start,
    )
    fetch_value("clear_links")
    rows = list(due)
    for row in rows:
        apply_transition(
            SENDING,
            ExternalReferralStep(of=row, case_id=row.case_id, move="expire"),
            row,
            actor=actor,
        )
    return len(rows)
