# SPDX-License-Identifier: EUPL-1.2
"""A telephone number, kept as it was typed."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import TextInput
from django.utils.translation import gettext as _

from samvern.access.fields.text import LineField
from samvern.law.phones import can_be_dialled

LIMIT = 40


class PhoneField(LineField):
    """A number somebody can ring. It says kindly when it cannot be one, and changes nothing."""

    def __init__(self, **options: Any) -> None:
        box = TextInput(attrs={"type": "tel", "inputmode": "tel"})
        box.input_type = "tel"
        super().__init__(limit=LIMIT, widget=box, **options)

    def clean(self, value: Any) -> str:
        """The number as it was typed, if it can be one."""
        typed = str(super().clean(value) or "").strip()
        if typed and not can_be_dialled(typed):
            raise ValidationError(_("Write a telephone number, such as 22 33 44 55."))
        return typed
