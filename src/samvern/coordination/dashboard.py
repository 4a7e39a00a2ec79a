# SPDX-License-Identifier: EUPL-1.2
"""What of conferences waits for the actor, and for others: lines of the desk."""

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.cases.core.models import Case
from samvern.cases.dashboard.domain import READ_AT_MOST, DashboardEntry
from samvern.coordination.board.models import Reminder
from samvern.coordination.conferences.models import MinutesAnswer, Participant, PlanItem

Row = TypeVar("Row", bound=Model)


def waiting_for_me(actor: Actor) -> list[DashboardEntry]:
    """Invitations, what the actor is to do by a common plan, minutes to answer, and questions."""
    mine = Participant.objects.filter(member_id=actor.member_id).select_related("conference")
    asked = mine.filter(state="invited", conference__state="planned")
    unanswered = mine.filter(state="came", conference__state="closed").exclude(
        pk__in=MinutesAnswer.objects.filter(created_by_id=actor.member_id).values("participant_id")
    )
    agreed = PlanItem.objects.filter(participant__member_id=actor.member_id, state="agreed")
    lines = [
        *(_participant(row, _("Answer an invitation to a case conference")) for row in _few(asked)),
        *(_participant(row, _("Say whether the minutes are right")) for row in _few(unanswered)),
        *(
            DashboardEntry(
                _("Do what was agreed at a conference"),
                "conferences",
                row.case_id,
                due=row.due_on,
                since=row.created_at,
            )
            for row in _few(agreed)
        ),
        *(
            DashboardEntry(
                _("Answer a coordinator"), "board_asked", row.case_id, since=row.created_at
            )
            for row in _few(_questions(actor))
        ),
    ]
    return _referred(lines)


def waiting_for_others(actor: Actor) -> list[DashboardEntry]:
    """Those the actor has invited who have not answered."""
    invited = Participant.objects.filter(
        conference__created_by_id=actor.member_id, conference__state="planned", state="invited"
    ).exclude(member_id=actor.member_id)
    rows = _few(invited.select_related("conference"))
    text = _("Answer to an invitation")
    return _referred(
        [
            DashboardEntry(text, "conferences", row.case_id, since=row.state_since, who=row.name)
            for row in rows
        ]
    )


def _questions(actor: Actor) -> QuerySet[Reminder]:
    owned = Case.objects.filter(owner_id=actor.member_id).values("pk")
    return Reminder.objects.filter(state="asked", to_holder=True, case_id__in=owned)


def _few(rows: QuerySet[Row]) -> list[Row]:
    return list(rows[:READ_AT_MOST])


def _participant(row: Participant, text: str) -> DashboardEntry:
    starts = row.conference.starts_at
    due = starts if starts > timezone.now() else None
    return DashboardEntry(text, "conferences", row.case_id, due=due, since=row.state_since)


def _referred(lines: list[DashboardEntry]) -> list[DashboardEntry]:
    """The lines with the references of their cases."""
    found = Case.objects.filter(pk__in={line.case_id for line in lines})
    names: dict[UUID | None, str] = dict(found.values_list("pk", "reference")) if lines else {}
    return [
        DashboardEntry(
            line.text,
            line.page,
            line.case_id,
            names.get(line.case_id, ""),
            line.due,
            line.since,
            line.who,
        )
        for line in lines
    ]
