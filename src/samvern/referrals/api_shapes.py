# SPDX-License-Identifier: EUPL-1.2
"""What programs get about referrals."""

from datetime import date, datetime
from uuid import UUID

from ninja import Schema


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
