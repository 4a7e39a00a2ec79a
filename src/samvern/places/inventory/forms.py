# SPDX-License-Identifier: EUPL-1.2
"""A provider's places."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models.sealed import form_field
from samvern.law.births import OLDEST
from samvern.places.choices import (
    LANGUAGES,
    SECURITY,
    ClosingReason,
    PlaceKind,
    Sex,
    Staffing,
    SubstancePolicy,
)
from samvern.places.matching.needs import districts
from samvern.places.models import Place, PlaceAddress

LEVELS = [(str(level), name) for level, name in SECURITY]
HOURS = [(str(hour), f"{hour:02}.00") for hour in range(25)]


class PlaceForm(Form):
    """What a place is for and whom it admits. What is left open is asked about, each time."""

    name = fields.SingleLineField(
        label=lazy("What others call it"),
        limit=120,
        help_text=lazy("Never an address: this name is in lists. The address has its own page."),
    )
    kind = fields.SelectField(label=lazy("Kind of place"), choices=PlaceKind.choices)
    unit_id = fields.SelectField(
        label=lazy("Unit that runs it"), choices=[], empty=lazy("All in the house"), required=False
    )
    region = fields.SingleLineField(label=lazy("Region"), limit=60)
    district = fields.SingleLineField(
        label=lazy("District"),
        limit=40,
        required=False,
        help_text=lazy("Compared with districts somebody must avoid. Nobody outside sees it."),
    )
    keeps_from = fields.SingleLineField(
        label=lazy("Not for people in danger from these districts"),
        required=False,
        help_text=lazy("With commas between them, for example where residents’ networks are."),
    )
    sexes = fields.CheckboxesField(label=lazy("Who is admitted?"), choices=Sex.choices)
    youngest = forms.IntegerField(
        label=lazy("Lowest age"), min_value=0, max_value=OLDEST, required=False
    )
    oldest = forms.IntegerField(
        label=lazy("Highest age"), min_value=0, max_value=OLDEST, required=False
    )
    children = fields.YesNoField(label=lazy("Can children come along?"), required=False)
    accessible = fields.YesNoField(label=lazy("Accessible with a wheelchair?"), required=False)
    languages = fields.CheckboxesField(
        label=lazy("Languages spoken there"), choices=LANGUAGES, required=False
    )
    security = fields.RadioField(label=lazy("Security"), choices=LEVELS)
    staffed = fields.RadioField(label=lazy("Who is there"), choices=Staffing.choices)
    policy = fields.RadioField(
        label=lazy("Alcohol and drugs"),
        choices=[*SubstancePolicy.choices, ("", lazy("Ask us"))],
        required=False,
    )
    intake_from = fields.SelectField(
        label=lazy("Receives people from"), choices=HOURS[:24], empty=lazy("Any hour"),
        coerce=int, empty_value=None, required=False,
    )  # fmt: skip
    intake_until = fields.SelectField(
        label=lazy("Receives people until"), choices=HOURS[1:], empty=lazy("Any hour"),
        coerce=int, empty_value=None, required=False,
    )  # fmt: skip
    notes = form_field(Place, "notes")
    active = fields.OptionalBooleanField(label=lazy("In use: others find it when they search"))

    def __init__(
        self, *args: Any, units: list[tuple[str, str]] | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["unit_id"]
        field.choices = [*list(field.choices)[:1], *(units or [])]

    def clean(self) -> dict[str, Any]:
        """Districts as they are compared; no unit as None."""
        found: dict[str, Any] = self.cleaned_data
        found["keeps_from"] = list(districts(found.get("keeps_from", "")))
        found["district"] = next(iter(districts(found.get("district", ""))), "")
        found["unit_id"] = found.get("unit_id") or None
        found["security"] = int(found.get("security") or 1)
        return found


class PlaceChangeForm(PlaceForm):
    """The same for a place there is."""

    version = fields.VersionField()


class NewRoomForm(Form):
    """A room more."""

    label = fields.SingleLineField(label=lazy("What you call the room"), limit=40)
    beds = forms.IntegerField(
        label=lazy("Beds"),
        min_value=1,
        max_value=20,
        help_text=lazy(
            "One booking takes the whole room. Where strangers share, each bed is a room."
        ),
    )


class ClosingForm(Form):
    """A room out of use for a while."""

    since = fields.LocalDateTimeField(label=lazy("From"))
    until = fields.LocalDateTimeField(label=lazy("Until"))
    why = fields.SelectField(label=lazy("Why?"), choices=ClosingReason.choices)


class PlaceAddressForm(Form):
    """Where the place is."""

    text = form_field(
        PlaceAddress,
        "address",
        help_text=lazy("Sealed. Read by you, and by the team of a case that is booked here."),
    )
