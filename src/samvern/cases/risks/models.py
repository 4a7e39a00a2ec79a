# SPDX-License-Identifier: EUPL-1.2
"""How the risk was judged. Rows are added, never changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.cases.core.models import CasePersonRecord


class Risk(CasePersonRecord):
    """The risk and the safety plan as they were judged at one time; the newest is in force."""

    class Level(models.TextChoices):
        """How grave."""

        LOW = "low", _("Low")
        MEDIUM = "medium", _("Medium")
        HIGH = "high", _("High")
        ACUTE = "acute", _("Acute")

    level = models.CharField(max_length=10, choices=Level)
    threats_sealed = models.BinaryField()
    plan_sealed = models.BinaryField()
    review_on = models.DateField()

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"risk of {self.person_id}"
