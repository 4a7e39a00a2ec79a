# SPDX-License-Identifier: EUPL-1.2
"""Erasure of closed cases: proposals, and proofs of what was erased."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models import Member, Organisation, Unit
from samvern.access.models.base import BaseModel, VersionedModel
from samvern.access.models.sealed import SealedField


class ErasureProposal(BaseModel, VersionedModel):
    """A proposal to erase or pseudonymise a closed case, by a rule of the pack."""

    class State(models.TextChoices):
        """How it stands."""

        PROPOSED = "proposed", _("Waiting for a decision")
        CONFIRMED = "confirmed", _("Confirmed by one, waiting for another")
        DONE = "done", _("Carried out")
        REJECTED = "rejected", _("Rejected")

    case_id = models.UUIDField(db_index=True)
    rule = models.CharField(max_length=60)
    action = models.SlugField(max_length=20)
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    first_by = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True, blank=True)
    second_by = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True, blank=True)
    receipt = models.CharField(max_length=60, blank=True, default="")
    """The archive's own number for what it received, where the case goes there."""
    words_sealed = SealedField(
        _("Why is the case kept?"), "case_id", Category.CASE, limit=1000, rows=3, optional=True
    )

    class Meta:
        db_table = "cases_proposal"
        ordering = ("due_on",)
        constraints = [
            models.UniqueConstraint(
                fields=["case_id", "rule"],
                condition=models.Q(state__in=["proposed", "confirmed"]),
                name="proposal_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule} on {self.case_id}"


class ErasureCertificate(BaseModel):
    """Proof of an erasure, and the decision record that survives it, without a person in it."""

    case_id = models.UUIDField(db_index=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    rule = models.CharField(max_length=60)
    action = models.SlugField(max_length=20, default="delete")
    receipt = models.CharField(max_length=60, blank=True, default="")
    erased_at = models.DateTimeField()
    keys_destroyed = models.PositiveIntegerField()
    files_destroyed = models.PositiveIntegerField()
    rows_erased = models.JSONField()
    decisions = models.JSONField()
    """Which authority decided what on which day by which rule; no names, no free text."""
    digest = models.CharField(max_length=64)

    class Meta:
        db_table = "cases_certificate"
        ordering = ("-erased_at",)

    def __str__(self) -> str:
        return f"erasure of {self.case_id}"
