# SPDX-License-Identifier: EUPL-1.2
"""Forms about API clients."""

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.api.scopes import SCOPES
from samvern.access.forms import Form
from samvern.coordination.api_clients.workflow import REASONS


class ApiClientForm(Form):
    """A new API client."""

    name = fields.SingleLineField(
        label=_("Name"),
        limit=80,
        help_text=_("Such as “Journal system”. The trail shows it: “Program: Journal system”."),
    )
    scopes = fields.CheckboxesField(
        label=_("What it may do"),
        choices=[(scope, label) for scope, (label, _categories) in SCOPES.items()],
        help_text=_("Choose no more than it needs."),
    )


class EndApiClientForm(Form):
    """Why an API client ends."""

    reason = fields.RadioField(label=_("Why"), choices=list(REASONS.items()))
