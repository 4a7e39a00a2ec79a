# SPDX-License-Identifier: EUPL-1.2
"""Trying what a form asks for: done whole or not at all, and a refusal shown in the form."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast
from uuid import UUID

from django.db import DatabaseError, transaction
from django.forms import ChoiceField
from django.http import HttpResponse

from samvern.access.actor import Request
from samvern.access.audit import REFUSED
from samvern.access.conflicts import conflict_page
from samvern.access.errors import Conflict, Refused, refusal_of
from samvern.access.forms import Form
from samvern.access.work import current_work
from samvern.cases.domain.history import earlier

T = TypeVar("T")


def attempt(form: Form, act: Callable[[], T]) -> T | None:
    """What the act returns, or None with the refusal as a mistake of the form.

    What a refused act had done is undone, in the tables and in the trail.
    """
    lines = current_work().lines
    before = len(lines)
    try:
        with transaction.atomic():
            return act()
    except (Refused, DatabaseError) as error:
        refused = refusal_of(error)
        if refused is None:
            raise
        lines[before:] = [line for line in lines[before:] if line["outcome"] == REFUSED]
        form.add_error(None, refused)
        return None


def offer(form: Form, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Fill a select field with what there is to choose; "Choose" stays first."""
    field = cast(ChoiceField, form.fields[name])
    first = list(cast(Iterable[tuple[str, str]], field.choices))[:1]
    field.choices = [*first, *choices]


def show_conflict(
    request: Request, form: Form, conflict: Conflict, saved: dict[str, Any], source: str
) -> HttpResponse:
    """The page that asks which text stands; ``source`` is the table of the row."""
    now = conflict.current
    return conflict_page(
        request,
        form,
        saved=saved,
        version=now.version,
        who=_who(source, now.pk),
        when=now.changed_at,
    )


def _who(source: str, row_id: UUID) -> str:
    """Who changed the row last."""
    changes = earlier(source, row_id)
    return changes[0].who if changes else ""
