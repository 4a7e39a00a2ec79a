# SPDX-License-Identifier: EUPL-1.2
"""What programs send about referrals."""

from datetime import date
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

Urgency = Literal["tonight", "days3", "days14"]
Move = Literal[
    "see", "accept", "decline", "ask", "answer", "hand_on", "withdraw", "arrive", "miss", "close",
    "delete",
]  # fmt: skip


class ReferralIn(Schema):
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


class MoveIn(Schema):
    """A move, with what it needs: a reason of its list, words, a day, another organisation; to
    accept, whom the sender can ring."""

    move: Move
    reason: str = Field(default="", max_length=40)
    words: str = Field(default="", max_length=1500)
    call_name: str = Field(default="", max_length=80)
    call_phone: str = Field(default="", max_length=40)
    on: date | None = None
    suggested_id: UUID | None = None
