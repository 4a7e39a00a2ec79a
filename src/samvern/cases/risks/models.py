# SPDX-License-Identifier: EUPL-1.2
"""How the risk was judged. Rows are added, never changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models.sealed import SealedField
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
    threats_sealed = SealedField(
        _("What is the danger, and who or what does it come from?"),
        "person_id",
        Category.PLAN,
        rows=4,
    )
    plan_sealed = SealedField(
        _("What is done to be safe, by whom, and what if it gets worse?"),
        "person_id",
        Category.PLAN,
    )
    review_on = models.DateField()

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"risk of {self.person_id}"
