# SPDX-License-Identifier: EUPL-1.2
"""Who acts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from samvern.access.roles import CASEWORK, PROGRAM

FRESH = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Actor:
    """A member at work, with the token that tells the database so."""

    member_id: UUID
    user_id: UUID
    name: str
    organisation_id: UUID
    organisation: str
    unit_id: UUID | None
    role: str
    token: str
    authenticated_at: datetime

    @property
    def works_with_cases(self) -> bool:
        """Whether what cases hold can concern her at all; a program, within its categories."""
        return self.role in CASEWORK or self.role == PROGRAM

    @property
    def is_fresh(self) -> bool:
        """Whether she proved who she is in the last five minutes."""
        return timezone.now() - self.authenticated_at < FRESH


class Request(HttpRequest):
    """A request of the workspace: somebody is signed in."""

    actor: Actor
