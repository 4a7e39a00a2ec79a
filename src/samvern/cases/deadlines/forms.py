# SPDX-License-Identifier: EUPL-1.2
"""Forms about deadlines."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models import Member
from samvern.access.models.sealed import form_field
from samvern.cases.deadlines.models import Deadline


class DeadlineAddForm(Form):
    """A deadline of our own."""

    title = form_field(Deadline, "title", help_text=_("Do not write names."), required=True)
    due_on = fields.LocalDateField(label=_("Last day"))
    owner_id = fields.SelectField(label=_("Who answers for it?"), choices=[])

    def __init__(self, *args: Any, owners: list[Member], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(str(member.pk), member.name) for member in owners]
        self.fields["owner_id"] = fields.SelectField(
            label=_("Who answers for it?"), choices=choices, coerce=UUID
        )


class DeadlineEndForm(Form):
    """What it was for is done."""

    version = fields.VersionField()


class DeadlineReasonForm(Form):
    """A change that needs its reason."""

    reason = form_field(Deadline, "reason", required=True)
    version = fields.VersionField()


class DeadlineExtendForm(Form):
    """Another last day, and why."""

    to = fields.LocalDateField(label=_("New last day"))
    reason = form_field(
        Deadline, "reason", help_text=_("For example who decided it, and when."), required=True
    )
    version = fields.VersionField()


class DeadlineHourForm(Form):
    """The time of day a clock that counts hours began."""

    at = forms.TimeField(
        label=_("At what time did it begin?"),
        help_text=_("Hours and minutes, for example 14:30."),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    version = fields.VersionField()
