# SPDX-License-Identifier: EUPL-1.2
"""What is known, what was assessed, and what the person agreed to. Rows are added, not changed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import SHAREABLE
from samvern.cases.models.base import PersonPart


class FactSheet(PersonPart):
    """All answers about a person as they were known at a moment; the newest is in force."""

    facts_sealed = models.BinaryField()
    known_on = models.DateField()
    age_told_on = models.DateField(null=True, blank=True)
    """The day her age was told, when that was before ``known_on``: an age grows older by itself."""
    note_sealed = models.BinaryField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["person", "-created_at"], name="newest_facts")]

    def __str__(self) -> str:
        return f"facts of {self.person_id}"


class Assessment(PersonPart):
    """One authority's or helper's view at one time. A later one stands beside it."""

    class Kind(models.TextChoices):
        """What is assessed."""

        IDENTIFICATION = "identification", _("Identification")
        VERIFICATION = "verification", _("Verification by an authority")
        AGE = "age", _("Age")

    class Step(models.TextChoices):
        """The step of the ladder it puts the person on, for this authority."""

        POSSIBLE = "possible", _("Possible victim")
        PRESUMED = "presumed", _("Presumed victim (reasonable grounds)")
        VERIFIED = "verified", _("Verified victim")
        NOT_VERIFIED = "not_verified", _("Not verified")
        WITHDRAWN = "withdrawn", _("Assessment withdrawn")

    kind = models.CharField(max_length=20, choices=Kind)
    authority = models.SlugField(max_length=40)
    """``police``, ``immigration``, ``child_welfare`` or ``helper``; the ladder is kept for each."""
    step = models.CharField(max_length=20, choices=Step)
    decided_on = models.DateField()
    decided_by = models.CharField(max_length=120, blank=True)
    """The office that decided, when it is another than the one that records it."""
    ground_sealed = models.BinaryField()
    facts_sealed = models.BinaryField(null=True, blank=True)
    result_sealed = models.BinaryField(null=True, blank=True)
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


class Consent(PersonPart):
    """What the person agreed to: one purpose, one recipient, these categories."""

    purpose = models.SlugField(max_length=60)
    recipient = models.ForeignKey(
        "access.Organisation", models.PROTECT, related_name="+", null=True, blank=True
    )
    recipient_text = models.CharField(max_length=120, blank=True)
    """A recipient that is no organisation here."""
    categories = ArrayField(
        models.CharField(max_length=20, choices=[(c.value, c.label) for c in SHAREABLE])
    )
    language = models.CharField(max_length=40)
    interpreter = models.BooleanField(default=False)
    form = models.SlugField(max_length=20, default="oral")
    given_at = models.DateTimeField()
    refused = models.BooleanField(default=False)
    expires_on = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        "access.Member", models.PROTECT, related_name="+", null=True, blank=True
    )
    words_sealed = models.BinaryField(null=True, blank=True)

    class Meta:
        ordering = ("-given_at",)

    def __str__(self) -> str:
        return f"{self.purpose} of {self.person_id}"
