# SPDX-License-Identifier: EUPL-1.2
"""What a case is called, and its type."""

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.cases.core.models import Case


class CaseChangeForm(Form):
    """What can be changed of the case itself."""

    label = fields.SingleLineField(
        label=_("Working name"),
        help_text=_("So that you know the case again. Do not use a full name."),
        limit=60,
        required=False,
    )
    kind = fields.RadioField(label=_("Case type"), choices=Case.Kind.choices)
    version = fields.VersionField()
