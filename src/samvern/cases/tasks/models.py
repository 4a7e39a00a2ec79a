# SPDX-License-Identifier: EUPL-1.2
"""What somebody is to do in a case."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models import Member
from samvern.access.models.base import VersionedModel
from samvern.access.models.sealed import SealedField
from samvern.cases.core.models import CaseRecord


class Task(CaseRecord, VersionedModel):
    """Something somebody is to do in a case."""

    text_sealed = SealedField(
        _("What is to be done?"), "case_id", Category.PLAN, limit=1000, rows=3
    )
    rule = models.CharField(max_length=60, blank=True, default="", db_default="")
    """The rule of the pack it follows from; empty for what somebody wrote."""
    owner = models.ForeignKey(Member, models.PROTECT, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    """Since when nobody does it any more: its case was closed."""

    class Meta:
        ordering = ("due_on", "created_at")
        indexes = [models.Index(fields=["owner", "done_at", "due_on"], name="task_of_owner")]

    def __str__(self) -> str:
        return f"task in {self.case_id}"
