# SPDX-License-Identifier: EUPL-1.2
"""The administrator's pages: the organisation, its units and its members. No case content."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.contact_person import own_contact_person, save_own_phone
from samvern.access.dates import format_date
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.models import Member, Unit
from samvern.access.roles import CASEWORK, Role
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.cases.organisation import domain
from samvern.cases.organisation.forms import UnitForm, WorkNumberForm
from samvern.cases.pages.form_page import FormPage, form_page

ONLY = {Role.ADMINISTRATOR}
FORM = "cases/house_form.html"


@workspace_view(ONLY)
def administrator(request: Request) -> HttpResponseBase:
    """The organisation, its units, and its members with those at work first."""
    found = domain.read_organisation(actor=request.actor)
    context = {"house": found, "members": _members(found.members), "units": _units(found)}
    return render(request, "cases/administrator.html", context)


@workspace_view(ONLY, methods=WRITE)
def unit_new(request: Request) -> HttpResponseBase:
    """Add a unit."""
    save = partial(domain.add_unit, actor=request.actor)
    page = FormPage(UnitForm, save, "administrator", template=FORM, title=_("New unit"))
    return form_page(request, page)


@workspace_view(ONLY, methods=WRITE)
def unit(request: Request, unit_id: UUID) -> HttpResponseBase:
    """Rename a unit."""
    row = Unit.objects.filter(pk=unit_id, organisation_id=request.actor.organisation_id).first()
    if row is None:
        raise NotFound("unit", unit_id)
    page = FormPage(
        UnitForm,
        partial(domain.rename_unit, actor=request.actor, id=unit_id),
        "administrator",
        template=FORM,
        title=_("The unit"),
        initial={"name": row.name, "phone": row.phone},
    )
    return form_page(request, page)


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
            else TableCell(_("Waits for a leader"), tag="warning")
            if domain.waits_for_leader(each)
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
    page = FormPage(
        WorkNumberForm,
        partial(save_own_phone, actor=request.actor),
        "home",
        template="cases/number.html",
        initial={"phone": own_contact_person(request.actor).phone},
        says_saved=True,
    )
    return form_page(request, page)
