# SPDX-License-Identifier: EUPL-1.2
"""Where an answer comes from."""

from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form


class SourceForm(Form):
    """Where the answers come from."""

    note = fields.MultiLineField(
        label=lazy("Note on where you know it from"), limit=1000, rows=2, required=False
    )
