# SPDX-License-Identifier: EUPL-1.2
"""The board for API clients of an organisation."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Schema

from samvern.access.api.operations import scoped
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


@router.get("/board", response=BoardOut, summary="The coordinator's board")
@scoped("board:read")
def read_board_by_api(request: HttpRequest, region: str = "", start: int = 0) -> Any:
    """Lines without names, for programs of an organisation that coordinates; else none."""
    filters = board.BoardFilters(region=region[:60])
    return board.read_board(actor=request.actor, filters=filters, start=max(start, 0))  # type: ignore[attr-defined]
