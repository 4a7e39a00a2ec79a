# SPDX-License-Identifier: EUPL-1.2
"""What programs get about conferences and the board."""

from datetime import date, datetime
from uuid import UUID

from ninja import Schema


class SeatOut(Schema):
    """Who is asked, and what she answered."""

    organisation_id: UUID
    name: str
    state: str


class ConferenceOut(Schema):
    """A conference about one of the organisation's own cases."""

    id: UUID
    case_id: UUID
    purpose: str
    starts_at: datetime
    lasts: int
    state: str
    state_since: datetime


class ConferenceWithSeats(ConferenceOut):
    """The same with those at the table."""

    seats: list[SeatOut]


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
