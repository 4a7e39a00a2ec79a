# SPDX-License-Identifier: EUPL-1.2
"""Opening a case."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.actor import Actor
from samvern.access.forms import Form
from samvern.access.models import Unit
from samvern.access.models.sealed import form_field
from samvern.cases.core.form_helpers import add_choices
from samvern.cases.core.models import Case

CODE_LIMIT = 40


class CaseOpenForm(Form):
    """Nothing must be filled in: a case needs no name, no number and no address."""

    code = fields.SingleLineField(
        label=_("Code from the guide"),
        help_text=_("Four groups of four. The answers come with you. The code works once."),
        limit=CODE_LIMIT,
        required=False,
    )
    label = form_field(
        Case, "label", help_text=_("So that you know the case again. Do not use a full name.")
    )
    contact = fields.OptionalBooleanField(
        label=_("It began with a call or message to our helpline")
    )
    kind = fields.RadioField(label=_("Case type"), choices=Case.Kind.choices)
    circle = fields.RadioField(label=_("Who in the house sees it"), choices=Case.Visibility.choices)
    unit_id = fields.SelectField(label=_("Unit"), choices=[])

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        if actor.unit_id is None:
            units = Unit.objects.filter(organisation_id=actor.organisation_id)
            add_choices(self, "unit_id", [(str(unit.pk), unit.name) for unit in units])
        else:
            del self.fields["unit_id"]
