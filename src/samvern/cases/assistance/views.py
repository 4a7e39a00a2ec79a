# SPDX-License-Identifier: EUPL-1.2
"""Help: asked for, given, ended, refused, and why."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.categories import Category
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.access.unit_of_work import log_read
from samvern.cases.assistance import domain
from samvern.cases.assistance.choices import refusal_ground_name
from samvern.cases.assistance.forms import AssistanceAddForm, AssistanceChangeForm
from samvern.cases.assistance.labels import assistance_name
from samvern.cases.assistance.models import Assistance
from samvern.cases.core.decorators import with_open_case
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import get_case, get_case_record, person_names
from samvern.cases.pages.form_page import FormPage, form_page, with_expected
from samvern.cases.pages.rendering import case_page

COLOURS = {
    "asked": "warning",
    "given": "success",
    "ended": "neutral",
    "declined": "neutral",
    "refused": "danger",
}


@workspace_view()
def assistance(request: Request, case_id: UUID) -> HttpResponseBase:
    """What the people of the case have got, and have not."""
    case = get_case(request.actor, case_id, Category.ASSISTANCE)
    rows = domain.list_assistance(case)
    log_read("assistance.see", case=case.pk, rows=len(rows))
    names = person_names(case)
    is_ours = case.organisation_id == request.actor.organisation_id
    can_change = is_ours and case.state == Case.State.OPEN
    columns = [
        TableColumn(_("Help")),
        TableColumn(_("Who gives it")),
        TableColumn(_("From")),
        TableColumn(_("To")),
        TableColumn(_("State")),
    ]
    body = [
        [
            TableCell(
                assistance_name(row.kind),
                href=_address(row) if can_change else "",
                note=names.get(row.person_id, "") if len(names) > 1 else "",
            ),
            TableCell(domain.read_provider(row), note=domain.read_assistance_words(row)),
            TableCell(row.since or ""),
            TableCell(row.until or ""),
            TableCell(
                row.get_state_display(),
                tag=COLOURS[row.state],
                note=refusal_ground_name(row.ground) if row.ground else "",
            ),
        ]
        for row in rows
    ]
    table = Table(_("Help"), columns, body, _("No help has been written down yet."))
    return case_page(request, case, "cases/assistance.html", {"table": table})


@workspace_view(methods=WRITE)
@with_open_case("assistance")
def assistance_add(request: Request, case: Case) -> HttpResponseBase:
    """Write down a piece of help."""
    people = person_names(case)

    def save(person_id: UUID, **values: Any) -> Assistance:
        person = get_case_record(Person, case.pk, person_id)
        return domain.record_assistance(actor=request.actor, person=person, **values)

    page = FormPage(
        AssistanceAddForm,
        save,
        "assistance",
        case=case,
        template="cases/assistance_add.html",
        draft=f"assistance:{case.pk}",
        initial={
            "person_id": str(next(iter(people), "")),
            "kind": request.GET.get("kind", ""),
        },
        options={"people": people},
        context={"section": "assistance"},
        says_saved=True,
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
@with_open_case("assistance")
def assistance_change(request: Request, case: Case, assistance_id: UUID) -> HttpResponseBase:
    """How it stands now."""
    row = get_case_record(Assistance, case.pk, assistance_id)
    log_read("assistance.see", case=case.pk, object=row.pk, rows=1)
    page = FormPage(
        AssistanceChangeForm,
        partial(domain.change_assistance, actor=request.actor, assistance=row),
        "assistance",
        case=case,
        template="cases/assistance_change.html",
        values=with_expected,
        initial=_saved,
        row=row,
        context={
            "name": assistance_name(row.kind),
            "provider": domain.read_provider(row),
            "section": "assistance",
        },
        says_saved=True,
    )
    return form_page(request, page)


def _saved(row: Assistance) -> dict[str, Any]:
    return {
        "state": row.state,
        "since": row.since,
        "until": row.until,
        "ground": row.ground,
        "words": domain.read_assistance_words(row),
        "version": row.version,
    }


def _address(row: Assistance) -> str:
    where = {"case_id": row.case_id, "assistance_id": row.pk}
    return reverse("workspace:assistance_change", kwargs=where)
