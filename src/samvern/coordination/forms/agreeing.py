# SPDX-License-Identifier: EUPL-1.2
"""Forms of what a conference agreed on: its plan, its minutes, the answers to them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.categories import SHAREABLE
from samvern.access.forms import Form


class ItemForm(Form):
    """One thing of the common plan."""

    what = fields.TextField(label=_("What is to be done?"), limit=1000, rows=3)
    seat_id = fields.SelectField(label=_("Who does it?"), choices=[], coerce=UUID)
    due_on = fields.NearDayField(label=_("By when?"), required=False)

    def __init__(self, *args: Any, seats: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["seat_id"]
        field.choices = [*list(field.choices)[:1], *seats]


class MinutesForm(Form):
    """A section of the minutes."""

    text = fields.TextField(label=_("What was said and decided?"), rows=10)
    version = fields.VersionField()


class AnswerForm(Form):
    """What somebody who was there says of the minutes."""

    verdict = fields.RadioField(
        label=_("Do the minutes say what was said?"),
        choices=[("agrees", _("Yes")), ("objects", _("No, I object"))],
    )
    words = fields.TextField(label=_("What do you object to?"), required=False, limit=2000, rows=4)

    def clean(self) -> dict[str, Any]:
        """An objection says to what."""
        found: dict[str, Any] = self.cleaned_data
        if found.get("verdict") == "objects" and not found.get("words"):
            self.add_error("words", ValidationError(_("Say what you object to.")))
        return found


SECTIONS = [(each.value, each.label) for each in SHAREABLE]
