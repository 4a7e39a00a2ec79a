# SPDX-License-Identifier: EUPL-1.2
"""The rows of notes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models.base import VersionedModel
from samvern.access.models.sealed import SealedField
from samvern.cases.core.models import CaseRecord


class Note(CaseRecord, VersionedModel):
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
    text_sealed = SealedField(_("What happened?"), "case_id", Category.NOTES, limit=20_000, rows=10)

    class Meta:
        ordering = ("-happened_on", "-created_at")

    def __str__(self) -> str:
        return f"note in {self.case_id}"
