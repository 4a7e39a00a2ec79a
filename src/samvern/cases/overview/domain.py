# SPDX-License-Identifier: EUPL-1.2
"""The first page of a case: what comes next, what is to be done, what is new, and who has it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import get_language

from samvern.access.actor import Actor
from samvern.access.models import TeamMember
from samvern.access.unit_of_work import log_read
from samvern.cases.ages.domain import list_ages_told
from samvern.cases.ages.labels import AgeProposal, describe_proposals
from samvern.cases.case_list.domain import case_label
from samvern.cases.core.models import Case
from samvern.cases.core.pack import current_pack
from samvern.cases.core.selectors import list_people, person_name
from samvern.cases.deadlines.models import Deadline, deadline_name
from samvern.cases.tasks.domain import task_text
from samvern.cases.tasks.models import Task
from samvern.cases.team.domain import list_team
from samvern.cases.timeline.domain import Timeline, read_timeline
from samvern.guide.contacts import Contact, contacts

MOST, MOST_TASKS = 5, 12


@dataclass(frozen=True)
class UpcomingEntry:
    """Something that is due; a deadline that counts hours has one."""

    text: str
    due: date | datetime | None
    who: str = ""
    calls: tuple[Contact, ...] = ()
    """Whom to call for it, where the pack says so."""

    @property
    def is_late(self) -> bool:
        """Whether its day or hour has passed."""
        if isinstance(self.due, datetime):
            return self.due < timezone.now()
        return self.due is not None and self.due < timezone.localdate()


@dataclass(frozen=True)
class CaseOverview:
    """What the page shows."""

    label: str
    people: list[str]
    proposed: list[AgeProposal]
    """What was told of somebody's age, to confirm or set aside."""
    deadlines: tuple[UpcomingEntry, ...]
    tasks: tuple[UpcomingEntry, ...]
    newest: Timeline
    team: list[TeamMember]


def read_case_overview(*, actor: Actor, case: Case) -> CaseOverview:
    """The page of a case the actor has reached; what is not shared with her is not in it."""
    found_people = list_people(case, also=[case.pk])
    people = [person_name(person) for person in found_people]
    told = list_ages_told(found_people)
    found = CaseOverview(
        label=case_label(case),
        people=people,
        proposed=[
            each
            for person, name in zip(found_people, people, strict=True)
            for each in describe_proposals(person, name, told)
        ],
        deadlines=tuple(_deadlines(case)),
        tasks=tuple(_tasks(case)),
        newest=read_timeline(case=case, everything=True, limit=MOST),
        team=list_team(case),
    )
    rows = len(people) + len(found.deadlines) + len(found.tasks) + len(found.team)
    log_read("case.overview", case=case.pk, rows=1 + rows)
    return found


def _deadlines(case: Case) -> list[UpcomingEntry]:
    rows = (
        Deadline.objects.filter(case=case, state=Deadline.State.RUNNING, due_on__isnull=False)
        .annotate(ends=Coalesce("extended_to", "due_on"))
        .select_related("owner")
        .order_by("ends", "due_at")[:MOST]
    )
    return [
        UpcomingEntry(
            deadline_name(row), row.extended_to or row.due_at or row.due_on, row.owner.name
        )
        for row in rows
    ]


def _tasks(case: Case) -> list[UpcomingEntry]:
    rows = (
        Task.objects.filter(case=case, done_at=None, ended_at=None)
        .select_related("owner")
        .order_by(F("due_on").asc(nulls_last=True), "created_at")[:MOST_TASKS]
    )
    return [UpcomingEntry(task_text(row), row.due_on, row.owner.name, _calls(row)) for row in rows]


def _calls(task: Task) -> tuple[Contact, ...]:
    rule = current_pack().ruleset.rules.get(task.rule)
    found = contacts(rule.actors, get_language() or "") if rule else ()
    return tuple(each for each in found if each.tel)
