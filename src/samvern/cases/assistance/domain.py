# SPDX-License-Identifier: EUPL-1.2
"""The help that was asked for, given, ended and refused: what, by whom, from and to, and why."""

from datetime import date
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import Rejected
from samvern.access.optimistic_locking import update_versioned
from samvern.access.unit_of_work import log_act
from samvern.cases.assistance.models import Assistance
from samvern.cases.core.models import Case, Person
from samvern.identity.sealing import load_keys, open_field, seal_fields, set_sealed

State = Assistance.State
REFUSED_STATES = (State.DECLINED, State.REFUSED)
OPEN_STATES = (State.ASKED, State.GIVEN)


def record_assistance(
    *,
    actor: Actor,
    person: Person,
    kind: str,
    provider: str,
    state: str,
    since: date | None = None,
    until: date | None = None,
    ground: str = "",
    words: str = "",
) -> Assistance:
    """Write down one kind of help from one provider.

    Raises:
        Rejected: it ends before it begins, or a no is without its reason.
    """
    _check(state, since, until, ground)
    row = Assistance(
        id=uuid4(),
        case_id=person.case_id,
        person=person,
        created_by_id=actor.member_id,
        kind=kind,
        state=state,
        since=since,
        until=until,
        ground=ground,
        words_sealed=None,
    )
    set_sealed(row, provider=provider, words=words)
    row.save(force_insert=True)
    log_act("assistance.record", case=person.case_id, object=row.pk, kind=kind, state=state)
    return row


def change_assistance(
    *,
    actor: Actor,
    assistance: Assistance,
    expected: int,
    state: str,
    since: date | None = None,
    until: date | None = None,
    ground: str = "",
    words: str = "",
    provider: str = "",
) -> Assistance:
    """How it stands now. What it was before is kept in the history.

    Raises:
        Rejected: as for a new one. Conflict: somebody changed it in the meantime.
    """
    _check(state, since, until, ground)
    values: dict[str, Any] = {"state": state, "since": since, "until": until, "ground": ground}
    values |= seal_fields(assistance, words=words)
    if provider:
        values |= seal_fields(assistance, provider=provider)
    row = update_versioned(assistance, expected=expected, **values)
    log_act("assistance.change", case=row.case_id, object=row.pk, state=state)
    return row


def list_assistance(case: Case) -> list[Assistance]:
    """A case's help, what goes on first, then the newest; its keys are fetched at once."""
    rows = list(Assistance.objects.filter(case=case).select_related("person"))
    load_keys([row.person_id for row in rows])
    return sorted(
        rows,
        key=lambda row: (
            row.state in OPEN_STATES,
            row.since or row.created_at.date(),
            row.created_at,
        ),
        reverse=True,
    )


def read_provider(assistance: Assistance) -> str:
    """Who gives it, or was asked."""
    return open_field(assistance, "provider")


def read_assistance_words(assistance: Assistance) -> str:
    """What was written about it."""
    return open_field(assistance, "words")


def _check(state: str, since: date | None, until: date | None, ground: str) -> None:
    if since and until and until < since:
        raise Rejected(_("It ends before it begins. Correct one of the days."))
    if state == State.ENDED and not until:
        raise Rejected(_("Say which day it ended."))
    if state in REFUSED_STATES and not ground:
        raise Rejected(_("Say why, so that it can be answered."))
