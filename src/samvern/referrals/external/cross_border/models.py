# SPDX-License-Identifier: EUPL-1.2
"""Ways across a border, and what must be settled before them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models import Member
from samvern.access.models.base import BaseModel
from samvern.access.models.sealed import SealedData, SealedField, SealedLine
from samvern.access.workflow import StatefulModel, TransitionRecord
from samvern.referrals.external.choices import CrossBorderKind, ForeignReceiver, TransferGround


class CrossBorderReferral(StatefulModel):
    """A person's way to another state: its mechanism, or home with assistance."""

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField()
    kind = models.CharField(max_length=20, choices=CrossBorderKind)
    country = models.CharField(max_length=2)
    """ISO 3166-1."""
    receiver_kind = models.CharField(max_length=20, choices=ForeignReceiver)
    receiver_sealed = SealedLine(_("Name and office of the receiver"), "case_id", Category.CASE)
    consent_id = models.UUIDField(null=True, blank=True, db_index=True)
    """The consent it goes back to; withdrawn before it is sent, it stops."""
    transfer = models.CharField(max_length=12, choices=TransferGround)
    accompanied = models.BooleanField(null=True, blank=True)
    travels_on = models.DateField(null=True, blank=True)
    documents_sealed = SealedField(
        _("Papers she has and lacks"), "case_id", Category.CASE, limit=2000, rows=3, optional=True
    )

    class Meta:
        db_table = "referrals_crossing"
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"{self.kind} to {self.country}"


class CrossBorderReferralStep(TransitionRecord):
    """A move of a cross-border referral."""

    of = models.ForeignKey(CrossBorderReferral, models.PROTECT, related_name="steps")
    case_id = models.UUIDField(db_index=True)
    happened_on = models.DateField(null=True, blank=True)
    words_sealed = SealedField(
        _("In words"), "case_id", Category.CASE, limit=2000, rows=3, optional=True
    )

    class Meta:
        db_table = "referrals_crossingstep"

    def __str__(self) -> str:
        return f"{self.move} of {self.of_id}"


class CrossBorderCheck(BaseModel):
    """What must be settled before a cross-border referral; the newest of its kind counts."""

    class Kind(models.TextChoices):
        """What was looked into."""

        WISH = "wish", _("Her own wish")
        RISK = "risk", _("Risk")
        PROSECUTOR = "prosecutor", _("Prosecutor")
        STAY = "stay", _("Stay in Norway")
        CHILD_WELFARE = "child_welfare", _("Child welfare")
        GUARDIAN = "guardian", _("Guardian or representative")
        BEST_INTERESTS = "best_interests", _("The child’s best interests")

    of = models.ForeignKey(CrossBorderReferral, models.PROTECT, related_name="checks")
    case_id = models.UUIDField(db_index=True)
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=Kind)
    outcome = models.SlugField(max_length=16)
    """``clear`` lets it go on; everything else holds it."""
    done_on = models.DateField()
    """The day it was asked, answered or assessed."""
    rule = models.CharField(max_length=60, blank=True)
    words_sealed = SealedData(_("On what does it rest?"), "case_id", Category.CASE, optional=True)
    """The answers and what they rest on, as JSON."""

    class Meta:
        db_table = "referrals_crossingcheck"
        ordering = ("created_at",)

    def __str__(self) -> str:
        return f"{self.kind} {self.outcome}"
