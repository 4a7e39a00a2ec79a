# SPDX-License-Identifier: EUPL-1.2
"""The common plan a conference agreed on."""

from django.db import models

from samvern.access.courses import InCourse, Step
from samvern.access.models import Organisation
from samvern.coordination.models.conferences import Conference
from samvern.coordination.models.seats import Seat


class PlanItem(InCourse):
    """What one of those present does, by when. All who may see plans see it; she always does."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="items")
    case_id = models.UUIDField(db_index=True)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="items")
    receiver = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    """The organisation of the seat, which can say that it is done."""
    what_sealed = models.BinaryField()
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("due_on", "created_at")

    def __str__(self) -> str:
        return f"{self.seat_id} until {self.due_on}"


class PlanItemStep(Step):
    """It was done, taken up again, dropped."""

    of = models.ForeignKey(PlanItem, models.PROTECT, related_name="steps")
    case_id = models.UUIDField(db_index=True)

    class Meta(Step.Meta):
        pass
