# SPDX-License-Identifier: EUPL-1.2
"""Notifications of concern to child welfare, and what came back."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samvern.access.categories import Category
from samvern.access.models import Organisation
from samvern.access.models.sealed import SealedField, SealedLine
from samvern.access.workflow import StatefulModel, TransitionRecord
from samvern.referrals.external.child_welfare.choices import ChildHeard, GuardiansTold, ReportMethod


class ChildWelfareReport(StatefulModel):
    """A notification of concern to child welfare, and how the child was heard before it."""

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField()
    receiver = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", null=True, blank=True
    )
    receiver_sealed = SealedLine(
        _("Who, if it is somebody without an account"), "case_id", Category.CASE, optional=True
    )
    """Who received it, in words, where that is nobody with an account."""
    referral_id = models.UUIDField(null=True, blank=True)
    how = models.CharField(max_length=12, choices=ReportMethod)
    made_at = models.DateTimeField()
    rule = models.CharField(max_length=60)
    """The rule of the pack that obliges or lets the notifier."""
    provision = models.CharField(max_length=200)
    reply_on = models.DateField(null=True, blank=True)
    """The last day for child welfare to confirm that it has the notification."""
    deadline_id = models.UUIDField(null=True, blank=True)
    heard = models.CharField(max_length=12, choices=ChildHeard)
    heard_on = models.DateField(null=True, blank=True)
    guardians = models.CharField(max_length=12, choices=GuardiansTold)
    words_sealed = SealedField(
        _("What the child said, or why she or he was not heard"),
        "person_id",
        Category.CASE,
        optional=True,
    )
    """What the child said, or why she was not heard, and what guardians were told."""

    class Meta:
        db_table = "referrals_concern"
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return f"concern in {self.case_id}"


class ChildWelfareReportStep(TransitionRecord):
    """What came back from child welfare."""

    of = models.ForeignKey(ChildWelfareReport, models.PROTECT, related_name="steps")
    case_id = models.UUIDField(db_index=True)
    happened_on = models.DateField()
    words_sealed = SealedField(
        _("In words"), "of.person_id", Category.CASE, limit=2000, rows=3, optional=True
    )

    class Meta:
        db_table = "referrals_concernstep"

    def __str__(self) -> str:
        return f"{self.move} of {self.of_id}"
