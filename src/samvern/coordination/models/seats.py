# SPDX-License-Identifier: EUPL-1.2
"""The seats of those who are asked to a conference."""

from django.db import models

from samvern.access.courses import InCourse, Step
from samvern.access.models import Member, Organisation
from samvern.coordination.models.conferences import Conference


class Seat(InCourse):
    """The place of one named member. It holds as long as what lets her see the case does."""

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="seats")
    case_id = models.UUIDField(db_index=True)
    receiver = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    """The organisation she acts for: another one, or the owner's own."""
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, editable=False)
    """Her name when she was asked, which minutes need after the share is over. The database's."""
    share_id = models.UUIDField(null=True, blank=True)
    """The share it rests on; empty for the owner's own people, who see the case anyway."""

    class Meta:
        ordering = ("created_at",)
        indexes = [models.Index(fields=["member", "state"], name="seat_of_member")]
        constraints = [
            models.UniqueConstraint(fields=["conference", "member"], name="seat_once"),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} at {self.conference_id}"


class SeatStep(Step):
    """She was asked again, answered, came."""

    of = models.ForeignKey(Seat, models.PROTECT, related_name="steps")
    case_id = models.UUIDField(db_index=True)

    class Meta(Step.Meta):
        pass
