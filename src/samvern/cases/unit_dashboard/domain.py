# SPDX-License-Identifier: EUPL-1.2
"""What a leader looks after: load, what is late, unanswered, or without an owner at work.

Only the units she leads, and only what row security shows her: each count is of rows she may see.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.gate import fetch_rows
from samvern.access.models import EmergencyAccess, Member, Share, Unit
from samvern.access.roles import CASEWORK
from samvern.access.unit_of_work import log_read
from samvern.cases.case_header.alerts import DANGER, GRAVE, RISK, list_case_signs, list_danger_rules
from samvern.cases.core.models import Case
from samvern.cases.core.permissions import list_led_unit_ids
from samvern.cases.deadlines.models import Deadline, deadline_name
from samvern.cases.facts.models import PersonSigns
from samvern.cases.handover.models import Handover
from samvern.cases.retention.models import ErasureProposal
from samvern.cases.risks.models import Risk
from samvern.cases.tasks.models import Task
from samvern.identity.sealing import load_keys

MOST = 50
"""Rows of each list; a leader with more must see the first ones first."""

WAITS = timedelta(days=2)
"""How long an offer may wait before it is the leader's matter."""


@dataclass(frozen=True)
class Workload:
    """What one worker has in hand."""

    member: Member
    cases: int
    deadlines_late: int
    tasks: int
    tasks_late: int


@dataclass(frozen=True)
class OverdueDeadline:
    """A deadline that has passed."""

    reference: str
    case_id: UUID
    name: str
    owner: str
    due: date


@dataclass(frozen=True)
class UnansweredEntry:
    """Something somebody has not answered."""

    reference: str
    case_id: UUID
    who: str
    since: datetime


@dataclass(frozen=True)
class EndangeredCase:
    """An open case with somebody in danger, or at high risk; its signs as codes."""

    reference: str
    case_id: UUID
    owner: str
    signs: tuple[str, ...]


@dataclass(frozen=True)
class UnitDashboard:
    """A leader's page."""

    units: list[Unit]
    loads: list[Workload]
    endangered: list[EndangeredCase]
    late: list[OverdueDeadline]
    handovers: list[UnansweredEntry]
    shares: list[UnansweredEntry]
    ownerless: list[UnansweredEntry]
    emergencies: int
    proposals: int

    @property
    def rows(self) -> int:
        """How many rows of cases are shown."""
        lists = (self.endangered, self.late, self.handovers, self.shares, self.ownerless)
        return sum(len(each) for each in lists) + sum(load.cases for load in self.loads)


def read_unit_dashboard(*, actor: Actor) -> UnitDashboard:
    """Everything on the leader's page, in about ten queries whatever the size of the unit."""
    units = list_led_unit_ids()
    found = UnitDashboard(
        units=list(Unit.objects.filter(pk__in=units)),
        loads=_loads(units),
        endangered=_endangered(units),
        late=_late(units),
        handovers=_handovers(units),
        shares=_shares(),
        ownerless=_ownerless(units),
        emergencies=EmergencyAccess.objects.filter(reviewed_at=None)
        .exclude(member_id=actor.member_id)
        .count(),
        proposals=ErasureProposal.objects.filter(state__in=("proposed", "confirmed")).count(),
    )
    log_read("leader.see", rows=found.rows)
    return found


def _endangered(units: list[UUID]) -> list[EndangeredCase]:
    """Open cases that say danger now or high risk, the gravest first."""
    newest = Risk.objects.filter(person=OuterRef("person")).order_by("-created_at").values("level")
    here = {"case__unit_id__in": units, "case__state": Case.State.OPEN}
    at_risk = Risk.objects.filter(level__in=GRAVE, level=Subquery(newest[:1]), **here)
    signed = PersonSigns.objects.filter(rules__overlap=list_danger_rules(), **here)
    ids = {*at_risk.values_list("case_id", flat=True), *signed.values_list("case_id", flat=True)}
    signs = list_case_signs(ids) if ids else {}
    grave = {id: found for id, found in signs.items() if {DANGER, RISK} & {*found}}
    rows = Case.objects.filter(pk__in=grave).select_related("owner")
    found = [EndangeredCase(r.reference, r.pk, r.owner.name, tuple(grave[r.pk])) for r in rows]
    return sorted(found, key=lambda each: (DANGER not in each.signs, each.reference))[:MOST]


def _loads(units: list[UUID]) -> list[Workload]:
    today = timezone.localdate()
    here = Q(case__unit_id__in=units, case__state=Case.State.OPEN)
    cases = _counted(Case.objects.filter(unit_id__in=units, state=Case.State.OPEN))
    late = _counted(_late_rows(units))
    tasks = _counted(Task.objects.filter(here, done_at=None, ended_at=None))
    tasks_late = _counted(Task.objects.filter(here, done_at=None, ended_at=None, due_on__lt=today))
    owners = set(cases) | set(late) | set(tasks)
    members = Member.objects.filter(
        Q(pk__in=owners) | Q(unit_id__in=units, role__in=CASEWORK) & _at_work()
    ).select_related("unit")
    loads = [
        Workload(
            member,
            cases.get(member.pk, 0),
            late.get(member.pk, 0),
            tasks.get(member.pk, 0),
            tasks_late.get(member.pk, 0),
        )
        for member in members
    ]
    return sorted(loads, key=lambda load: (-load.deadlines_late, -load.cases, load.member.name))


def _at_work() -> Q:
    return Q(until=None) | Q(until__gt=timezone.now())


def _counted(rows: "QuerySet[Case] | QuerySet[Deadline] | QuerySet[Task]") -> dict[UUID, int]:
    return dict(rows.order_by().values_list("owner_id").annotate(Count("pk")))


def _late_rows(units: list[UUID]) -> "QuerySet[Deadline]":
    return Deadline.objects.annotate(ends=Coalesce("extended_to", "due_on")).filter(
        Q(due_at__lt=timezone.now(), extended_to=None) | Q(ends__lt=timezone.localdate()),
        case__unit_id__in=units,
        case__state=Case.State.OPEN,
        state=Deadline.State.RUNNING,
    )


def _due(row: Deadline) -> date:
    due = row.extended_to or row.due_on
    assert due is not None  # a deadline that is late has a day
    return due


def _late(units: list[UUID]) -> list[OverdueDeadline]:
    rows = list(
        _late_rows(units)
        .select_related("case", "owner")
        .order_by(Coalesce("extended_to", "due_on"))[:MOST]
    )
    load_keys([row.subject_id for row in rows if not row.clock])
    return [
        OverdueDeadline(
            row.case.reference, row.case_id, deadline_name(row), row.owner.name, _due(row)
        )
        for row in rows
    ]


def _handovers(units: list[UUID]) -> list[UnansweredEntry]:
    rows = Handover.objects.filter(
        state=Handover.State.OFFERED,
        case__unit_id__in=units,
        created_at__lt=timezone.now() - WAITS,
    ).select_related("case", "taker")
    return [
        UnansweredEntry(row.case.reference, row.case_id, row.taker.name, row.created_at)
        for row in rows.order_by("created_at")[:MOST]
    ]


def _shares() -> list[UnansweredEntry]:
    """What others have shared and nobody of the house has opened."""
    ids = [id for (id,) in fetch_rows("unopened_shares")]
    shares = list(Share.objects.filter(pk__in=ids).order_by("since")[:MOST])
    seen = Case.objects.filter(pk__in=[share.case_id for share in shares])
    cases = {case.pk: case for case in seen.select_related("organisation")}
    return [
        UnansweredEntry(case.reference, case.pk, case.organisation.name, share.since)
        for share in shares
        if (case := cases.get(share.case_id))
    ]


def _ownerless(units: list[UUID]) -> list[UnansweredEntry]:
    """Open cases whose owner has left, or no longer works with cases."""
    rows = Case.objects.filter(
        Q(owner__until__lte=timezone.now()) | ~Q(owner__role__in=CASEWORK),
        unit_id__in=units,
        state=Case.State.OPEN,
    ).select_related("owner")
    return [
        UnansweredEntry(row.reference, row.pk, row.owner.name, row.owner.until or row.changed_at)
        for row in rows.order_by(F("owner__until").asc(nulls_last=True))[:MOST]
    ]
