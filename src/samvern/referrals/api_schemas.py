# SPDX-License-Identifier: EUPL-1.2
"""What API clients send about referrals."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from samvern.access.api.sent import Sent

Urgency = Literal["tonight", "days3", "days14"]

Move = Literal[
    "see", "accept", "decline", "ask", "answer", "hand_on", "withdraw", "arrive", "miss", "close",
    "delete",
]  # fmt: skip


class ReferralIn(Sent):
    """A new referral. ``basis`` is ``consent:<id>`` or ``gate:<id of the pack>``."""

    case_id: UUID
    person_id: UUID
    receiver_id: UUID
    unit_id: UUID | None = None
    service_id: UUID | None = None
    need: str
    urgency: Urgency
    basis: str = Field(max_length=80)
    holds: list[str] = Field(default=[], max_length=20)
    fields: list[str] = Field(default=[], max_length=20)
    categories: list[str] = Field(default=[], max_length=10)
    message: str = Field(default="", max_length=2000)
    until: date


class ReferralMoveIn(Sent):
    """A move, with what it needs: a reason of its list, words, a day, another organisation; to
    accept, whom the sender can ring."""

    move: Move
    reason: str = Field(default="", max_length=40)
    words: str = Field(default="", max_length=1500)
    call_name: str = Field(default="", max_length=80)
    call_phone: str = Field(default="", max_length=40)
    on: date | None = None
    suggested_id: UUID | None = None


class ReferralOut(Schema):
    """A referral; nothing in it tells who it is about."""

    id: UUID
    organisation_id: UUID
    receiver_id: UUID
    receiver_unit_id: UUID | None
    need: str
    urgency: str
    state: str
    state_since: datetime
    created_at: datetime
    due_at: datetime
    share_until: datetime
    basis: str
    provision: str
    purpose: str
    fields: list[str]
    categories: list[str]


class CallOut(Schema):
    """Somebody to ring."""

    name: str
    phone: str


class StepOut(Schema):
    """A move that was made, with what was written, while it is open to the program."""

    move: str
    state: str
    side: str
    reason: str
    at: datetime
    on: date | None
    suggested_id: UUID | None
    words: str
    call: CallOut | None


class LetterOut(ReferralOut):
    """With what was sent, while it is open, and what has happened."""

    values: dict[str, str] | None
    message: str | None
    sender: CallOut | None
    steps: list[StepOut]
