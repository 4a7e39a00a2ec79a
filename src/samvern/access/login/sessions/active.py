# SPDX-License-Identifier: EUPL-1.2
"""Sessions somebody may see and end: her own, and an administrator those for her organisation."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest

from samvern.access.gate import fetch_rows, fetch_value
from samvern.access.unit_of_work import current_unit_of_work, log_act, write_lines


class ActiveSession(NamedTuple):
    """One signed-in browser."""

    handle: UUID
    device: str
    created_at: datetime
    seen_at: datetime
    is_this: bool | None


def list_own_sessions() -> list[ActiveSession]:
    """The actor's own, the latest used first."""
    return _list_sessions(None)


def list_member_sessions(member_id: UUID) -> list[ActiveSession]:
    """Those in which a member acts for the administrator's organisation; none for anybody else."""
    return _list_sessions(member_id)


def end_own_session(handle: str) -> int:
    """End one of the actor's own; how many that was."""
    try:
        wanted = UUID(handle)
    except ValueError:
        return 0
    ended = _end_sessions([wanted], None)
    log_act("visit.end", number=ended)
    return ended


def end_member_sessions(*, member_id: UUID) -> int:
    """End every session in which a member acts for the administrator's organisation."""
    ended = _end_sessions([visit.handle for visit in list_member_sessions(member_id)], member_id)
    log_act("visit.end", object=member_id, number=ended)
    return ended


def end_other_sessions() -> int:
    """End the actor's own, but for this one."""
    return _end_sessions([visit.handle for visit in list_own_sessions() if not visit.is_this], None)


def end_all_own_sessions(request: HttpRequest) -> None:
    """End all the actor's own, this one last, so that the trail can say who did it."""
    log_act("visit.end", number=end_other_sessions() + 1)
    log_act("logout")
    write_lines(current_unit_of_work().lines)
    request.session.flush()


def _list_sessions(member_id: UUID | None) -> list[ActiveSession]:
    return [ActiveSession(*row) for row in fetch_rows("visits", member_id)]


def _end_sessions(handles: list[UUID], member_id: UUID | None) -> int:
    return int(fetch_value("end_visits", handles, member_id))
