# SPDX-License-Identifier: EUPL-1.2
"""Forms of the directory: looking in it, and an organisation's own entry."""

import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.forms import Form
from samvern.access.models import Unit
from samvern.cases.core.form_helpers import add_choices
from samvern.common.numbers import whole_number
from samvern.law.births import OLDEST
from samvern.referrals.choices import DAYS, SEXES, needs
from samvern.referrals.directory.models import Service

SPAN = re.compile(r"([01]?\d|2[0-3])[.:]?([0-5]\d)\s*[-–]\s*([01]?\d|2[0-3]|24)[.:]?([0-5]\d)")


class DirectorySearchForm(Form):
    """What is sought in the directory."""

    need = fields.SelectField(label=_("Need"), choices=(), required=False, empty=_("All"))
    place = fields.SelectField(label=_("Place"), choices=(), required=False, empty=_("All"))

    def __init__(self, *args: Any, places: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        add_choices(self, "need", needs())
        add_choices(self, "place", [(place, place) for place in places])


class ServiceForm(Form):
    """What is offered, to whom, when."""

    name = fields.SingleLineField(label=_("Name"), limit=120)
    words = fields.MultiLineField(
        label=_("What it is"),
        help_text=_("In two or three sentences. Write no address."),
        limit=600,
        rows=3,
        required=False,
    )
    unit_id = fields.SelectField(
        label=_("Unit that receives referrals"),
        choices=(),
        required=False,
        empty=_("All case workers"),
    )
    needs = fields.CheckboxesField(label=_("Needs it meets"), choices=())
    regions = fields.SingleLineField(
        label=_("Places it takes people from"),
        help_text=_("With commas between. Empty is the whole country."),
        limit=400,
        required=False,
    )
    sexes = fields.CheckboxesField(
        label=_("Who it is for"),
        choices=SEXES.items(),
        required=False,
        help_text=_("Nothing ticked is everybody."),
    )
    youngest = fields.SingleLineField(label=_("Youngest age"), limit=3, required=False)
    oldest = fields.SingleLineField(label=_("Oldest age"), limit=3, required=False)
    with_children = fields.YesNoField(label=_("Can children come along?"), required=False)
    languages = fields.SingleLineField(
        label=_("Languages spoken there"),
        help_text=_("With commas between."),
        limit=400,
        required=False,
    )
    accessible = fields.YesNoField(label=_("Can it be used with a wheelchair?"), required=False)
    phone = fields.PhoneField(
        label=_("Duty telephone"),
        help_text=_("A number that those who refer can ring. Not one that only those in need use."),
        required=False,
    )
    phone_hours = fields.SingleLineField(
        label=_("When the duty telephone is answered"),
        help_text=_("Such as: day and night, or weekdays 8 to 15."),
        limit=80,
        required=False,
    )
    round_the_clock = fields.OptionalBooleanField(label=_("Open round the clock"))
    hours = fields.MultiLineField(
        label=_("Opening hours"),
        help_text=_("One line a day, Monday first, such as 08:00-15:30. A dash is closed."),
        limit=200,
        rows=7,
        required=False,
    )
    active = fields.OptionalBooleanField(label=_("Receives referrals now"))

    units: Sequence[Unit] = ()
    kind: str = ""
    """Set by ``of_organisation``: the page of two who changed the same makes the form anew."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["needs"].choices = needs(offered_by=self.kind)  # type: ignore[attr-defined]
        add_choices(self, "unit_id", [(str(unit.pk), unit.name) for unit in self.units])

    def clean_regions(self) -> list[str]:
        """Places as a list."""
        return _listed(self.cleaned_data["regions"])

    def clean_languages(self) -> list[str]:
        """Languages as a list."""
        return _listed(self.cleaned_data["languages"])

    def clean_youngest(self) -> int | None:
        """An age in years."""
        return _age(self.cleaned_data["youngest"])

    def clean_oldest(self) -> int | None:
        """An age in years."""
        return _age(self.cleaned_data["oldest"])

    def clean_unit_id(self) -> UUID | None:
        """The unit, if one was chosen."""
        return UUID(self.cleaned_data["unit_id"]) if self.cleaned_data["unit_id"] else None

    def clean_hours(self) -> dict[str, list[str]]:
        """Hours by the day of the week; a line that cannot be read is a mistake."""
        lines = self.cleaned_data["hours"].splitlines()
        return {str(day): span for day, line in enumerate(lines[:7]) if (span := _span(day, line))}


class ServiceChangeForm(ServiceForm):
    """The same for an entry that is there."""

    version = fields.VersionField()


def of_organisation(
    shape: type[ServiceForm], kind: str, units: Sequence[Unit]
) -> type[ServiceForm]:
    """The form with an organisation's units, and the needs its kind may offer, to choose from."""
    return type(shape.__name__, (shape,), {"kind": kind, "units": tuple(units)})


def initial_values(service: Service) -> dict[str, Any]:
    """What the form starts with."""
    kept = {
        f: getattr(service, f) for f in ServiceForm.base_fields if f not in ("unit_id", "hours")
    }
    return {
        **kept,
        "unit_id": str(service.unit_id or ""),
        "regions": ", ".join(service.regions),
        "languages": ", ".join(service.languages),
        "hours": hours_lines(service),
        "version": service.version,
    }


def hours_lines(service: Service) -> str:
    """The hours as they are typed."""
    if not service.hours:
        return ""
    days = [service.hours.get(str(day)) for day in range(7)]
    return "\n".join("-".join(each) if each else "-" for each in days)


def _listed(text: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _age(text: str) -> int | None:
    if not text:
        return None
    age = whole_number(text, 3)
    if age is None or age > OLDEST:
        raise ValidationError(now("Write the age in years with digits."))
    return age


def _span(day: int, line: str) -> list[str]:
    if not line.strip(" -–"):
        return []
    found = SPAN.fullmatch(line.strip())
    if found is None:
        raise ValidationError(now("%(day)s: write hours such as 08:00-15:30.") % {"day": DAYS[day]})
    opens, closes = f"{int(found[1]):02}:{found[2]}", f"{int(found[3]):02}:{found[4]}"
    return [opens, "23:59" if closes == "24:00" else closes]
