# SPDX-License-Identifier: EUPL-1.2
"""The form that opens a case from a referral."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.cases.models import Case
from samvern.referrals.wording import field_name


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
