# SPDX-License-Identifier: EUPL-1.2
"""Choices: every option shown where there are few, a list where there are many."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

Choices = Iterable[tuple[str, Any]]


class RadiosWidget(forms.RadioSelect):
    """One of a few, all shown."""

    template_name = "workspace/widgets/options.html"


class CheckboxesWidget(forms.CheckboxSelectMultiple):
    """Any of a few, all shown."""

    template_name = "workspace/widgets/options.html"


class RadioField(forms.ChoiceField):
    """One of a few, as radio buttons."""

    def __init__(self, *, choices: Choices, **options: Any) -> None:
        super().__init__(choices=choices, widget=RadiosWidget, **options)


class CheckboxesField(forms.MultipleChoiceField):
    """Any of a few, as check boxes; cleaned to a list of values."""

    def __init__(self, *, choices: Choices, **options: Any) -> None:
        super().__init__(choices=choices, widget=CheckboxesWidget, **options)


class SelectField(forms.TypedChoiceField):
    """One of many, as a list that opens; nothing is chosen beforehand.

    ``coerce`` makes the chosen text what it stands for, as ``UUID`` does; nothing stays "".
    """

    def __init__(self, *, choices: Choices, empty: Any = None, **options: Any) -> None:
        first = ("", empty if empty is not None else _("Choose"))
        super().__init__(choices=[first, *choices], **options)


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or (unless required) not known; cleaned to True, False or None."""

    def __init__(self, **options: Any) -> None:
        rows: list[tuple[str, Any]] = [("yes", _("Yes")), ("no", _("No"))]
        if not options.get("required", True):
            rows.append(("", _("Don’t know")))
        super().__init__(
            choices=rows,
            coerce=lambda v: v == "yes",
            empty_value=None,
            widget=RadiosWidget,
            **options,
        )

    def prepare_value(self, value: Any) -> Any:
        """The option that stands for a stored truth value."""
        return {True: "yes", False: "no", None: ""}.get(value, value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as options."""
        return bool(self.prepare_value(initial) != (data or ""))


class OptionalBooleanField(forms.BooleanField):
    """One box to tick; left alone it means no."""

    def __init__(self, *, required: bool = False, **options: Any) -> None:
        super().__init__(required=required, **options)
