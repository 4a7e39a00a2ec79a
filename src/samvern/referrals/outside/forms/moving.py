# SPDX-License-Identifier: EUPL-1.2
"""What happened to a crossing."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.courses import SENDER
from samvern.access.forms import Form
from samvern.referrals.outside.course import CROSSING


class MoveForm(Form):
    """What happened to the crossing."""

    name = fields.RadioField(label=lazy("What happened?"), choices=[])
    reason = fields.SelectField(
        label=lazy("Why?"), choices=[], required=False,
        help_text=lazy("Only if it was declined or stopped."),
    )  # fmt: skip
    happened_on = fields.NearDayField(label=lazy("When?"))
    words = fields.TextField(label=lazy("In words"), required=False, limit=2000, rows=3)

    def __init__(self, *args: Any, state: str, **options: Any) -> None:
        super().__init__(*args, **options)
        moves = CROSSING.open_to(state, SENDER)
        self.fields["name"].choices = [(m.name, m.label) for m in moves]  # type: ignore[attr-defined]
        reasons = {c: label for m in moves for c, label in (m.reasons or {}).items()}
        field: Any = self.fields["reason"]
        field.choices = [*list(field.choices)[:1], *reasons.items()]
        self.fields["happened_on"].initial = timezone.localdate()
        if not reasons:
            del self.fields["reason"]
