# SPDX-License-Identifier: EUPL-1.2
"""What is sent to somebody without an account."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models import Member, Share
from samvern.access.models.sealed import SealedData, SealedField, SealedLine
from samvern.access.workflow import StatefulModel, TransitionRecord
from samvern.referrals.external.choices import DeliveryMethod, ReceiverKind


class ExternalReferral(StatefulModel):
    """Chosen fields about one person, sent to somebody without an account.

    What was sent lies nowhere in clear: a link's content lies in the gate, sealed with the link
    and the code together, and a letter is printed and kept nowhere.
    """

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField()
    way = models.CharField(max_length=10, choices=DeliveryMethod)
    kind = models.CharField(max_length=20, choices=ReceiverKind)
    need = models.SlugField(max_length=30)
    purpose = models.SlugField(max_length=60)
    fields = ArrayField(models.SlugField(max_length=30), default=list)
    basis = models.CharField(max_length=12, choices=Share.Basis)
    provision = models.CharField(max_length=200, blank=True)
    consent_id = models.UUIDField(null=True, blank=True, db_index=True)
    crossing_id = models.UUIDField(null=True, blank=True, db_index=True)
    """The cross-border referral it is for."""
    language = models.CharField(max_length=2)
    """Of the letter or the link: nb, nn or en."""
    receiver_sealed = SealedLine(_("Who is to have it?"), "case_id", Category.CASE)
    """Who is to have it, in words."""
    message_sealed = SealedField(
        _("Message to the receiver"), "case_id", Category.CASE, limit=2000, optional=True
    )
    """As it left: names and numbers hidden where the name did not go along, and how many."""
    answer_sealed = SealedData(
        _("The key that opens the answers"), "case_id", Category.CASE, optional=True
    )
    """The private key that answers through a link are sealed to."""
    expires_at = models.DateTimeField(null=True, blank=True)
    """When a link opens no more; a letter has no such time."""

    class Meta:
        db_table = "referrals_sending"
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"{self.way} of {self.case_id}"


class ExternalReferralStep(TransitionRecord):
    """A move of something sent. Who opened a link is nobody here: then ``made_by`` is empty."""

    of = models.ForeignKey(ExternalReferral, models.PROTECT, related_name="steps")
    case_id = models.UUIDField(db_index=True)
    made_by = models.ForeignKey(  # type: ignore[assignment]
        Member, models.PROTECT, related_name="+", editable=False, null=True, blank=True
    )
    words_sealed = SealedField(
        _("In words"), "case_id", Category.CASE, limit=2000, rows=3, optional=True
    )
    """An answer; through a link it is sealed to the sending's own key."""

    class Meta:
        db_table = "referrals_sendingstep"

    def __str__(self) -> str:
        return f"{self.move} of {self.of_id}"
