# SPDX-License-Identifier: EUPL-1.2
"""Days: three small fields for one known by heart, the browser's calendar for a near one."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samvern.common.numbers import whole_number

PARTS = (("day", _("Day"), 2), ("month", _("Month"), 2), ("year", _("Year"), 4))
ISO_PARTS = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class ThreePartDateWidget(forms.MultiWidget):
    """Day, month and year, each a text field with its own label."""

    template_name = "workspace/widgets/day.html"

    def __init__(self) -> None:
        super().__init__(
            [
                forms.TextInput(
                    attrs={"inputmode": "numeric", "maxlength": width, "data-width": width}
                )
                for _name, _label, width in PARTS
            ]
        )
        self.widgets_names = [f".{name}" for name, _label, _width in PARTS]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """With the label of each part."""
        context = super().get_context(name, value, attrs)
        for part, (_name, label, _width) in zip(
            context["widget"]["subwidgets"], PARTS, strict=True
        ):
            part["label"] = label
        return context

    def decompress(self, value: Any) -> list[str]:
        """A day, or a written part of one ("1998", "1998-05"), as three texts."""
        found = ISO_PARTS.fullmatch(value.isoformat() if isinstance(value, date) else value or "")
        if not found:
            return ["", "", ""]
        year, month, day = found.groups()
        return [str(int(day)) if day else "", str(int(month)) if month else "", year]


class HiddenThreePartDateWidget(ThreePartDateWidget):
    """The same three parts unseen, for the page of two who changed the same."""

    template_name = "django/forms/widgets/multiwidget.html"

    def __init__(self) -> None:
        super().__init__()
        self.widgets = [forms.HiddenInput() for _part in PARTS]


class PartialDateField(forms.Field):
    """A day of which perhaps only the year, or year and month, is known.

    Cleaned to ISO 8601 text of what is known: "1998", "1998-05" or "1998-05-17"; "" for nothing.
    """

    widget = ThreePartDateWidget
    hidden_widget = HiddenThreePartDateWidget
    default_error_messages = {  # noqa: RUF012 (Django's own way)
        "digits": _("Write day, month and year with digits, for example 17 5 1998."),
        "year": _("Write the year with four digits, for example 1998."),
        "order": _("A day needs its month."),
        "day": _("There is no such day. Check day, month and year."),
    }

    def to_python(self, value: Any) -> Any:
        """Raises ValidationError when the parts make no day."""
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, str):
            return value
        return self._written([str(part or "").strip() for part in value or ("", "", "")])

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as days; what is no day has changed."""
        try:
            return bool((self.to_python(initial) or "") != (self.to_python(data) or ""))
        except ValidationError:
            return True

    def _written(self, parts: Sequence[str]) -> str:
        day, month, year = parts
        if not any(parts):
            return ""
        if any(part and whole_number(part) is None for part in parts):
            raise self._error("digits")
        if len(year) != 4:
            raise self._error("year")
        if day and not month:
            raise self._error("order")
        try:
            date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            raise self._error("day") from None
        return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])

    def _error(self, code: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code)


class ThreePartDateField(PartialDateField):
    """A day that is known in full; cleaned to a ``date`` or None."""

    def to_python(self, value: Any) -> Any:
        """Raises ValidationError when a part is missing."""
        written = super().to_python(value)
        if not written:
            return None
        if len(written) < len("1998-05-17"):
            raise self._error("digits")
        return date.fromisoformat(written)


class LocalDateField(forms.DateField):
    """A day near today, chosen in the browser's calendar."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "data-width": "day"})
        super().__init__(widget=widget, input_formats=["%Y-%m-%d", "%d.%m.%Y"], **options)


class LocalDateTimeField(forms.DateTimeField):
    """A day and an hour near now, in Norwegian time."""

    def __init__(self, **options: Any) -> None:
        written = "%Y-%m-%dT%H:%M"
        attrs = {"type": "datetime-local", "data-width": "moment"}
        widget = forms.DateTimeInput(format=written, attrs=attrs)
        formats = [written, "%d.%m.%Y %H:%M", "%Y-%m-%dT%H:%M:%S"]
        super().__init__(widget=widget, input_formats=formats, **options)
