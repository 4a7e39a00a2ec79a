# SPDX-License-Identifier: EUPL-1.2
"""What a move of a booking asks for."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.places.choices import DeclineReason
from samvern.places.models import BookingStep

NOON = time(12)


class PlainForm(Form):
    """A move that asks nothing."""

    def values(self) -> dict[str, Any]:
        """What the move is given."""
        return {}


class DeclineBookingForm(PlainForm):
    """Why not."""

    reason = fields.SelectField(label=lazy("Why?"), choices=DeclineReason.choices)
    words = form_field(
        BookingStep,
        "words",
        help_text=lazy("Whoever asked reads this. Write nothing about others who live there."),
    )

    def values(self) -> dict[str, Any]:
        """Reason and words."""
        return dict(self.cleaned_data)


class ConfirmBookingForm(PlainForm):
    """Yes, and whom to ring."""

    call_name = fields.SingleLineField(
        label=lazy("Whom can those who asked ring?"),
        help_text=lazy("Empty is you, with your number at work."),
        limit=80,
        required=False,
    )
    call_phone = fields.PhoneField(label=lazy("On which number?"), required=False)

    def values(self) -> dict[str, Any]:
        """Name and number."""
        return dict(self.cleaned_data)


class UntilForm(PlainForm):
    """Another last day."""

    until = fields.LocalDateField(label=lazy("Last day"))

    def values(self) -> dict[str, Any]:
        """The noon of that day."""
        day = self.cleaned_data["until"]
        return {"until": timezone.make_aware(datetime.combine(day, NOON))}


class ChangeRoomForm(PlainForm):
    """Another room."""

    room = fields.SelectField(label=lazy("Which room?"), choices=[])

    def __init__(self, *args: Any, rooms: list[tuple[str, str]] | None = None, **o: Any) -> None:
        super().__init__(*args, **o)
        field: Any = self.fields["room"]
        field.choices = [*list(field.choices)[:1], *(rooms or [])]

    def values(self) -> dict[str, Any]:
        """The room's id."""
        return {"room_id": UUID(self.cleaned_data["room"])}


FORMS: dict[str, type[PlainForm]] = {
    "confirm": ConfirmBookingForm, "decline": DeclineBookingForm,
    "wish": UntilForm, "wish_more": UntilForm, "extend": UntilForm,
    "extend_stay": UntilForm, "move": ChangeRoomForm, "move_on": ChangeRoomForm,
}  # fmt: skip
"""The form of each move that asks something."""
