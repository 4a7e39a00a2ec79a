# SPDX-License-Identifier: EUPL-1.2
"""What goes on although a case is closed."""

from django.db import models

from samvern.access.models import Member
from samvern.cases.core.models import CaseRecord


class Aftercare(CaseRecord):
    """What goes on although the case is closed, and who answers for it now.

    Ended when the case is opened again: then its owner answers.
    """

    kind = models.SlugField(max_length=40)
    """The kind of the thing (``access.living``)."""
    thing_id = models.UUIDField()
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "thing_id"],
                condition=models.Q(ended_at__isnull=True),
                name="aftercare_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.case_id}"
