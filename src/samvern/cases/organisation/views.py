# SPDX-License-Identifier: EUPL-1.2
"""The administrator's pages: the organisation, its units and its members. No case content."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext as now

from samvern.access.actor import Request
from samvern.access.contact_person import own_contact_person, save_own_phone
from samvern.access.dates import format_date
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.forms import Form
from samvern.access.models import Member, Unit
from samvern.access.roles import CASEWORK, Role
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.cases.core.form_helpers import attempt, submitted_data
from samvern.cases.organisation import domain
from samvern.cases.organisation.forms import OrganisationForm, UnitForm, WorkNumberForm

ONLY = {Role.ADMINISTRATOR}


@workspace_view(ONLY)
def administrator(request: Request) -> HttpResponseBase:
    """The organisation, its units, and its members with those at work first."""
    found = domain.read_organisation(actor=request.actor)
    context = {"house": found, "members": _members(found.members), "units": _units(found)}
    return render(request, "cases/administrator.html", context)


@workspace_view(ONLY, methods=WRITE)
def organisation(request: Request) -> HttpResponseBase:
    """Change the organisation's name or region."""
    here = domain.read_organisation(actor=request.actor).organisation
    form = OrganisationForm(
        submitted_data(request), initial={"name": here.name, "region": here.region}
    )
    save = partial(domain.change_organisation, actor=request.actor)
    return handle_organisation_form(request, form, save, _("The organisation"))


@workspace_view(ONLY, methods=WRITE)
def unit_new(request: Request) -> HttpResponseBase:
    """Add a unit."""
    form = UnitForm(submitted_data(request))
    return handle_organisation_form(
        request, form, partial(domain.add_unit, actor=request.actor), _("New unit")
    )


@workspace_view(ONLY, methods=WRITE)
def unit(request: Request, unit_id: UUID) -> HttpResponseBase:
    """Rename a unit."""
    row = Unit.objects.filter(pk=unit_id, organisation_id=request.actor.organisation_id).first()
    if row is None:
        raise NotFound("unit", unit_id)
    form = UnitForm(submitted_data(request), initial={"name": row.name, "phone": row.phone})
    save = partial(domain.rename_unit, actor=request.actor, id=unit_id)
    return handle_organisation_form(request, form, save, _("The unit"))


def handle_organisation_form(
    request: Request,
    form: Form,
    save: Any,
    title: str,
    back: str = "",
    template: str = "cases/house_form.html",
) -> HttpResponseBase:
    """Show a form of the administrator's, or save what was sent and go back."""
    back = back or reverse("workspace:administrator")
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, lambda: save(**form.cleaned_data) or True)
    ):
        return redirect(back)
    context = {"form": form, "title": title, "back": back}
    return render(request, template, context, status=400 if form.errors else 200)


def _members(members: Sequence[Member]) -> Table:
    columns = [
        TableColumn(_("Name")),
        TableColumn(_("Role")),
        TableColumn(_("Unit")),
        TableColumn(_("State")),
    ]
    rows = [
        [
            TableCell(each.name, href=_to("colleague", member_id=each.pk)),
            TableCell(each.get_role_display()),
            TableCell(each.unit.name if each.unit else ""),
            TableCell(_("Ended"), tag="neutral", note=format_date(each.until))
            if domain.has_ended(each) and each.until
            else TableCell(_("At work"), tag="success"),
        ]
        for each in members
    ]
    return Table(_("Members"), columns, rows, _("There are no members yet."))


def _units(found: domain.OrganisationEntry) -> Table:
    at_work = [each.unit_id for each in found.members if not domain.has_ended(each)]
    columns = [TableColumn(_("Unit")), TableColumn(_("Members at work"), numeric=True)]
    rows = [
        [
            TableCell(each.name, href=_to("unit", unit_id=each.pk)),
            TableCell(str(at_work.count(each.pk))),
        ]
        for each in found.units
    ]
    return Table(_("Units"), columns, rows, _("There are no units yet."))


def _to(page: str, **where: Any) -> str:
    return reverse(f"workspace:{page}", kwargs=where)


@workspace_view(CASEWORK, methods=WRITE)
def own_number(request: Request) -> HttpResponseBase:
    """Write or change one's own number."""
    form = WorkNumberForm(
        request.POST if request.method == "POST" else None,
        initial={"phone": own_contact_person(request.actor).phone},
    )
    if request.method == "POST" and form.is_valid():
        phone = form.cleaned_data["phone"]
        if attempt(form, lambda: save_own_phone(actor=request.actor, phone=phone)):
            messages.success(request, now("Saved."), fail_silently=True)
            return redirect("workspace:home")
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "cases/number.html", {"form": form}, status=status)
