# SPDX-License-Identifier: EUPL-1.2
"""A referral with its steps, what was sent with it, and the case opened from it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import SHAREABLE, Category
from samvern.access.models import Member, Organisation, Share, Unit
from samvern.access.models.base import BaseModel
from samvern.access.models.sealed import SealedData, SealedField
from samvern.access.workflow import StatefulModel, TransitionRecord
from samvern.referrals.directory.models import Service


class Referral(StatefulModel):
    """One person asked to be helped by another organisation with one need.

    Nothing personal lies in this row: what was sent is sealed in its letter.
    """

    class Urgency(models.TextChoices):
        """How soon an answer is needed; the clocks follow from it."""

        TONIGHT = "tonight", _("Tonight: an answer within two hours")
        DAYS3 = "days3", _("Soon: an answer within three days")
        DAYS14 = "days14", _("Ordinary: an answer within fourteen days")

    case_id = models.UUIDField(null=True, db_index=True)
    person_id = models.UUIDField()
    receiver = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    receiver_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", null=True, blank=True)
    service = models.ForeignKey(Service, models.PROTECT, related_name="+", null=True, blank=True)
    need = models.SlugField(max_length=30)
    urgency = models.CharField(max_length=12, choices=Urgency)
    basis = models.CharField(max_length=12, choices=Share.Basis)
    provision = models.CharField(max_length=200, blank=True)
    """The gate of the pack it rests on, where the basis is a statute."""
    consent_id = models.UUIDField(null=True, blank=True, db_index=True)
    purpose = models.SlugField(max_length=60)
    fields = ArrayField(models.SlugField(max_length=30), default=list)
    """Codes of what was sent (``referrals.needed``)."""
    categories = ArrayField(
        models.CharField(max_length=20, choices=[(c.value, c.label) for c in SHAREABLE])
    )
    """What of the case is shared once it is accepted."""
    share_until = models.DateTimeField()
    """When everything closes to the receiver, whatever the state."""
    due_at = models.DateTimeField()
    """When an answer is due; moved when the sender has answered a question back."""
    handed_from = models.ForeignKey("self", models.PROTECT, related_name="+", null=True, blank=True)
    """The referral whose receiver suggested this one."""

    class Meta:
        ordering = ("-created_at",)
        indexes = [
            models.Index(fields=["receiver", "state", "due_at"], name="referral_to"),
            models.Index(fields=["organisation", "state", "due_at"], name="referral_from"),
        ]

    def __str__(self) -> str:
        return f"{self.need} to {self.receiver_id}"


class ReferralStep(TransitionRecord):
    """One move of a referral. ``words``: a question, its answer, or why; sealed with its key."""

    of = models.ForeignKey(Referral, models.PROTECT, related_name="steps")
    case_id = models.UUIDField(null=True, db_index=True)
    words_sealed = SealedField(
        _("In words"), "of_id", Category.CASE, limit=1500, rows=3, optional=True
    )
    call_sealed = SealedData(_("Whom can the sender ring?"), "of_id", Category.CASE, optional=True)
    """Whom the sender can ring, with an answer of yes; sealed with its key."""
    suggested = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", null=True, blank=True
    )
    """Who the receiver thinks should have it, when handing on."""
    happened_on = models.DateField(null=True, blank=True)
    """The day she arrived, or that everything was deleted."""

    def __str__(self) -> str:
        return f"{self.move} of {self.of_id}"


class Letter(BaseModel):
    """What was sent with a referral: its fields with their values, and the message. Never changed.

    It lies apart from the referral so that its row closes to the receiver with the referral.
    """

    of = models.OneToOneField(Referral, models.PROTECT, related_name="letter")
    case_id = models.UUIDField(null=True, db_index=True)
    content_sealed = SealedData(_("What is sent"), "of_id", Category.CASE)

    def __str__(self) -> str:
        return f"letter of {self.of_id}"


class OpenedCase(BaseModel):
    """A case the receiver opened from a referral; the receiver's own, unknown to the sender."""

    referral_id = models.UUIDField(unique=True)
    case_id = models.UUIDField(db_index=True)
    created_by = models.ForeignKey(Member, models.PROTECT, related_name="+")

    class Meta:
        db_table = "referrals_opened"

    def __str__(self) -> str:
        return f"{self.case_id} from {self.referral_id}"
