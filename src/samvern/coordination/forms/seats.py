# SPDX-License-Identifier: EUPL-1.2
"""Forms of the seats of a conference."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.coordination.course_reasons import CANNOT_BECAUSE


class DeclineForm(Form):
    """Why she does not come."""

    reason = fields.SelectField(label=_("Why not?"), choices=list(CANNOT_BECAUSE.items()))


class InviteForm(Form):
    """Who is asked."""

    keys = fields.ChecksField(label=_("Who is to come?"), choices=[])

    def __init__(self, *args: Any, choices: Iterable[tuple[str, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["keys"].choices = list(choices)  # type: ignore[attr-defined]
