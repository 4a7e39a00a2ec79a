# SPDX-License-Identifier: EUPL-1.2
"""Where an answer comes from."""

from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.cases.facts.models import FactSheet


class SourceForm(Form):
    """Where the answers come from."""

    note = form_field(FactSheet, "note")
