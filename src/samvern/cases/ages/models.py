# SPDX-License-Identifier: EUPL-1.2
"""What is known of a person that must be seen at once: danger, and how old she can be."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models.base import VersionedModel
from samvern.access.models.sealed import SealedData
from samvern.cases.core.models import CasePersonRecord


class AgeTold(CasePersonRecord, VersionedModel):
    """How old a person can be, by one who told it."""

    class Source(models.TextChoices):
        """Who told it."""

        GUIDE = "guide", _("The guide")
        HELPLINE = "helpline", _("The helpline")
        REFERRAL = "referral", _("The referral")
        ANSWERS = "answers", _("The answers about the person")
        CLAIM = "claim", _("A date of birth")

    source = models.CharField(max_length=10, choices=Source)
    told_on = models.DateField()
    span_sealed = SealedData(_("Age"), "person_id", Category.CASE)
    """The youngest and the oldest on that day, or the month she was born in; JSON."""
    about_id = models.UUIDField(null=True, blank=True)
    """The claim it comes from."""
    confirmed_at = models.DateTimeField(null=True, blank=True)
    """When somebody on the case looked at it and decided by it."""
    dropped_at = models.DateTimeField(null=True, blank=True)
    """When it was set aside: it was wrong, or the same source said something newer."""

    class Meta:
        ordering = ("created_at",)

    def __str__(self) -> str:
        return f"age of {self.person_id} by {self.source}"
