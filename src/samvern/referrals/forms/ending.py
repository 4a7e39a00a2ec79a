# SPDX-License-Identifier: EUPL-1.2
"""Forms of the moves after the answer: arrival, closing, taking back, deletion."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.referrals.course_reasons import DELETIONS, NEVER, RECALLS


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
