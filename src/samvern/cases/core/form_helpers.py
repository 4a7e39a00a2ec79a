# SPDX-License-Identifier: EUPL-1.2
"""Trying what a form asks for: done whole or not at all, and a refusal shown in the form."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from django.db import DatabaseError, transaction
from django.forms import ChoiceField
from django.http import HttpResponse, QueryDict

from samvern.access.actor import Request
from samvern.access.edit_conflicts import conflict_page
from samvern.access.errors import Conflict, Rejected, rejection_from
from samvern.access.forms import Form
from samvern.access.unit_of_work import REFUSED, current_unit_of_work
from samvern.cases.core.history import list_earlier_versions
from samvern.cases.core.selectors import PeopleNames

T = TypeVar("T")


def attempt(form: Form, act: Callable[[], T]) -> T | None:
    """What the act returns, or None with the refusal as a mistake of the form.

    What a refused act had done is undone, in the tables and in the trail.
    """
    lines = current_unit_of_work().lines
    before = len(lines)
    try:
        with transaction.atomic():
            return act()
    except (Rejected, DatabaseError) as error:
        refused = rejection_from(error)
        if refused is None:
            raise
        lines[before:] = [line for line in lines[before:] if line["outcome"] == REFUSED]
        form.add_error(None, refused)
        return None


def add_choices(form: Form, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Fill a select field with what there is to choose; "Choose" stays first."""
    field = cast(ChoiceField, form.fields[name])
    first = list(cast(Iterable[tuple[str, str]], field.choices))[:1]
    field.choices = [*first, *choices]


def show_conflict(
    request: Request, form: Form, conflict: Conflict, saved: dict[str, Any], source: str
) -> HttpResponse:
    """The page that asks which text stands; ``source`` is the table of the row."""
    now = conflict.current
    changes = list_earlier_versions(source, now.pk)
    who = changes[0].who if changes else ""
    return conflict_page(
        request, form, saved=saved, version=now.version, who=who, when=now.changed_at
    )


def add_person_choices(form: Form, people: PeopleNames) -> None:
    """Give a form the people of its case; of one alone nothing needs to be asked."""
    field = form.fields["person_id"]
    field.choices = [(str(id), name) for id, name in people.items()]  # type: ignore[attr-defined]
    if len(people) == 1:
        field.initial = str(next(iter(people)))
        field.widget = field.hidden_widget()


def submitted_data(request: Request) -> QueryDict | None:
    """What a form was sent with, be it nothing at all; None when the page is only opened."""
    return request.POST if request.method == "POST" else None
