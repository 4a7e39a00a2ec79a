# SPDX-License-Identifier: EUPL-1.2
"""The forms of whoever got a link: the code, and the answer."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.referrals.external.workflow import CANNOT

LONGEST_SECRET = 60
ANSWERS = [
    ("receive", lazy("We have received it")),
    ("help", lazy("We can help")),
    ("decline", lazy("We cannot help")),
    ("ring", lazy("Please ring us")),
]


class LinkCodeForm(Form):
    """The code that was read out; the secret of the link comes along unseen."""

    link = forms.CharField(widget=forms.HiddenInput, required=False, max_length=LONGEST_SECRET)
    code = fields.SingleLineField(
        label=lazy("Code"),
        limit=40,
        help_text=lazy(
            "Eight letters and digits. The sender reads them out to you on the telephone."
        ),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["code"].widget.attrs |= {"autocapitalize": "characters", "spellcheck": "false"}


class ReplyForm(Form):
    """What the receiver answers."""

    link = forms.CharField(widget=forms.HiddenInput, max_length=LONGEST_SECRET)
    code = forms.CharField(widget=forms.HiddenInput, max_length=40)
    move = fields.RadioField(label=lazy("Your answer"), choices=ANSWERS)
    reason = fields.SelectField(
        label=lazy("Why not?"), choices=list(CANNOT.items()), required=False,
        help_text=lazy("Only if you cannot help."),
    )  # fmt: skip
    words = fields.MultiLineField(
        label=lazy("In words"), required=False, limit=2000, rows=4,
        help_text=lazy("Your number, if you want to be rung. Only the sender can read this."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Whoever cannot help says why."""
        found: dict[str, Any] = self.cleaned_data
        if found.get("move") == "decline" and not found.get("reason"):
            self.add_error("reason", ValidationError(_("Choose under “Why not?”.")))
        return found
