# SPDX-License-Identifier: EUPL-1.2
"""Handover, retention, and what is left when a case is erased."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models import Member
from samvern.access.models.base import VersionedModel
from samvern.access.models.sealed import SealedField
from samvern.cases.core.models import CaseRecord


class Handover(CaseRecord, VersionedModel):
    """A case on its way from one owner to another."""

    class State(models.TextChoices):
        """How it stands."""

        OFFERED = "offered", _("Waiting for an answer")
        TAKEN = "taken", _("Taken over")
        DECLINED = "declined", _("Declined")
        RECALLED = "recalled", _("Recalled")

    giver = models.ForeignKey(Member, models.PROTECT, related_name="+")
    taker = models.ForeignKey(Member, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.OFFERED)
    words_sealed = SealedField(
        _("What should she or he know?"), "case_id", Category.CASE, limit=1000, rows=4
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at",)
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(state="offered"), name="handover_one"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.state}"
