# SPDX-License-Identifier: EUPL-1.2
"""The administrator's pages: the organisation, its units and its members. No case content."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.days import day_name
from samvern.access.errors import Absent
from samvern.access.forms import Form
from samvern.access.models import Member, Unit
from samvern.access.roles import Role
from samvern.access.tables import Cell, Column, Table
from samvern.access.views import WRITE, page
from samvern.cases.domain import administering as house
from samvern.cases.forms.house import OrganisationForm, UnitForm
from samvern.cases.views.attempts import attempt
from samvern.cases.views.saving import sent

ONLY = {Role.ADMINISTRATOR}


@page(ONLY)
def administrator(request: Request) -> HttpResponseBase:
    """The organisation, its units, and its members with those at work first."""
    found = house.read_house(actor=request.actor)
    context = {"house": found, "members": _members(found.members), "units": _units(found)}
    return render(request, "cases/administrator.html", context)


@page(ONLY, methods=WRITE)
def organisation(request: Request) -> HttpResponseBase:
    """Change the organisation's name or region."""
    here = house.read_house(actor=request.actor).organisation
    form = OrganisationForm(sent(request), initial={"name": here.name, "region": here.region})
    save = partial(house.change_organisation, actor=request.actor)
    return saved(request, form, save, _("The organisation"))


@page(ONLY, methods=WRITE)
def unit_new(request: Request) -> HttpResponseBase:
    """Add a unit."""
    form = UnitForm(sent(request))
    return saved(request, form, partial(house.add_unit, actor=request.actor), _("New unit"))


@page(ONLY, methods=WRITE)
def unit(request: Request, unit_id: UUID) -> HttpResponseBase:
    """Rename a unit."""
    row = Unit.objects.filter(pk=unit_id, organisation_id=request.actor.organisation_id).first()
    if row is None:
        raise Absent("unit", unit_id)
    form = UnitForm(sent(request), initial={"name": row.name, "phone": row.phone})
    save = partial(house.rename_unit, actor=request.actor, id=unit_id)
    return saved(request, form, save, _("The unit"))


def saved(
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
    columns = [Column(_("Name")), Column(_("Role")), Column(_("Unit")), Column(_("State"))]
    rows = [
        [
            Cell(each.name, href=_to("colleague", member_id=each.pk)),
            Cell(each.get_role_display()),
            Cell(each.unit.name if each.unit else ""),
            Cell(_("Ended"), tag="neutral", note=day_name(each.until))
            if house.is_over(each) and each.until
            else Cell(_("At work"), tag="success"),
        ]
        for each in members
    ]
    return Table(_("Members"), columns, rows, _("There are no members yet."))


def _units(found: house.House) -> Table:
    at_work = [each.unit_id for each in found.members if not house.is_over(each)]
    columns = [Column(_("Unit")), Column(_("Members at work"), numeric=True)]
    rows = [
        [Cell(each.name, href=_to("unit", unit_id=each.pk)), Cell(str(at_work.count(each.pk)))]
        for each in found.units
    ]
    return Table(_("Units"), columns, rows, _("There are no units yet."))


def _to(page: str, **where: Any) -> str:
    return reverse(f"workspace:{page}", kwargs=where)


urlpatterns = [
    path("administrator/", administrator, name="administrator"),
    path("administrator/organisation", organisation, name="organisation"),
    path("administrator/units/new", unit_new, name="unit_new"),
    path("administrator/units/<uuid:unit_id>", unit, name="unit"),
]
