# SPDX-License-Identifier: EUPL-1.2
"""A provider's rooms, closings and addresses."""

from django import forms
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.places.outcomes import Closing


class RoomForm(Form):
    """A room more."""

    label = fields.LineField(label=lazy("What you call the room"), limit=40)
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

    since = fields.MomentField(label=lazy("From"))
    until = fields.MomentField(label=lazy("Until"))
    why = fields.SelectField(label=lazy("Why?"), choices=Closing.choices)


class AddressForm(Form):
    """Where the place is."""

    text = fields.TextField(
        label=lazy("Address and how to get there"),
        limit=1000,
        rows=4,
        help_text=lazy("Sealed. Read by you, and by the team of a case that is booked here."),
    )
