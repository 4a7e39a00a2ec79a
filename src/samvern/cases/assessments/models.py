# SPDX-License-Identifier: EUPL-1.2
"""What is known, what was assessed, and what the person agreed to. Rows are added, not changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models.sealed import SealedData, SealedField, SealedLine
from samvern.cases.core.models import CasePersonRecord


class Assessment(CasePersonRecord):
    """One authority's or helper's view at one time. A later one stands beside it."""

    class Kind(models.TextChoices):
        """What is assessed."""

        IDENTIFICATION = "identification", _("Identification")
        VERIFICATION = "verification", _("Verification by an authority")
        AGE = "age", _("Age")

    class Status(models.TextChoices):
        """The step of the ladder it puts the person on, for this authority."""

        POSSIBLE = "possible", _("Possible victim")
        PRESUMED = "presumed", _("Presumed victim (reasonable grounds)")
        VERIFIED = "verified", _("Verified victim")
        NOT_VERIFIED = "not_verified", _("Not verified")
        WITHDRAWN = "withdrawn", _("Assessment withdrawn")

    kind = models.CharField(max_length=20, choices=Kind)
    authority = models.SlugField(max_length=40)
    """``police``, ``immigration``, ``child_welfare`` or ``helper``; the ladder is kept for each."""
    step = models.CharField(max_length=20, choices=Status)
    decided_on = models.DateField()
    decided_by_sealed = SealedLine(
        _("Office"), "person_id", Category.ASSESSMENT, limit=120, optional=True
    )
    """The office that decided, when it is another than the one that records it."""
    voice_id = models.UUIDField(null=True, blank=True)
    """The first assessment of the person by the same office: who speaks, without a name."""
    ground_sealed = SealedField(_("What it rests on"), "person_id", Category.ASSESSMENT, rows=4)
    facts_sealed = SealedData(
        _("The answers about the person"), "person_id", Category.ASSESSMENT, optional=True
    )
    result_sealed = SealedData(
        _("What the rules said"), "person_id", Category.ASSESSMENT, optional=True
    )
    pack = models.CharField(max_length=40, blank=True)
    pack_version = models.CharField(max_length=40, blank=True)
    pack_hash = models.CharField(max_length=64, blank=True)
    differs_from = models.ForeignKey(
        "self", models.PROTECT, related_name="+", null=True, blank=True
    )
    """The assessment this one reverses or disagrees with."""

    class Meta:
        ordering = ("decided_on", "created_at")

    def __str__(self) -> str:
        return f"{self.authority} {self.step}"
