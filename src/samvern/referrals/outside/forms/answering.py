# SPDX-License-Identifier: EUPL-1.2
"""What came back otherwise than through the link, and calling back."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.referrals.outside import move_reasons


class AnswerForm(Form):
    """What the receiver answered on the telephone or by post."""

    move = fields.RadioField(
        label=lazy("What did the receiver answer?"),
        choices=[
            ("receive", lazy("It is received")),
            ("help", lazy("Can help")),
            ("decline", lazy("Cannot help")),
            ("ring", lazy("Asks to be rung")),
        ],
    )
    reason = fields.SelectField(
        label=lazy("Why not?"), choices=list(move_reasons.CANNOT.items()), required=False,
        help_text=lazy("Only if the receiver cannot help."),
    )  # fmt: skip
    words = fields.TextField(label=lazy("In words"), required=False, limit=2000, rows=3)

    def clean(self) -> dict[str, Any]:
        """Whoever cannot help says why."""
        found: dict[str, Any] = self.cleaned_data
        if found.get("move") == "decline" and not found.get("reason"):
            self.add_error("reason", ValidationError(_("Choose under “Why not?”.")))
        return found


class CallBackForm(Form):
    """Why it is called back."""

    reason = fields.RadioField(
        label=lazy("Why is it called back?"), choices=list(move_reasons.CALLED_BACK.items())
    )
