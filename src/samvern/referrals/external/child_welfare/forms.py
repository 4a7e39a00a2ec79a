# SPDX-License-Identifier: EUPL-1.2
"""Notifying child welfare, how the child was heard, and what came back."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.referrals.external.child_welfare.choices import ChildHeard, GuardiansTold, ReportMethod
from samvern.referrals.external.child_welfare.duty import ReportingDuty
from samvern.referrals.external.child_welfare.models import (
    ChildWelfareReport,
    ChildWelfareReportStep,
)

BACK = [
    ("confirm", lazy("It is confirmed that it was received")),
    ("investigate", lazy("An investigation is opened")),
    ("drop", lazy("It is closed without measures")),
    ("answer", lazy("They have told how the child is followed up")),
]


class ChildWelfareReportForm(Form):
    """Who was notified, how, by which duty; and how the child was heard."""

    rule = fields.RadioField(label=lazy("Why do you notify?"), choices=[])
    receiver_id = fields.SelectField(
        label=lazy("Who was notified?"),
        choices=[],
        required=False,
        empty=lazy("Somebody without an account"),
    )
    receiver_words = form_field(
        ChildWelfareReport,
        "receiver",
        help_text=lazy("For example the alarm telephone for children and young people."),
    )
    how = fields.RadioField(label=lazy("How?"), choices=ReportMethod.choices)
    message = fields.MultiLineField(
        label=lazy("Message that goes along with a referral"),
        required=False,
        limit=2000,
        help_text=lazy("Only if you notify by a referral in Samvern. It is sent when you save."),
    )
    made_at = fields.LocalDateTimeField(label=lazy("When?"))
    heard = fields.RadioField(
        label=lazy("How was the child heard?"),
        choices=ChildHeard.choices,
        help_text=lazy(
            "A child has a right to say what she or he thinks."
            " Child welfare will hear the child again."
        ),
    )
    heard_on = fields.LocalDateField(
        label=lazy("The day you talked with the child"), required=False
    )
    guardians = fields.RadioField(label=lazy("Were guardians told?"), choices=GuardiansTold.choices)
    words = form_field(ChildWelfareReport, "words")

    def __init__(
        self,
        *args: Any,
        duties: Iterable[ReportingDuty],
        receivers: Iterable[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.fields["rule"].choices = [(d.id, _said(d)) for d in duties]  # type: ignore[attr-defined]
        field: Any = self.fields["receiver_id"]
        field.choices = [*list(field.choices)[:1], *receivers]
        field.initial = next((code for code, _name in list(field.choices)[1:2]), "")
        self.fields["made_at"].initial = timezone.localtime().replace(second=0, microsecond=0)


class ChildWelfareReplyForm(Form):
    """What came back from child welfare."""

    move = fields.RadioField(label=lazy("What came back?"), choices=BACK)
    happened_on = fields.LocalDateField(label=lazy("When?"))
    words = form_field(ChildWelfareReportStep, "words")

    def __init__(self, *args: Any, moves: Iterable[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["move"].choices = [pair for pair in BACK if pair[0] in {*moves}]  # type: ignore[attr-defined]
        self.fields["happened_on"].initial = timezone.localdate()


def _said(duty: ReportingDuty) -> str:
    name = f"{duty.name} ({duty.provision})"
    return f"{name}. {duty.asks}" if duty.asks else name
