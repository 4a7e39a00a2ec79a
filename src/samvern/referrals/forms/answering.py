# SPDX-License-Identifier: EUPL-1.2
"""Forms of the moves of a referral."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.cases.models import Case
from samvern.cases.views.attempts import offer
from samvern.referrals.course import DECLINES, DELETIONS, NEVER, RECALLS
from samvern.referrals.wording import field_name

WORDS = 1500


class AcceptForm(Form):
    """Yes, and when and where she is welcome."""

    words = fields.TextField(
        label=_("What happens now?"),
        help_text=_("When the person is welcome, and whom to call. Write no address."),
        limit=WORDS,
        rows=3,
        required=False,
    )


class DeclineForm(Form):
    """No, and why."""

    reason = fields.RadioField(label=_("Why?"), choices=DECLINES.items())
    words = fields.TextField(label=_("In words"), limit=WORDS, rows=3, required=False)


class AskForm(Form):
    """A question to the sender."""

    words = fields.TextField(
        label=_("What do you need to know?"),
        help_text=_("Ask only for what you need to answer."),
        limit=WORDS,
        rows=3,
    )


class AnswerForm(Form):
    """The answer to it."""

    words = fields.TextField(label=_("Your answer"), limit=WORDS, rows=3)


class HandOnForm(Form):
    """Who should rather have it."""

    suggested = fields.SelectField(label=_("Who should have it?"), choices=(), coerce=UUID)
    words = fields.TextField(label=_("Why?"), limit=WORDS, rows=3, required=False)

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "suggested", bodies)


class WithdrawForm(Form):
    """Why it is taken back."""

    reason = fields.RadioField(label=_("Why?"), choices=RECALLS.items())


class ArriveForm(Form):
    """The day she came."""

    on = fields.NearDayField(label=_("Which day?"), initial=timezone.localdate)


class MissForm(Form):
    """Why she did not come, as far as is known."""

    reason = fields.RadioField(label=_("What is known of why?"), choices=NEVER.items())


class CloseForm(Form):
    """Nothing to fill in."""


class DeleteForm(Form):
    """How, and when."""

    how = fields.RadioField(label=_("How?"), choices=DELETIONS.items())
    on = fields.NearDayField(label=_("Which day?"), initial=timezone.localdate)


class OpenCaseForm(Form):
    """Which of what was sent is written into the new case."""

    confirmed = fields.ChecksField(
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
