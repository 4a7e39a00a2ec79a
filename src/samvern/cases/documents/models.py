# SPDX-License-Identifier: EUPL-1.2
"""Files of a case, each sealed with a key of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models import Member
from samvern.access.models.sealed import SealedField, SealedLine
from samvern.cases.core.models import CaseRecord


class Document(CaseRecord):
    """A file as it was received, encrypted with a key of its own. Nobody opens it unscanned
    without being warned."""

    class State(models.TextChoices):
        """Whether it can be opened."""

        QUARANTINE = "quarantine", _("Waiting to be scanned")
        CLEAN = "clean", _("Scanned, nothing found")
        UNSCANNED = "unscanned", _("Not scanned: no scanner is set up")
        INFECTED = "infected", _("Malware found: locked")

    title_sealed = SealedLine(_("What is it?"), "case_id", Category.DOCUMENTS)
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
    removal_sealed = SealedField(
        _("Why is it removed?"), "case_id", Category.DOCUMENTS, limit=1000, rows=3, optional=True
    )

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"document in {self.case_id}"
