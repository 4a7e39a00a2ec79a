# SPDX-License-Identifier: EUPL-1.2
"""How long words of calls and questions to desks are kept."""

from django.db import models

from samvern.access.models import Member, Organisation
from samvern.access.models.base import BaseModel

LONGEST = 183
"""Days. No statute says it: half a year is our proposal, for the data controller to decide on."""


class KeepingRule(BaseModel):
    """How many days an organisation keeps such words from a moment on; the latest rule holds.

    Where nobody has decided it is ``LONGEST``, and no rule is longer.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    days = models.PositiveSmallIntegerField()
    made_by = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["organisation", "-created_at"], name="keepingrule_latest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(days__range=(1, LONGEST)), name="keepingrule_days"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.days}"
