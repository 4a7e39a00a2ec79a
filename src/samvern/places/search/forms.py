# SPDX-License-Identifier: EUPL-1.2
"""What somebody needs of a place, asked on one page; what is not known may stay so."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.forms import Form
from samvern.law.births import OLDEST
from samvern.places.choices import (
    ANY_REGION,
    LANGUAGES,
    SECURITY,
    PlaceKind,
    Sex,
    Staffing,
    SubstanceUse,
)
from samvern.places.matching.needs import Needs, districts

NOON = time(12)
LEVELS = [(str(level), name) for level, name in SECURITY]
STAFF = [(Staffing.NONE.value, lazy("Not needed")), *Staffing.choices[1:]]
UNKNOWN = ("", lazy("Don’t know"))
HOURS = ((1, lazy("1 hour")), (4, lazy("4 hours")), (12, lazy("12 hours")), (24, lazy("24 hours")))


class PlaceSearchForm(Form):
    """Needs and risks of one person for one stay."""

    person = fields.SelectField(label=lazy("Who is it for?"), choices=[])
    sex = fields.RadioField(label=lazy("Sex"), choices=[*Sex.choices, UNKNOWN], required=False)
    age = forms.IntegerField(
        label=lazy("Age"),
        min_value=0,
        max_value=OLDEST,
        required=False,
        help_text=lazy("In years. Leave it empty when it is not known; then places are asked."),
    )
    children = forms.IntegerField(
        label=lazy("Children who come along"), min_value=0, max_value=12, required=False
    )
    since = fields.LocalDateTimeField(label=lazy("From"))
    until = fields.LocalDateField(label=lazy("Last day"))
    kind = fields.SelectField(
        label=lazy("Kind of place"), choices=PlaceKind.choices, empty=lazy("Any"), required=False
    )
    region = fields.SelectField(
        label=lazy("Region"), choices=[], empty=lazy("Anywhere"), required=False
    )
    avoid = fields.SingleLineField(
        label=lazy("Districts she must avoid"),
        required=False,
        help_text=lazy("With commas between them. No place there, or near there, is shown."),
    )
    danger = fields.OptionalBooleanField(
        label=lazy("Somebody may be looking for her"),
        help_text=lazy("Those in danger come first on the waiting list."),
    )
    security = fields.RadioField(label=lazy("How safe must it be?"), choices=LEVELS)
    staffed = fields.RadioField(label=lazy("Must somebody be there?"), choices=STAFF)
    accessible = fields.OptionalBooleanField(label=lazy("It must be accessible with a wheelchair"))
    use = fields.RadioField(
        label=lazy("Alcohol and drugs"), choices=[*SubstanceUse.choices, UNKNOWN], required=False
    )
    languages = fields.CheckboxesField(
        label=lazy("Languages she speaks"), choices=LANGUAGES, required=False
    )
    words = fields.MultiLineField(
        label=lazy("What the place must know"),
        required=False,
        limit=1000,
        rows=3,
        help_text=lazy("No name and no address. The place sees this when you hold a room."),
    )

    def __init__(
        self,
        *args: Any,
        people: Iterable[tuple[UUID, str]] = (),
        regions: Iterable[str] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        listed = [(str(id), name) for id, name in people]
        if listed:
            _offer(self, "person", listed)
        else:
            del self.fields["person"]
        _offer(self, "region", [(name, name) for name in regions if name != ANY_REGION])

    def clean(self) -> dict[str, Any]:
        """A stay ends after it begins."""
        found: dict[str, Any] = self.cleaned_data
        since, until = found.get("since"), found.get("until")
        if since and until and _noon(until) <= since:
            self.add_error("until", ValidationError(_("Choose a last day after the first.")))
        return found

    def needs(self) -> Needs:
        """What was filled in."""
        found = self.cleaned_data
        return Needs(
            since=found["since"], until=_noon(found["until"]), sex=found["sex"], age=found["age"],
            children=found["children"] or 0, accessible=found["accessible"],
            languages=tuple(found["languages"]), security=int(found["security"]),
            staffed=found["staffed"], use=found["use"], avoid=districts(found["avoid"]),
            kind=found["kind"], region=found["region"], danger=found["danger"],
            words=found["words"],
        )  # fmt: skip


def first_needs(known: dict[str, Any]) -> dict[str, Any]:
    """What the form begins with: tonight, three nights, and what the case says."""
    now = timezone.localtime().replace(second=0, microsecond=0)
    usual = {"since": now, "until": (now + timedelta(days=3)).date(), "security": 1}
    return {**usual, "children": 0, "staffed": Staffing.NONE.value, "sex": "", "use": "", **known}


def _noon(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, NOON))


def _offer(form: Form, name: str, choices: list[tuple[str, str]]) -> None:
    field: Any = form.fields[name]
    field.choices = [*list(field.choices)[:1], *choices]
