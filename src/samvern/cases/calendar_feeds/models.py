# SPDX-License-Identifier: EUPL-1.2
"""The secret addresses of calendars."""

from django.db import models

from samvern.access.models import Member
from samvern.access.models.base import BaseModel


class Feed(BaseModel):
    """A calendar address of one member; only the hash of its secret is kept."""

    member = models.OneToOneField(Member, models.PROTECT, related_name="+")
    secret_hash = models.BinaryField(unique=True)

    def __str__(self) -> str:
        return str(self.member_id)
