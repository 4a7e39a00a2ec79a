# SPDX-License-Identifier: EUPL-1.2
"""Sending chosen fields to somebody without an account: by a sealed link, or as a letter.

The link and its code are shown once and kept nowhere. What it opens lies in the gate, sealed with
both together; the answers that come back are sealed to a key of the case.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.budget import spend
from samvern.access.courses import take_step
from samvern.access.errors import Absent, NotFresh, Refused
from samvern.access.login.gate import ask
from samvern.cases.domain.in_hand import must_be_open
from samvern.cases.domain.reaching import get_case
from samvern.cases.models import Case, Person
from samvern.cases.purposes import Purpose
from samvern.identity import links
from samvern.identity.domain.sealing import seal, seal_bytes
from samvern.referrals.domain.gathering import gather
from samvern.referrals.domain.sending import PURPOSES
from samvern.referrals.needed import needed, of_identity
from samvern.referrals.outside.course import SENDING
from samvern.referrals.outside.domain.content import as_it_leaves, content_of, screened
from samvern.referrals.outside.domain.crossing import ask_stay
from samvern.referrals.outside.domain.grounds import ground_of
from samvern.referrals.outside.domain.holding import refuse_if_held
from samvern.referrals.outside.lists import Way
from samvern.referrals.outside.models import Crossing, Sending, SendingStep

SHORTEST, LONGEST = timedelta(hours=1), timedelta(days=14)
MOST_OPENINGS = 3


@dataclass(frozen=True)
class Draft:
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
    crossing: Crossing | None = None
    id: UUID = field(default_factory=uuid4)
    """Chosen when the form is opened, so that sending it twice makes one."""


@dataclass(frozen=True)
class Sent:
    """A link as it is shown this once."""

    sending: Sending
    secret: str
    code: str
    screened: str
    """How much of the message is hidden; empty where nothing is."""


def send_link(*, actor: Actor, case: Case, draft: Draft, hours: int, openings: int = 1) -> Sent:
    """Seal what was chosen under a new link and code; both are shown once and kept nowhere.

    Raises:
        Refused: neither consent nor law covers it, or it was made already.
        NotFresh: who she is goes along, on an old sign-in.
    """
    lasts = timedelta(hours=hours)
    if not SHORTEST <= lasts <= LONGEST or not 1 <= openings <= MOST_OPENINGS:
        raise Refused(
            _("A link lasts from one hour to fourteen days, and opens three times at most.")
        )
    private, public = links.new_answer_box()
    sealed = seal_bytes(case.pk, "sending.answer", draft.id, private)
    sending = _make(
        actor, case, draft, Way.LINK, expires_at=timezone.now() + lasts, answer_sealed=sealed
    )
    secret, code = links.new_secret(), links.new_code()
    opener = links.opener(secret, code)
    content = content_of(actor, draft, sending)
    packed = opener.seal(json.dumps(content, ensure_ascii=False).encode())
    kept = ask("keep_link", sending.pk, *opener.locked, packed, public, openings)
    if not kept:
        raise Refused(_("This is too long for a link. Send less."))
    told = screened(draft, get_language() or draft.language)["screened"]
    return Sent(sending, secret, code, told)


def send_letter(*, actor: Actor, case: Case, draft: Draft) -> tuple[Sending, dict[str, Any]]:
    """Write down that a letter is printed; the row, and what the letter says.

    Raises:
        Refused: neither consent nor law covers it, or it was made already.
        NotFresh: who she is goes along, on an old sign-in.
    """
    sending = _make(actor, case, draft, Way.LETTER)
    return sending, content_of(actor, draft, sending)


def _make(actor: Actor, case: Case, draft: Draft, way: Way, **values: Any) -> Sending:
    must_be_open(case, _("The case is closed. Open it again before you share it."))
    if of_identity(tuple(draft.fields)) and not actor.is_fresh:
        raise NotFresh
    if not draft.fields or not {*draft.fields} <= {*needed(draft.need, draft.kind)}:
        raise Refused(_("Choose among what this receiver needs, and at least one thing."))
    if draft.crossing is not None:
        ask_stay(actor=actor, crossing=draft.crossing)
        refuse_if_held(draft.crossing)
    fields = list(gather(actor, draft.person, tuple(draft.fields)))
    if not fields:
        raise Refused(_("The case knows nothing of what you chose. Write it down there first."))
    ground = ground_of(
        case=case, person=draft.person, kind=draft.kind, choice=draft.choice,
        said=draft.said, codes=draft.fields,
    )  # fmt: skip
    spend("print", about=case.pk)
    row = Sending(
        id=draft.id,
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state=SENDING.first,
        case_id=case.pk,
        person_id=draft.person.pk,
        way=way,
        kind=draft.kind,
        need=draft.need,
        purpose=PURPOSES.get(draft.need, Purpose.PROTECTION),
        fields=fields,
        basis=ground.basis,
        provision=ground.provision,
        consent_id=ground.consent_id,
        crossing_id=draft.crossing.pk if draft.crossing else None,
        language=draft.language,
        receiver_sealed=seal(case.pk, "sending.receiver", draft.id, draft.receiver),
        **values,
    )
    if draft.message:
        row.message_sealed = seal(case.pk, "sending.message", row.pk, as_it_leaves(draft))
    _save(row)
    record("sending.make", case=case.pk, object=row.pk, way=way, to=draft.kind,
           fields=fields, basis=ground.basis, said=list(draft.said))  # fmt: skip
    return row


def _save(row: Sending) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(
            _("This was sent already, and its link is not shown again. End it and make a new one.")
        ) from error


def get_sending(actor: Actor, case_id: UUID, id: UUID) -> Sending:
    """Something sent outside from a case the actor reaches.

    Raises:
        Absent: there is none.
    """
    case = get_case(actor, case_id)
    found = Sending.objects.filter(pk=id, case_id=case.pk).select_related("created_by").first()
    if found is None:
        raise Absent("sending", id)
    return found


def call_back(*, actor: Actor, sending: Sending, reason: str) -> Sending:
    """End it at once: a link opens no more, and what it held is gone.

    Raises:
        Overtaken: it was answered, or ran out, first. Refused: no reason of the list.
    """
    step = SendingStep(of=sending, case_id=sending.case_id, move="call_back", reason=reason)
    return take_step(SENDING, step, sending, actor=actor)


def write_answer(
    *, actor: Actor, sending: Sending, move: str, reason: str = "", words: str = ""
) -> Sending:
    """Write down what the receiver answered on the telephone or by post.

    Raises:
        Overtaken: it has been answered otherwise. Refused: declined without a reason of the list.
    """
    step = SendingStep(of=sending, case_id=sending.case_id, move=move)
    step.reason = reason if SENDING.move(move).reasons else ""
    if words:
        step.words_sealed = seal(sending.case_id, "sendingstep.words", step.pk, words)
    return take_step(SENDING, step, sending, actor=actor)


def expire_all(*, actor: Actor) -> int:
    """Let links whose time is over run out, so that what they held is gone; how many (a job)."""
    due = Sending.objects.filter(
        organisation_id=actor.organisation_id,
        expires_at__lte=timezone.now(),
        state__in=SENDING.move("expire").start,
    )
    rows = list(due)
    for row in rows:
        take_step(
            SENDING, SendingStep(of=row, case_id=row.case_id, move="expire"), row, actor=actor
        )
    return len(rows)
