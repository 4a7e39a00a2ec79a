# SPDX-License-Identifier: EUPL-1.2
"""The minutes of a conference, by category of data."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import SHAREABLE
from samvern.access.models import Member
from samvern.access.models.base import Record
from samvern.coordination.models.conferences import Conference
from samvern.coordination.models.seats import Seat


class Minutes(Record):
    """What was said about one category of data. A later version stands beside the earlier one.

    Whoever was there reads the sections whose category is shared with her organisation.
    """

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="minutes")
    case_id = models.UUIDField(db_index=True)
    category = models.CharField(max_length=20, choices=[(c.value, c.label) for c in SHAREABLE])
    version = models.PositiveSmallIntegerField(default=1)
    text_sealed = models.BinaryField()
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        ordering = ("category", "-version")
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "category", "version"], name="minutes_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.category} v{self.version}"


class MinutesAnswer(Record):
    """What somebody who was there says of one section as it stood."""

    class Verdict(models.TextChoices):
        """Whether it says what was said."""

        AGREES = "agrees", _("Agrees")
        OBJECTS = "objects", _("Objects")

    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="answers")
    case_id = models.UUIDField(db_index=True)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="answers")
    verdict = models.CharField(max_length=10, choices=Verdict)
    words_sealed = models.BinaryField(null=True, blank=True)
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        ordering = ("created_at",)
        constraints = [models.UniqueConstraint(fields=["minutes", "seat"], name="minutes_answered")]

    def __str__(self) -> str:
        return f"{self.seat_id} {self.verdict}"
