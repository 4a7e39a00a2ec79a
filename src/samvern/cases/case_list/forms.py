# SPDX-License-Identifier: EUPL-1.2
"""What the list of cases is filtered by."""

from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.cases.case_list.domain import CaseScope
from samvern.cases.core.models import Case


class CaseFilterForm(Form):
    """What to list; sent with GET, so that a list can be kept as a bookmark."""

    reference = fields.SingleLineField(label=lazy("Case reference"), required=False, limit=20)
    scope = fields.SelectField(
        label=lazy("Which cases"),
        choices=CaseScope.choices,
        empty=CaseScope.MINE.label,
        required=False,
    )
    state = fields.SelectField(
        label=lazy("State"),
        choices=[(Case.State.CLOSED, lazy("Closed")), ("all", lazy("Open and closed"))],
        empty=lazy("Open"),
        required=False,
    )
    kind = fields.SelectField(
        label=lazy("Case type"), choices=Case.Kind.choices, empty=lazy("All"), required=False
    )
