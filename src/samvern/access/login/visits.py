# SPDX-License-Identifier: EUPL-1.2
"""Visits somebody may see and end: her own, and an administrator those for her organisation."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest

from samvern.access import audit
from samvern.access.login.gate import ask, rows
from samvern.access.work import current_work


class Visit(NamedTuple):
    """One signed-in browser."""

    handle: UUID
    device: str
    created_at: datetime
    seen_at: datetime
    is_this: bool | None


def own_visits() -> list[Visit]:
    """The actor's own, the latest used first."""
    return _list(None)


def visits_of(member_id: UUID) -> list[Visit]:
    """Those in which a member acts for the administrator's organisation; none for anybody else."""
    return _list(member_id)


def end_visit(handle: str) -> int:
    """End one of the actor's own; how many that was."""
    try:
        wanted = UUID(handle)
    except ValueError:
        return 0
    ended = _end([wanted], None)
    audit.record("visit.end", number=ended)
    return ended


def end_visits_of(*, member_id: UUID) -> int:
    """End every visit in which a member acts for the administrator's organisation."""
    ended = _end([visit.handle for visit in visits_of(member_id)], member_id)
    audit.record("visit.end", object=member_id, number=ended)
    return ended


def end_others() -> int:
    """End the actor's own, but for this one."""
    return _end([visit.handle for visit in own_visits() if not visit.is_this], None)


def end_everywhere(request: HttpRequest) -> None:
    """End all the actor's own, this one last, so that the trail can say who did it."""
    audit.record("visit.end", number=end_others() + 1)
    audit.record("logout")
    audit.write_lines(current_work().lines)
    request.session.flush()


def _list(member_id: UUID | None) -> list[Visit]:
    return [Visit(*row) for row in rows("visits", member_id)]


def _end(handles: list[UUID], member_id: UUID | None) -> int:
    return int(ask("end_visits", handles, member_id))
