# SPDX-License-Identifier: EUPL-1.2
"""Forms as the workspace shows them: labels above, help and mistakes beside the field, and a
summary of the mistakes that leads to each.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from django import forms
from django.conf import settings
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.http import QueryDict
from django.template.backends.django import DjangoTemplates as TemplateEngine
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from samvern.access.fields.choices import CheckboxesWidget, RadiosWidget

INPUT = "ds-input"
PICKED = (forms.Select, RadiosWidget, CheckboxesWidget)


class WorkspaceFormRenderer(DjangoTemplates):
    """Django's widgets, with the site's templates around them."""

    form_template_name = "workspace/fields.html"
    field_template_name = "workspace/field.html"

    @cached_property
    def engine(self) -> TemplateEngine:
        """An engine that finds Django's widgets and the site's own templates."""
        ours: list[Path] = list(settings.TEMPLATES[0]["DIRS"])  # type: ignore[call-overload]
        folders = [Path(forms.__file__).parent / "templates", *ours]
        return TemplateEngine({"NAME": "forms", "DIRS": folders, "APP_DIRS": False, "OPTIONS": {}})


class FormProblem(NamedTuple):
    """A mistake for the summary: the element to go to, and the text."""

    target: str
    text: str


class WorkspaceFormMixin:
    """What every form of the workspace has in common; mix it into a form of another library."""

    default_renderer: Any = WorkspaceFormRenderer
    use_required_attribute = False
    fields: dict[str, forms.Field]
    draft: str = ""
    """Key under which what is typed is kept until it is saved; empty keeps nothing."""
    draft_saved_at: Any = None
    """When what is shown was kept, if it is a draft that is shown."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        if args and args[0] is not None:
            args = (apply_merge_choices(args[0]), *args[1:])
        elif options.get("data") is not None:
            options["data"] = apply_merge_choices(options["data"])
        super().__init__(*args, **options)

    def __getitem__(self, name: str) -> BoundField:
        """A field with its value. Dressed here, as a form may add fields after it is made."""
        if name in self.fields:
            _dress(self.fields[name])
        bound: BoundField = super().__getitem__(name)  # type: ignore[misc]
        return bound

    @property
    def mixed(self) -> bool:
        """Whether some fields must be filled in and others need not; then each says which."""
        needs = {field.required for field in self._asked()}
        return len(needs) > 1

    @property
    def problems(self) -> list[FormProblem]:
        """The mistakes in the order of the fields, then those of the form as a whole."""
        listed = []
        for bound in self:  # type: ignore[attr-defined]
            target = _target(bound)
            listed += [FormProblem(target, str(error)) for error in bound.errors]
        return listed + [FormProblem("", str(e)) for e in self.non_field_errors()]  # type: ignore[attr-defined]

    def _asked(self) -> Iterator[forms.Field]:
        for field in self.fields.values():
            if not field.widget.is_hidden and not isinstance(field, forms.BooleanField):
                yield field


class Form(WorkspaceFormMixin, forms.Form):
    """The form every room of the workspace builds on."""


AnyForm = TypeVar("AnyForm", bound=Form)


def form_from_draft(
    form: Callable[..., AnyForm], draft: Mapping[str, list[str]] | None, **options: Any
) -> AnyForm:
    """A form that shows a draft, not yet judged, or the ordinary form where there is none."""
    if not draft:
        return form(**options)
    shown = form(**options)
    for name, field in shown.fields.items():
        # The version comes along: a draft from before a colleague's change must meet that change.
        if not isinstance(field, forms.FileField):
            shown.initial[name] = _from_draft(field, name, draft)
    return shown


def _from_draft(field: forms.Field, name: str, draft: Mapping[str, list[str]]) -> Any:
    data = QueryDict(mutable=True)
    for key, values in draft.items():
        data.setlist(key, values)
    return field.widget.value_from_datadict(data, {}, name)


def _target(bound: BoundField) -> str:
    own = bound.auto_id
    return f"{own}_0" if bound.use_fieldset else str(own)


def _dress(field: forms.Field) -> None:
    parts = getattr(field.widget, "widgets", [field.widget])
    for widget in parts:
        widget.attrs.setdefault("class", INPUT)
        widget.attrs.setdefault("autocomplete", "off")
    if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
        field.error_messages["required"] = _missing(field)


def _missing(field: forms.Field) -> str:
    label = {"label": field.label or ""}
    if isinstance(field.widget, PICKED):
        return _("Choose under “%(label)s”.") % label
    if isinstance(field, forms.BooleanField):
        return _("Tick “%(label)s” to go on.") % label
    if isinstance(field, forms.FileField):
        return _("Choose a file under “%(label)s”.") % label
    return _("Fill in “%(label)s”.") % label


CHOICE, SAVED = "choose-", "saved-"
TAKE_SAVED = "saved"
"""The answer to ``choose-<field>`` that takes what is saved rather than what was typed."""


def apply_merge_choices(data: Any) -> Any:
    """``data`` with the saved value where it was chosen; unchanged if nothing was to choose."""
    choices = [key for key in data if key.startswith(CHOICE)] if hasattr(data, "setlist") else []
    if not choices:
        return data
    whole = QueryDict(mutable=True)
    taken = tuple(k.removeprefix(CHOICE) for k in choices if data[k] == TAKE_SAVED)
    for key, values in data.lists():
        if key.startswith(CHOICE):
            continue
        if key.startswith(SAVED):
            if _belongs_to_field(key.removeprefix(SAVED), taken):
                whole.setlist(key.removeprefix(SAVED), values)
        elif not _belongs_to_field(key, taken):
            whole.setlist(key, values)
    return whole


def _belongs_to_field(key: str, fields: tuple[str, ...]) -> bool:
    return any(key == field or key.startswith(f"{field}.") for field in fields)
