# SPDX-License-Identifier: EUPL-1.2
"""What a person agreed to. Rows are added, never changed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import SHAREABLE, Category
from samvern.access.models.sealed import SealedField, SealedLine
from samvern.cases.core.models import CasePersonRecord


class Consent(CasePersonRecord):
    """What the person agreed to: one purpose, one recipient, these categories."""

    purpose = models.SlugField(max_length=60)
    recipient = models.ForeignKey(
        "access.Organisation", models.PROTECT, related_name="+", null=True, blank=True
    )
    recipient_text_sealed = SealedLine(
        _("Somebody who is not in the list"),
        "person_id",
        Category.CONSENT,
        limit=120,
        optional=True,
    )
    """A recipient that is no organisation here."""
    categories = ArrayField(
        models.CharField(max_length=20, choices=[(c.value, c.label) for c in SHAREABLE])
    )
    language_sealed = SealedLine(
        _("Language of the conversation"), "person_id", Category.CONSENT, limit=40
    )
    interpreter = models.BooleanField(default=False)
    form = models.SlugField(max_length=20, default="oral")
    given_at = models.DateTimeField()
    refused = models.BooleanField(default=False)
    expires_on = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        "access.Member", models.PROTECT, related_name="+", null=True, blank=True
    )
    words_sealed = SealedField(
        _("What was said"), "person_id", Category.CONSENT, rows=3, optional=True
    )

    class Meta:
        ordering = ("-given_at",)

    def __str__(self) -> str:
        return f"{self.purpose} of {self.person_id}"
