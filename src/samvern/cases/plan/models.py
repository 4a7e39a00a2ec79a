# SPDX-License-Identifier: EUPL-1.2
"""Goals, actions, safety and tasks."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models import Member
from samvern.access.models.base import VersionedModel
from samvern.access.models.sealed import SealedField
from samvern.cases.core.models import CasePersonRecord, CaseRecord


class Goal(CasePersonRecord, VersionedModel):
    """What the person wants to reach."""

    class State(models.TextChoices):
        """How far it has come."""

        OPEN = "open", _("Working on it")
        REACHED = "reached", _("Reached")
        DROPPED = "dropped", _("Dropped")

    text_sealed = SealedField(
        _("What does the person want to reach?"), "person_id", Category.PLAN, limit=1000, rows=3
    )
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)

    class Meta:
        ordering = ("created_at",)

    def __str__(self) -> str:
        return f"goal of {self.person_id}"


class Action(CaseRecord, VersionedModel):
    """One step towards a goal, with somebody who does it."""

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="actions")
    text_sealed = SealedField(
        _("What is to be done?"), "case_id", Category.PLAN, limit=1000, rows=3
    )
    owner = models.ForeignKey(Member, models.PROTECT, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    """Since when nobody does it any more: its case was closed."""

    class Meta:
        ordering = ("due_on", "created_at")

    def __str__(self) -> str:
        return f"action of {self.goal_id}"
