# SPDX-License-Identifier: EUPL-1.2
"""The page for two people who changed the same thing: your text beside what is saved, field by
field, nothing lost (answer 409).
"""

from copy import copy
from datetime import datetime
from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from samvern.access.forms import Form

SAVED_PREFIX = "saved"
VERSION = "version"


class FieldDifference(NamedTuple):
    """One field in which the two differ: what each says, and both as hidden inputs."""

    name: str
    label: str
    yours: str
    saved: str
    hidden: str


def conflict_page(
    request: HttpRequest,
    form: Form,
    *,
    saved: dict[str, Any],
    version: int,
    who: str,
    when: datetime,
    **context: Any,
) -> HttpResponse:
    """Ask which text to keep, and send it again from the version that is saved now.

    ``saved`` is what is saved now, as the form's ``initial``; ``who`` saved it ``when``. The page
    posts to the address it was refused at, so the view needs nothing more.
    """
    prefix = f"{SAVED_PREFIX}-{form.prefix}" if form.prefix else SAVED_PREFIX
    now = _showing(form, saved, prefix)
    differing, same = _compare(form, now)
    page = {
        "differences": differing,
        "same": same,
        "version": version,
        "version_name": form.add_prefix(VERSION),
        "who": who,
        "when": when,
        **context,
    }
    return render(request, "workspace/conflict.html", page, status=409)


def _showing(form: Form, saved: dict[str, Any], prefix: str) -> Form:
    """The same form with what is saved in it; its choices are those it was made with."""
    now = copy(form)
    empty = {"is_bound": False, "data": MultiValueDict(), "files": MultiValueDict()}
    vars(now).update(empty, initial=saved, prefix=prefix, _bound_fields_cache={})
    return now


def _compare(form: Form, now: Form) -> tuple[list[FieldDifference], list[str]]:
    differing: list[FieldDifference] = []
    same: list[str] = []
    for name, field in form.fields.items():
        if name == VERSION or isinstance(field, forms.FileField):
            continue
        yours, saved = form[name], now[name]
        if field.has_changed(saved.initial, yours.data):
            hidden = yours.as_hidden() + saved.as_hidden()
            label, key = str(yours.label), yours.html_name
            differing.append(
                FieldDifference(key, label, displayed_value(yours), displayed_value(saved), hidden)
            )
        else:
            same.append(yours.as_hidden())
    return differing, same


def displayed_value(bound: BoundField) -> str:
    """A field's value as a reader sees it; a dash for nothing."""
    value, field = bound.value(), bound.field
    if isinstance(field, forms.BooleanField):
        return _("Yes") if value else _("No")
    if isinstance(field, forms.ChoiceField):
        labels = {str(key): str(label) for key, label in bound.field.widget.choices}
        picked = value if isinstance(value, list | tuple) else [value]
        value = ", ".join(labels.get(str(one), str(one)) for one in picked if one is not None)
    elif isinstance(value, list | tuple):
        value = " ".join(str(part) for part in value if part)
    return str(value) if value not in (None, "") else "–"
