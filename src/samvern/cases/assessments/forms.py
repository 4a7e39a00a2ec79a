# SPDX-License-Identifier: EUPL-1.2
"""Forms about assessments."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.cases.assessments.domain import AUTHORITY_STEPS, HELPER_STEPS, Status
from samvern.cases.assessments.ladder import AUTHORITIES, HELPER, authority_name
from samvern.cases.assessments.models import Assessment

HELPER_WORDS = {Status.NOT_VERIFIED: _("I no longer have reason to believe it")}


class IdentifyForm(Form):
    """What those who help think, and why."""

    step = fields.RadioField(
        label=_("Your assessment"),
        choices=[(step.value, HELPER_WORDS.get(step, step.label)) for step in HELPER_STEPS],
        help_text=_("Reasonable grounds are enough. It is not for you to prove it."),
    )
    ground = form_field(Assessment, "ground")
    decided_on = fields.LocalDateField(label=_("Day"))

    def clean_decided_on(self) -> date:
        """Not a day to come."""
        day: date = self.cleaned_data["decided_on"]
        if day > timezone.localdate():
            raise ValidationError(_("The day is to come. Choose today or an earlier day."))
        return day


class VerifyForm(Form):
    """What an authority decided under its own law."""

    authority = fields.RadioField(label=_("Who decided"), choices=[])
    step = fields.RadioField(
        label=_("Decision"), choices=[(step.value, step.label) for step in AUTHORITY_STEPS]
    )
    decided_by = form_field(
        Assessment, "decided_by", help_text=_("For example the police district."), required=True
    )
    decided_on = fields.LocalDateField(label=_("Day of the decision"))
    ground = form_field(Assessment, "ground", label=_("The ground given"))

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        names = [(each, authority_name(each)) for each in AUTHORITIES if each != HELPER]
        self.fields["authority"] = fields.RadioField(label=_("Who decided"), choices=names)


class AssessmentWithdrawForm(Form):
    """Why an assessment is taken back."""

    ground = fields.MultiLineField(label=_("Why is it withdrawn?"), rows=3, limit=1000)
