# SPDX-License-Identifier: EUPL-1.2
"""Text as people type it, without the signs that make a screen or a file show something else."""

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import TextInput
from django.utils.translation import gettext as _

from samvern.law.phones import can_be_dialled

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
"""Control signs, and those that turn the direction of writing (Unicode TR 36, 2.5)."""

LINE, LONG = 200, 4000


def normalise_text(text: str) -> str:
    """The text composed (NFC), with line ends as one sign, and without signs nobody sees."""
    return INVISIBLE.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n")))


class SingleLineField(forms.CharField):
    """One line of text, at most 200 characters unless ``limit`` says otherwise."""

    def __init__(self, *, limit: int = LINE, **options: Any) -> None:
        super().__init__(max_length=limit, **options)

    def to_python(self, value: Any) -> str:
        """One line: a pasted line break becomes a space."""
        return str(
            super().to_python(" ".join(normalise_text(value).split("\n")) if value else value)
        )

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without ``maxlength``, which cuts what is pasted and does not say so."""
        return {}


class MultiLineField(forms.CharField):
    """Longer text in a box of ``rows`` lines with a counter; at most ``limit`` characters."""

    def __init__(self, *, limit: int = LONG, rows: int = 5, **options: Any) -> None:
        box = forms.Textarea(attrs={"rows": rows, "cols": None})
        super().__init__(max_length=limit, widget=box, **options)

    def to_python(self, value: Any) -> str:
        """The text with its line breaks."""
        return str(super().to_python(normalise_text(value) if value else value))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """What the counter counts to; as above, nothing is cut."""
        return {"data-limit": self.max_length}


PHONE_LIMIT = 40


class PhoneField(SingleLineField):
    """A number somebody can ring. It says kindly when it cannot be one, and changes nothing."""

    def __init__(self, **options: Any) -> None:
        box = TextInput(attrs={"type": "tel", "inputmode": "tel"})
        box.input_type = "tel"
        super().__init__(limit=PHONE_LIMIT, widget=box, **options)

    def clean(self, value: Any) -> str:
        """The number as it was typed, if it can be one."""
        typed = str(super().clean(value) or "").strip()
        if typed and not can_be_dialled(typed):
            raise ValidationError(_("Write a telephone number, such as 22 33 44 55."))
        return typed
