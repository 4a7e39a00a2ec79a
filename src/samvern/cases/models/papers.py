# SPDX-License-Identifier: EUPL-1.2
"""Notes, documents, drafts, and answers carried over from the guide."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.models import Member
from samvern.access.models.base import Record, Versioned
from samvern.cases.models.base import Part


class Note(Part, Versioned):
    """A note. An earlier wording is kept in the history."""

    class Kind(models.TextChoices):
        """What it is about."""

        CONVERSATION = "conversation", _("Conversation")
        PHONE = "phone", _("Phone call")
        MEETING = "meeting", _("Meeting")
        OBSERVATION = "observation", _("Observation")
        OTHER = "other", _("Other")

    kind = models.CharField(max_length=20, choices=Kind, default=Kind.OTHER)
    happened_on = models.DateField()
    text_sealed = models.BinaryField()

    class Meta:
        ordering = ("-happened_on", "-created_at")

    def __str__(self) -> str:
        return f"note in {self.case_id}"


class Document(Part):
    """A file as it was received, encrypted with a key of its own. Nobody opens it unscanned
    without being warned."""

    class State(models.TextChoices):
        """Whether it can be opened."""

        QUARANTINE = "quarantine", _("Waiting to be scanned")
        CLEAN = "clean", _("Scanned, nothing found")
        UNSCANNED = "unscanned", _("Not scanned: no scanner is set up")
        INFECTED = "infected", _("Malware found: locked")

    title_sealed = models.BinaryField()
    media_type = models.CharField(max_length=100)
    extension = models.CharField(max_length=8, blank=True, default="")
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    """Of what was received: it proves the file is unaltered."""
    state = models.CharField(max_length=12, choices=State, default=State.QUARANTINE)
    scanned_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    """Since when its file and its key are gone; that it was there is kept."""
    removed_by = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True, blank=True)
    removal_sealed = models.BinaryField(null=True, blank=True)

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"document in {self.case_id}"


class Draft(Record):
    """What somebody was writing when she was interrupted. Hers alone, sealed, gone in a week."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    case_id = models.UUIDField(null=True, blank=True)
    form = models.CharField(max_length=160)
    content_sealed = models.BinaryField()
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "form"], name="draft_once")]

    def __str__(self) -> str:
        return self.form


class Parcel(Record):
    """Answers from the guide on their way into a case: opened once, by the one with the code."""

    code_hash = models.BinaryField(unique=True)
    answers_sealed = models.BinaryField()
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.id)


__all__ = ["Document", "Draft", "Note", "Parcel"]
