# SPDX-License-Identifier: EUPL-1.2
"""Forms of the answers to a referral."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.cases.views.attempts import offer
from samvern.referrals.course_reasons import DECLINES

WORDS = 1500


class AcceptForm(Form):
    """Yes, and when and where she is welcome."""

    words = fields.TextField(
        label=_("What happens now?"),
        help_text=_("When the person is welcome. Write no address."),
        limit=WORDS,
        rows=3,
        required=False,
    )
    call_name = fields.LineField(
        label=_("Whom can the sender ring?"),
        help_text=_("Empty is you, with your number at work."),
        limit=80,
        required=False,
    )
    call_phone = fields.PhoneField(label=_("On which number?"), required=False)


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
