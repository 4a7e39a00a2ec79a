# SPDX-License-Identifier: EUPL-1.2
"""Closing a case and opening it again; and the legal hold that stops every deletion."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import DatabaseError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.optimistic_locking import update_versioned
from samvern.access.unit_of_work import log_act
from samvern.cases.closing.open_items import UNNAMED, OpenItems, assign_keepers, list_open_items
from samvern.cases.core.models import Case
from samvern.cases.core.pack import current_pack, localized
from samvern.cases.core.permissions import leads_case_unit
from samvern.cases.notes.models import Note
from samvern.identity.sealing import open_field, seal_fields
from samvern.law.retention import due_on, rule_for


@dataclass(frozen=True)
class ClosingSummary:
    """What closing a case ends and leaves behind, and what happens to it then."""

    lives: OpenItems
    kept_until: date | None
    rule: str
    text: str


def summarise_closing(case: Case) -> ClosingSummary:
    """What is open in a case, and how long it is kept if it is closed today."""
    today = timezone.localdate()
    rule = rule_for(current_pack().ruleset, case.kind)
    closed = timezone.localdate(case.closed_at) if case.closed_at else today
    noted = Note.objects.filter(case=case).aggregate(last=Max("created_at"))["last"]
    last = timezone.localdate(noted) if noted else None
    return ClosingSummary(
        lives=list_open_items(case),
        kept_until=due_on(rule, closed=closed, last_entry=last) if rule else None,
        rule=localized(rule.name) if rule else "",
        text=localized(rule.text) if rule else "",
    )


def close_case(
    *,
    actor: Actor,
    case: Case,
    ground: str,
    words: str = "",
    keepers: Mapping[UUID, UUID] | None = None,
    expected: int,
) -> Case:
    """End the work on a case; nothing in it can be changed until it is opened again.

    The database ends everything open on it in the same statement. What protects the person now
    goes on: ``keepers`` says who answers for each of these, by the thing's id.

    Raises:
        Rejected: it is closed already, or nobody is named for something that goes on.
        Conflict: somebody changed it in the meantime.
    """
    if case.state == Case.State.CLOSED:
        raise Rejected(_("The case is closed already."))
    now, named = timezone.now(), keepers or {}
    lives = list_open_items(_held(case))
    assign_keepers(actor=actor, case=case, named=named, lives=lives)
    try:
        with transaction.atomic():
            closed = update_versioned(
                case,
                expected=expected,
                state=Case.State.CLOSED,
                closed_at=now,
                close_ground=ground,
                **seal_fields(case, close=words),
            )
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") == UNNAMED:
            raise Rejected(_("Say who answers for everything that goes on.")) from error
        raise
    ended, kept = lives.counts(named)
    log_act("case.close", case=case.pk, ground=ground, ended=ended, kept=kept)
    return closed


def _held(case: Case) -> Case:
    """Locked, so that what is listed is what is ended."""
    return Case.objects.select_for_update(no_key=True, of=("self",)).get(pk=case.pk)


def reopen_case(*, actor: Actor, case: Case, words: str, expected: int) -> Case:
    """Go on with a case, and say why. It revives nothing of what closing ended.

    Raises:
        Rejected: it is open. Conflict: somebody changed it in the meantime.
    """
    if case.state == Case.State.OPEN:
        raise Rejected(_("The case is open already."))
    opened = update_versioned(
        case,
        expected=expected,
        state=Case.State.OPEN,
        closed_at=None,
        close_ground="",
        **seal_fields(case, close=words),
    )
    log_act("case.reopen", case=case.pk)
    return opened


def set_hold(*, actor: Actor, case: Case, words: str, expected: int) -> Case:
    """Let nothing in the case be deleted, as its leader, and say why.

    Raises:
        NotFound: the actor does not lead the unit.
        Rejected: there is a hold. Conflict: somebody changed the case in the meantime.
    """
    _must_lead(actor, case)
    if case.held_at:
        raise Rejected(_("There is a legal hold on the case already."))
    held = update_versioned(
        case,
        expected=expected,
        held_at=timezone.now(),
        held_by_id=actor.member_id,
        **seal_fields(case, hold=words),
    )
    log_act("case.hold", case=case.pk)
    return held


def lift_hold(*, actor: Actor, case: Case, words: str, expected: int) -> Case:
    """Let the rules of retention go on, as its leader, and say why.

    Raises:
        NotFound: the actor does not lead the unit.
        Rejected: there is no hold. Conflict: somebody changed the case in the meantime.
    """
    _must_lead(actor, case)
    if not case.held_at:
        raise Rejected(_("There is no legal hold on the case."))
    lifted = update_versioned(
        case,
        expected=expected,
        held_at=None,
        held_by_id=None,
        **seal_fields(case, hold=words),
    )
    log_act("case.release", case=case.pk)
    return lifted


def read_close_words(case: Case) -> str:
    """What was written when it was closed or opened again."""
    return open_field(case, "close")


def read_hold_words(case: Case) -> str:
    """Why the hold was set or lifted."""
    return open_field(case, "hold")


def _must_lead(actor: Actor, case: Case) -> None:
    if not leads_case_unit(actor, case):
        raise NotFound("case", case.pk)
