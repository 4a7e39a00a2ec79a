# SPDX-License-Identifier: EUPL-1.2
"""A form about a webhook."""

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form


class WebhookForm(Form):
    """A new webhook."""

    url = fields.SingleLineField(
        label=_("Address"),
        limit=400,
        help_text=_("Begins with https:// and is in a system of your own."),
    )
