# SPDX-License-Identifier: EUPL-1.2
"""What is printed of a case."""

from django.utils.translation import gettext_lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.cases.printing.pdf import CASE, PAGE


class PrintForm(Form):
    """How much, and whether names are to be on it."""

    scope = fields.RadioField(
        label=gettext_lazy("How much"),
        choices=[
            (PAGE, gettext_lazy("One page: where the case stands")),
            (CASE, gettext_lazy("The whole case, with notes and timeline")),
        ],
        initial=PAGE,
    )
    reason = fields.SingleLineField(
        label=gettext_lazy("Why names and numbers must be on it"),
        help_text=gettext_lazy(
            "Leave this empty, and names become initials and numbers are left out. If you give a"
            " reason, you may be asked to sign in anew, and the reason is kept in the trail."
        ),
        required=False,
    )
