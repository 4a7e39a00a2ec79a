# SPDX-License-Identifier: EUPL-1.2
"""How a desk is kept."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.helpline.choices import AdviceTopic


class DeskForm(Form):
    """A desk, as its leader keeps it."""

    name = fields.SingleLineField(label=_("Name of the desk"), limit=120)
    unit_id = fields.SelectField(label=_("Unit that answers"), choices=[], coerce=UUID)
    topics = fields.CheckboxesField(label=_("What it answers about"), choices=AdviceTopic.choices)
    days = fields.SelectField(
        label=_("Usually answers within, in working days"),
        choices=[(str(n), str(n)) for n in (1, 2, 3, 5, 10, 15)],
        coerce=int,
    )
    is_open = fields.OptionalBooleanField(label=_("Other organisations may ask"))

    def __init__(self, *args: Any, units: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit_id"].choices = [("", _("Choose")), *units]  # type: ignore[attr-defined]
