# SPDX-License-Identifier: EUPL-1.2
"""Deadlines, what they are called, and the secret addresses of the calendars they go to."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models import Member
from samvern.access.models.base import BaseModel, VersionedModel
from samvern.access.models.sealed import SealedField, SealedLine
from samvern.cases.core.models import CaseRecord
from samvern.cases.core.pack import rule_name
from samvern.identity.sealing import open_field


class Feed(BaseModel):
    """A calendar address of one member; only the hash of its secret is kept."""

    member = models.OneToOneField(Member, models.PROTECT, related_name="+")
    secret_hash = models.BinaryField(unique=True)

    def __str__(self) -> str:
        return str(self.member_id)


class Deadline(CaseRecord, VersionedModel):
    """A clock that runs in a case: the pack's, worked out from the facts, or one of our own."""

    REVIEW = "risk-review"
    """The clock of a judgement of risk: the day of the next review. No pack counts it."""

    class State(models.TextChoices):
        """Whether it runs."""

        RUNNING = "running", _("Running")
        MET = "met", _("Met")
        STOPPED = "stopped", _("Stopped")
        GONE = "gone", _("No longer applies")

    person = models.ForeignKey(
        "cases.Person", models.PROTECT, related_name="+", null=True, blank=True
    )
    clock = models.CharField(max_length=60, blank=True)
    """The clock's id in the pack, or ``REVIEW``; empty for one of our own."""
    title_sealed = SealedLine(
        _("What is to be done?"), "subject_id", Category.RIGHTS, limit=120, optional=True
    )
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    """The last day; the earliest one when a date it rests on is only partly known."""
    due_at = models.DateTimeField(null=True, blank=True)
    """The hour, for clocks that count hours."""
    latest_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.RUNNING)
    extended_to = models.DateField(null=True, blank=True)
    reason_sealed = SealedField(
        _("Why?"), "subject_id", Category.RIGHTS, limit=1000, rows=3, optional=True
    )
    owner = models.ForeignKey(Member, models.PROTECT, related_name="+")
    pack_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ("due_on",)
        indexes = [models.Index(fields=["owner", "state", "due_on"], name="deadline_of_owner")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "clock", "starts_on"],
                condition=models.Q(state="running") & ~models.Q(clock=""),
                name="clock_once",
            )
        ]

    @property
    def subject_id(self) -> UUID:
        """Whose key its words are sealed with: the person's, or the case's where it is of all."""
        return self.person_id or self.case_id

    def __str__(self) -> str:
        return f"{self.clock or 'own'} due {self.due_on}"


def deadline_name(deadline: Deadline) -> str:
    """The name of the pack's clock, or the words somebody gave a deadline of our own."""
    if deadline.clock:
        return rule_name(deadline.clock)
    words = open_field(deadline, "title")
    return words or str(_("Deadline"))
