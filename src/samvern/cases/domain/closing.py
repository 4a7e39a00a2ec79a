# SPDX-License-Identifier: EUPL-1.2
"""Closing a case and opening it again; and the legal hold that stops every deletion."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.errors import Absent, Refused
from samvern.access.locking import change
from samvern.access.models import Share
from samvern.cases.domain.in_hand import leads
from samvern.cases.law import law, said
from samvern.cases.models import Action, Case, Deadline, Note, Task
from samvern.identity.domain.sealing import seal, unseal
from samvern.law.retention import due_on, rule_for


@dataclass(frozen=True)
class Left:
    """What closing a case would leave behind, and what happens to it then."""

    deadlines: int
    tasks: int
    shares: int
    kept_until: date | None
    rule: str
    text: str


def what_is_left(case: Case) -> Left:
    """What runs in a case, and how long it is kept if it is closed today."""
    now, today = timezone.now(), timezone.localdate()
    running = Deadline.objects.filter(case=case, state=Deadline.State.RUNNING)
    rule = rule_for(law().book, case.kind)
    closed = timezone.localdate(case.closed_at) if case.closed_at else today
    noted = Note.objects.filter(case=case).aggregate(last=Max("created_at"))["last"]
    last = timezone.localdate(noted) if noted else None
    return Left(
        deadlines=running.count(),
        tasks=sum(m.objects.filter(case=case, done_at=None).count() for m in (Task, Action)),
        shares=Share.objects.filter(case_id=case.pk, ended_at=None, until__gt=now).count(),
        kept_until=due_on(rule, closed=closed, last_entry=last) if rule else None,
        rule=said(rule.name) if rule else "",
        text=said(rule.text) if rule else "",
    )


def close_case(
    *,
    actor: Actor,
    case: Case,
    ground: str,
    words: str = "",
    end_shares: bool = True,
    expected: int,
) -> Case:
    """End the work on a case; nothing in it can be changed until it is opened again.

    Deadlines that still run are stopped, for nobody will answer them.

    Raises:
        Refused: it is closed already. Conflict: somebody changed it in the meantime.
    """
    if case.state == Case.State.CLOSED:
        raise Refused(_("The case is closed already."))
    now = timezone.now()
    closed = change(
        case,
        expected=expected,
        state=Case.State.CLOSED,
        closed_at=now,
        close_ground=ground,
        close_sealed=seal(case.pk, "case.close", case.pk, words) if words else None,
    )
    running = Deadline.objects.filter(case=case, state=Deadline.State.RUNNING)
    stopped = running.update(state=Deadline.State.STOPPED, changed_at=now)
    ended = 0
    if end_shares:
        lasting = Share.objects.filter(case_id=case.pk, ended_at=None)
        ended = lasting.update(ended_at=now, ended_by_id=actor.member_id)
    record("case.close", case=case.pk, ground=ground, deadlines=stopped, shares=ended)
    return closed


def reopen_case(*, actor: Actor, case: Case, words: str, expected: int) -> Case:
    """Go on with a case, and say why.

    Raises:
        Refused: it is open. Conflict: somebody changed it in the meantime.
    """
    if case.state == Case.State.OPEN:
        raise Refused(_("The case is open already."))
    opened = change(
        case,
        expected=expected,
        state=Case.State.OPEN,
        closed_at=None,
        close_ground="",
        close_sealed=seal(case.pk, "case.close", case.pk, words),
    )
    record("case.reopen", case=case.pk)
    return opened


def set_hold(*, actor: Actor, case: Case, words: str, expected: int) -> Case:
    """Let nothing in the case be deleted, as its leader, and say why.

    Raises:
        Absent: the actor does not lead the unit.
        Refused: there is a hold. Conflict: somebody changed the case in the meantime.
    """
    _must_lead(actor, case)
    if case.held_at:
        raise Refused(_("There is a legal hold on the case already."))
    held = change(
        case,
        expected=expected,
        held_at=timezone.now(),
        held_by_id=actor.member_id,
        hold_sealed=seal(case.pk, "case.hold", case.pk, words),
    )
    record("case.hold", case=case.pk)
    return held


def lift_hold(*, actor: Actor, case: Case, words: str, expected: int) -> Case:
    """Let the rules of retention go on, as its leader, and say why.

    Raises:
        Absent: the actor does not lead the unit.
        Refused: there is no hold. Conflict: somebody changed the case in the meantime.
    """
    _must_lead(actor, case)
    if not case.held_at:
        raise Refused(_("There is no legal hold on the case."))
    lifted = change(
        case,
        expected=expected,
        held_at=None,
        held_by_id=None,
        hold_sealed=seal(case.pk, "case.hold", case.pk, words),
    )
    record("case.release", case=case.pk)
    return lifted


def read_close_words(case: Case) -> str:
    """What was written when it was closed or opened again."""
    return unseal(case.pk, "case.close", case.pk, case.close_sealed)


def read_hold_words(case: Case) -> str:
    """Why the hold was set or lifted."""
    return unseal(case.pk, "case.hold", case.pk, case.hold_sealed)


def _must_lead(actor: Actor, case: Case) -> None:
    if not leads(actor, case):
        raise Absent("case", case.pk)
