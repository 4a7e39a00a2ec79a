# SPDX-License-Identifier: EUPL-1.2
"""Deadlines: counted from the pack, moved when facts change, stopped and extended with a reason."""

from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import Rejected
from samvern.access.models import Member, TeamMember
from samvern.access.optimistic_locking import update_versioned
from samvern.access.unit_of_work import log_act
from samvern.cases.core.models import Case, Person
from samvern.cases.core.pack import current_pack
from samvern.cases.deadlines.counting import (
    CountedDeadline,
    add_clock_hours,
    compare_deadlines,
    count_deadlines,
    limit_hours,
)
from samvern.cases.deadlines.models import Deadline, Feed
from samvern.cases.notices.domain import notify
from samvern.identity.sealing import open_field, seal_fields, set_sealed
from samvern.law import Result

State = Deadline.State
ACTS = {
    State.MET: "deadline.met",
    State.STOPPED: "deadline.stopped",
    State.RUNNING: "deadline.running",
}
LONGEST = 100
"""Years from now to the farthest day a deadline can have."""
NEW, MOVED, GONE = "deadline-new", "deadline-moved", "deadline-gone"


def list_deadlines(case: Case) -> list[Deadline]:
    """All deadlines of a case the actor has reached: running ones first, the nearest on top."""
    rows = Deadline.objects.filter(case=case).select_related("person")
    return sorted(
        rows, key=lambda row: (row.state != State.RUNNING, row.due_on is None, _ends(row))
    )


def list_own_deadlines(actor: Actor) -> QuerySet[Deadline]:
    """Running deadlines in all cases the actor answers for, the nearest first."""
    mine = Deadline.objects.filter(owner_id=actor.member_id, state=State.RUNNING)
    dated = mine.filter(due_on__isnull=False).annotate(ends=Coalesce("extended_to", "due_on"))
    return dated.order_by("ends", "pk").select_related("case")


def has_feed(actor: Actor) -> bool:
    """Whether the actor's deadlines go to a calendar of hers."""
    return Feed.objects.filter(member_id=actor.member_id).exists()


def recount_deadlines(actor: Actor, person: Person, result: Result) -> None:
    """Make the deadlines of a person say what the pack counts now; tell owners who are not here."""
    rows = list(Deadline.objects.filter(person=person).exclude(clock__in=("", Deadline.REVIEW)))
    found = compare_deadlines(rows, count_deadlines(result))
    owner = Case.objects.values_list("owner_id", flat=True).get(pk=person.case_id)
    for clock in found.new:
        _told(actor, NEW, _create(actor, person, owner, clock, result))
    for row, clock in found.moved:
        _move(row, clock, result)
        _told(actor, MOVED, row)
    for row in found.gone:
        _set(row, state=State.GONE)
        _told(actor, GONE, row)
    if found.new or found.moved or found.gone:
        log_act(
            "deadline.count",
            case=person.case_id,
            object=person.pk,
            new=len(found.new),
            moved=len(found.moved),
            gone=len(found.gone),
        )


def schedule_risk_review(*, actor: Actor, person: Person, on: date) -> None:
    """The risk was judged today and is to be judged again by a day: what ran before is met."""
    running = Deadline.objects.filter(person=person, clock=Deadline.REVIEW, state=State.RUNNING)
    for row in running:
        _set(row, state=State.MET)
    row = Deadline(
        id=uuid4(),
        case_id=person.case_id,
        person=person,
        created_by_id=actor.member_id,
        owner_id=Case.objects.values_list("owner_id", flat=True).get(pk=person.case_id),
        clock=Deadline.REVIEW,
        starts_on=timezone.localdate(),
        due_on=on,
    )
    row.save(force_insert=True)
    _told(actor, NEW, row)


def add_deadline(
    *, actor: Actor, case: Case, title: str, due_on: date, owner_id: UUID | None = None
) -> Deadline:
    """A deadline of our own, which no pack knows.

    Raises:
        Rejected: the owner does not work on the case.
    """
    _refuse_far_off(due_on)
    row = Deadline(id=uuid4(), case=case, created_by_id=actor.member_id, due_on=due_on)
    row.owner_id = owner_id or actor.member_id
    if row.owner_id not in {member.pk for member in list_possible_owners(case)}:
        raise Rejected(_("Choose somebody who works on the case."))
    set_sealed(row, title=title)
    row.save(force_insert=True)
    log_act("deadline.add", case=case.pk, object=row.pk, due=due_on)
    _told(actor, NEW, row)
    return row


def list_possible_owners(case: Case) -> list[Member]:
    """Those who can be made to answer for a deadline: the team of the case and its owner."""
    team = TeamMember.objects.filter(case_id=case.pk, ended_at=None).values_list("member_id")
    members = Member.objects.filter(organisation_id=case.organisation_id, until=None)
    return list(members.filter(pk__in=team) | members.filter(pk=case.owner_id))


def meet_deadline(*, actor: Actor, deadline: Deadline, expected: int) -> Deadline:
    """What it was for is done. Raises Conflict."""
    return _end(actor, deadline, expected, State.MET, "")


def stop_deadline(*, actor: Actor, deadline: Deadline, expected: int, reason: str) -> Deadline:
    """It no longer runs, and why. It stays stopped while it counts from the same day.

    Raises Conflict.
    """
    return _end(actor, deadline, expected, State.STOPPED, reason)


def restart_deadline(*, actor: Actor, deadline: Deadline, expected: int, reason: str) -> Deadline:
    """It runs after all, and why.

    Raises:
        Rejected: the same clock runs already. Conflict: somebody changed it in the meantime.
    """
    same = Deadline.objects.filter(person=deadline.person, clock=deadline.clock)
    if deadline.clock and same.filter(state=State.RUNNING).exists():
        raise Rejected(_("This time limit runs already, from another day."))
    return _end(actor, deadline, expected, State.RUNNING, reason)


def extend_deadline(
    *, actor: Actor, deadline: Deadline, expected: int, to: date, reason: str
) -> Deadline:
    """It ends later, or earlier, than counted, and why.

    Raises:
        Rejected: the day is before it starts. Conflict: somebody changed it in the meantime.
    """
    _refuse_far_off(to)
    if deadline.starts_on and to < deadline.starts_on:
        raise Rejected(_("The new day is before the time limit starts."))
    sealed = seal_fields(deadline, reason=reason)
    row = update_versioned(deadline, expected=expected, extended_to=to, **sealed)
    log_act("deadline.extend", case=row.case_id, object=row.pk, to=to)
    _told(actor, MOVED, row)
    return row


def set_hour(*, actor: Actor, deadline: Deadline, expected: int, at: time) -> Deadline:
    """The time of day a clock that counts hours began.

    Raises:
        Rejected: it counts days. Conflict: somebody changed it in the meantime.
    """
    hours = clock_hours(deadline)
    if not hours or not deadline.starts_on:
        raise Rejected(_("This time limit is counted in days."))
    due = add_clock_hours(deadline.starts_on, at, hours)
    row = update_versioned(deadline, expected=expected, due_at=due)
    log_act("deadline.hour", case=row.case_id, object=row.pk)
    return row


def clock_hours(deadline: Deadline) -> int:
    """How many hours the clock counts; 0 for days and for one of our own."""
    rule = current_pack().ruleset.rules.get(deadline.clock)
    return limit_hours(rule.versions[-1]) if rule else 0


def read_deadline_reason(deadline: Deadline) -> str:
    """Why it was stopped or extended."""
    return open_field(deadline, "reason")


def _refuse_far_off(day: date) -> None:
    """A slip of the pen is no deadline: nobody would be reminded of the year 9999."""
    if abs(day.year - timezone.localdate().year) > LONGEST:
        raise Rejected(_("Choose a day within a hundred years."))


def _end(actor: Actor, row: Deadline, expected: int, state: State, reason: str) -> Deadline:
    values: dict[str, Any] = {"state": state}
    if reason:
        values |= seal_fields(row, reason=reason)
    changed = update_versioned(row, expected=expected, **values)
    log_act(ACTS[state], case=row.case_id, object=row.pk)
    return changed


def _create(
    actor: Actor, person: Person, owner: UUID, clock: CountedDeadline, result: Result
) -> Deadline:
    row = Deadline(
        id=uuid4(),
        case_id=person.case_id,
        person=person,
        created_by_id=actor.member_id,
        owner_id=owner,
        clock=clock.clock,
        starts_on=clock.starts_on,
        due_on=clock.due_on,
        latest_on=clock.latest_on,
        pack_hash=result.ruleset.hash,
    )
    row.save(force_insert=True)
    return row


def _move(row: Deadline, clock: CountedDeadline, result: Result) -> None:
    """A new start is a new count: an hour that was told, or an extension, was of the old one."""
    values: dict[str, Any] = {
        "starts_on": clock.starts_on,
        "due_on": clock.due_on,
        "latest_on": clock.latest_on,
        "pack_hash": result.ruleset.hash,
    }
    if row.starts_on != clock.starts_on:
        values |= {"due_at": None, "extended_to": None}
    _set(row, **values)


def _set(row: Deadline, **values: Any) -> None:
    now = timezone.now()
    Deadline.objects.filter(pk=row.pk).update(**values, changed_at=now, version=F("version") + 1)


def _told(actor: Actor, kind: str, row: Deadline) -> None:
    """Tell the owner, unless it is she who did it, or somebody let in by an emergency."""
    colleague = Member.objects.filter(pk=row.owner_id, organisation_id=actor.organisation_id)
    if row.owner_id != actor.member_id and colleague.exists():
        key = f"{kind}:{row.pk}:{timezone.now().isoformat()}"
        notify(row.owner_id, kind, key, case_id=row.case_id, about_id=row.pk)


def _ends(row: Deadline) -> date:
    return row.extended_to or row.due_on or date.max
