# SPDX-License-Identifier: EUPL-1.2
"""The board for API clients of an organisation."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Schema

from samvern.access.api.operations import scoped
from samvern.access.api.pages import PAGED, Start, tell_page
from samvern.coordination.api import router
from samvern.coordination.board import domain as board


class WaitOut(Schema):
    """Something that waits."""

    need: str
    who: str
    weeks: int
    late: bool
    escalated: bool


class LineOut(Schema):
    """One person on the board; nothing says who she is."""

    line: str
    holder: str
    unit: str
    region: str
    kind: str
    age: str
    weeks: int
    clock: str | None
    next_on: date | None
    exact: bool
    overdue: bool
    waits: list[WaitOut]
    reasons: list[str]
    reference: str


class BoardOut(Schema):
    """A page of the board, what needs the coordinator first on top."""

    total: int
    overdue: int
    waiting: int
    children: int
    lines: list[LineOut]


@router.get("/board", response=BoardOut, summary="The coordinator's board", openapi_extra=PAGED)
@scoped("board:read")
def read_board_by_api(
    request: HttpRequest, response: HttpResponse, region: str = "", start: Start = 0
) -> Any:
    """Lines without names, for programs of an organisation that coordinates; else none."""
    filters = board.BoardFilters(region=region[:60])
    found = board.read_board(actor=request.actor, filters=filters, start=start)  # type: ignore[attr-defined]
    tell_page(request, response, start=start, shown=len(found.lines), total=found.total)
    return found
