# SPDX-License-Identifier: EUPL-1.2
"""Help: asked for, given, ended, refused, and why."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.categories import Category
from samvern.access.errors import Conflict
from samvern.access.tables import Cell, Column, Table
from samvern.access.views import WRITE, page
from samvern.cases.domain import assistance as domain
from samvern.cases.domain.drafts import discard_draft, drafted
from samvern.cases.domain.helps import kind_name
from samvern.cases.domain.naming import people_named
from samvern.cases.domain.reaching import get_case, get_part
from samvern.cases.forms.assistance import AddForm, ChangeForm
from samvern.cases.kinds import ground_name
from samvern.cases.models import Assistance, Case, Person
from samvern.cases.views.attempts import attempt, show_conflict
from samvern.cases.views.shell import case_page
from samvern.cases.views.working import at_work

COLOURS = {
    "asked": "warning",
    "given": "success",
    "ended": "neutral",
    "declined": "neutral",
    "refused": "danger",
}


@page()
def assistance(request: Request, case_id: UUID) -> HttpResponseBase:
    """What the people of the case have got, and have not."""
    case = get_case(request.actor, case_id, Category.ASSISTANCE)
    rows = domain.list_assistance(case)
    see("assistance.see", case=case.pk, rows=len(rows))
    names = people_named(case)
    is_ours = case.organisation_id == request.actor.organisation_id
    can_change = is_ours and case.state == Case.State.OPEN
    columns = [
        Column(_("Help")),
        Column(_("Who gives it")),
        Column(_("From")),
        Column(_("To")),
        Column(_("State")),
    ]
    body = [
        [
            Cell(
                kind_name(row.kind),
                href=_address(row) if can_change else "",
                note=names.get(row.person_id, "") if len(names) > 1 else "",
            ),
            Cell(row.provider, note=domain.read_words(row)),
            Cell(row.since or ""),
            Cell(row.until or ""),
            Cell(
                row.get_state_display(),
                tag=COLOURS[row.state],
                note=ground_name(row.ground) if row.ground else "",
            ),
        ]
        for row in rows
    ]
    table = Table(_("Help"), columns, body, _("No help has been written down yet."))
    return case_page(request, case, "cases/assistance.html", {"table": table})


@page(methods=WRITE)
@at_work("assistance")
def assistance_add(request: Request, case: Case) -> HttpResponseBase:
    """Write down a piece of help."""
    key = f"assistance:{case.pk}"
    people = people_named(case)
    form = drafted(
        AddForm,
        actor=request.actor,
        key=key,
        data=request.POST or None,
        people=people,
        initial={
            "person_id": str(next(iter(people), "")),
            "kind": request.GET.get("kind", ""),
        },
    )
    if request.method == "POST" and form.is_valid():
        values: dict[str, Any] = dict(form.cleaned_data)
        person = get_part(Person, case.pk, values.pop("person_id"))
        made = attempt(
            form, lambda: domain.record_assistance(actor=request.actor, person=person, **values)
        )
        if made:
            discard_draft(actor=request.actor, key=key)
            messages.success(request, _("Saved."), fail_silently=True)
            return redirect("workspace:assistance", case_id=case.pk)
    return case_page(
        request, case, "cases/assistance_add.html", {"form": form, "section": "assistance"}
    )


@page(methods=WRITE)
@at_work("assistance")
def assistance_change(request: Request, case: Case, assistance_id: UUID) -> HttpResponseBase:
    """How it stands now."""
    row = get_part(Assistance, case.pk, assistance_id)
    see("assistance.see", case=case.pk, object=row.pk, rows=1)
    form = ChangeForm(request.POST or None, initial=_saved(row))
    if request.method == "POST" and form.is_valid():
        values: dict[str, Any] = dict(form.cleaned_data)
        expected = values.pop("version")
        try:
            done = attempt(
                form,
                lambda: domain.change_assistance(
                    actor=request.actor, assistance=row, expected=expected, **values
                ),
            )
        except Conflict as conflict:
            now = _saved(conflict.current)
            return show_conflict(request, form, conflict, now, "cases_assistance")
        if done:
            messages.success(request, _("Saved."), fail_silently=True)
            return redirect("workspace:assistance", case_id=case.pk)
    context = {"form": form, "row": row, "name": kind_name(row.kind), "section": "assistance"}
    return case_page(request, case, "cases/assistance_change.html", context)


def _saved(row: Assistance) -> dict[str, Any]:
    return {
        "state": row.state,
        "since": row.since,
        "until": row.until,
        "ground": row.ground,
        "words": domain.read_words(row),
        "version": row.version,
    }


def _address(row: Assistance) -> str:
    where = {"case_id": row.case_id, "assistance_id": row.pk}
    return reverse("workspace:assistance_change", kwargs=where)


_CASE = "cases/<uuid:case_id>/assistance"
urlpatterns = [
    path(_CASE, assistance, name="assistance"),
    path(f"{_CASE}/add", assistance_add, name="assistance_add"),
    path(f"{_CASE}/<uuid:assistance_id>", assistance_change, name="assistance_change"),
]
