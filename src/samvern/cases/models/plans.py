# SPDX-License-Identifier: EUPL-1.2
"""Goals, actions, safety and tasks."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.models import Member
from samvern.access.models.base import Versioned
from samvern.cases.models.base import Part, PersonPart


class Goal(PersonPart, Versioned):
    """What the person wants to reach."""

    class State(models.TextChoices):
        """How far it has come."""

        OPEN = "open", _("Working on it")
        REACHED = "reached", _("Reached")
        DROPPED = "dropped", _("Dropped")

    text_sealed = models.BinaryField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)

    class Meta:
        ordering = ("created_at",)

    def __str__(self) -> str:
        return f"goal of {self.person_id}"


class Action(Part, Versioned):
    """One step towards a goal, with somebody who does it."""

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="actions")
    text_sealed = models.BinaryField()
    owner = models.ForeignKey(Member, models.PROTECT, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    """Since when nobody does it any more: its case was closed."""

    class Meta:
        ordering = ("due_on", "created_at")

    def __str__(self) -> str:
        return f"action of {self.goal_id}"


class Risk(PersonPart):
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


class Task(Part, Versioned):
    """Something somebody is to do in a case."""

    text_sealed = models.BinaryField()
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
