# SPDX-License-Identifier: EUPL-1.2
"""Forms of the answers to a referral."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.cases.core.form_helpers import add_choices
from samvern.cases.core.models import Case
from samvern.referrals.choices import field_name
from samvern.referrals.core.models import ReferralStep
from samvern.referrals.workflow import DECLINES, DELETIONS, NEVER, RECALLS

WORDS = 1500


class AcceptForm(Form):
    """Yes, and when and where she is welcome."""

    words = fields.MultiLineField(
        label=_("What happens now?"),
        help_text=_("When the person is welcome. Write no address."),
        limit=WORDS,
        rows=3,
        required=False,
    )
    call_name = fields.SingleLineField(
        label=_("Whom can the sender ring?"),
        help_text=_("Empty is you, with your number at work."),
        limit=80,
        required=False,
    )
    call_phone = fields.PhoneField(label=_("On which number?"), required=False)


class DeclineReferralForm(Form):
    """No, and why."""

    reason = fields.RadioField(label=_("Why?"), choices=DECLINES.items())
    words = form_field(ReferralStep, "words")


class AskBackForm(Form):
    """A question to the sender."""

    words = form_field(
        ReferralStep,
        "words",
        label=_("What do you need to know?"),
        help_text=_("Ask only for what you need to answer."),
        required=True,
    )


class AnswerBackForm(Form):
    """The answer to it."""

    words = form_field(ReferralStep, "words", label=_("Your answer"), required=True)


class SuggestReceiverForm(Form):
    """Who should rather have it."""

    suggested = fields.SelectField(label=_("Who should have it?"), choices=(), coerce=UUID)
    words = form_field(ReferralStep, "words", label=_("Why?"))

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        add_choices(self, "suggested", bodies)


class WithdrawReferralForm(Form):
    """Why it is taken back."""

    reason = fields.RadioField(label=_("Why?"), choices=RECALLS.items())


class ArriveForm(Form):
    """The day she came."""

    on = fields.LocalDateField(label=_("Which day?"), initial=timezone.localdate)


class NoShowForm(Form):
    """Why she did not come, as far as is known."""

    reason = fields.RadioField(label=_("What is known of why?"), choices=NEVER.items())


class CloseReferralForm(Form):
    """Nothing to fill in."""


class ConfirmDeletionForm(Form):
    """How, and when."""

    how = fields.RadioField(label=_("How?"), choices=DELETIONS.items())
    on = fields.LocalDateField(label=_("Which day?"), initial=timezone.localdate)


class OpenCaseFromReferralForm(Form):
    """Which of what was sent is written into the new case."""

    confirmed = fields.CheckboxesField(
        label=_("Write this into the case"),
        choices=(),
        required=False,
        help_text=_("Take out what you have not talked with the person about yet."),
    )
    kind = fields.RadioField(label=_("Case type"), choices=Case.Kind.choices)

    def __init__(self, *args: Any, values: dict[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        if values:
            self.fields["confirmed"].choices = [  # type: ignore[attr-defined]
                (code, f"{field_name(code)}: {value}") for code, value in values.items()
            ]
            self.fields["confirmed"].initial = list(values)
        else:
            del self.fields["confirmed"]
