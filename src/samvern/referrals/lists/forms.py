# SPDX-License-Identifier: EUPL-1.2
"""Which referrals of a list are shown."""

from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.referrals.core import selectors
from samvern.referrals.workflow import REFERRAL, WAITING

OPEN, WAITS = "open", "waiting"
SHOWN = {OPEN: selectors.OPEN, WAITS: WAITING, "all": tuple(REFERRAL.states)}


class ReferralFilterForm(Form):
    """Which of them are shown."""

    state = fields.SelectField(
        label=lazy("Show"),
        choices=(
            (WAITS, lazy("Waiting for an answer")),
            ("all", lazy("All")),
            *REFERRAL.states.items(),
        ),
        required=False,
        empty=lazy("Where something is left to do"),
    )
