# SPDX-License-Identifier: EUPL-1.2
"""Calling and attending conferences in tests, as members of the cast."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from samvern.access.models import Share
from samvern.cases.core.selectors import get_case
from samvern.coordination.conferences.domain import call_conference
from samvern.coordination.conferences.models import Conference, Participant
from samvern.coordination.conferences.participants import candidates, invite
from support.workspace import Workspace

AGENDA, PLACE, VOICE = "KanariAgenda", "KanariStad", "KanariRoyst"
MINE: dict[str, Any] = {"case_id": "own"}


def moment(days: int = 3) -> Any:
    """A time some days ahead."""
    return (timezone.now() + timedelta(days=days)).replace(minute=0, second=0, microsecond=0)


def share(
    workspace: Workspace, to: str, *, purpose: str = "protection", days: int = 60, **more: Any
) -> UUID:
    """Kari's organisation shares Kari's case; the categories are those given, and the case."""
    categories = ["case", *more.pop("categories", ["rights", "notes"])]
    with workspace.acting("kari") as actor:
        row = Share(
            case_id=workspace.cast.cases["own"],
            organisation_id=workspace.cast.organisations[to],
            categories=categories,
            purpose=purpose,
            basis=Share.Basis.STATUTE,
            since=timezone.now(),
            until=timezone.now() + timedelta(days=days),
            created_by_id=actor.member_id,
            **more,
        )
        row.save(force_insert=True)
        return row.pk


def call(workspace: Workspace, **values: Any) -> UUID:
    """Kari calls a conference about her case."""
    with workspace.acting("kari") as actor:
        case = get_case(actor, workspace.cast.cases["own"])
        whole = {
            "purpose": "protection",
            "starts_at": moment(),
            "lasts": 60,
            "agenda": AGENDA,
            "where": PLACE,
            "voice": "told",
            "voice_words": VOICE,
            **values,
        }
        return call_conference(actor=actor, case=case, **whole).pk


def seat(workspace: Workspace, conference: UUID, *names: str) -> list[UUID]:
    """Kari invites members of the cast."""
    wanted = {workspace.cast.members[name] for name in names}
    with workspace.acting("kari") as actor:
        row = Conference.objects.get(pk=conference)
        keys = {c.member_id: c.key for c in candidates(row) if c.member_id in wanted}
        return [s.pk for s in invite(actor=actor, conference=row, keys=keys.values())]


def seat_of(workspace: Workspace, name: str) -> Participant:
    """Somebody's seat, as Kari sees it."""
    with workspace.acting("kari"):
        return Participant.objects.get(member_id=workspace.cast.members[name])
