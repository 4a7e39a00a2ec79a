# SPDX-License-Identifier: EUPL-1.2
"""Protected addresses: read by those named on them, a few minutes at a time."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.categories import Category
from samvern.access.errors import Conflict
from samvern.access.views import WRITE, page
from samvern.cases.domain.notices import tell
from samvern.cases.domain.persons import name_of
from samvern.cases.domain.reaching import get_case, get_part, get_person, get_working_case
from samvern.cases.models import Case, Person
from samvern.cases.views.attempts import attempt, show_conflict
from samvern.cases.views.identity import may_write
from samvern.cases.views.shell import case_page
from samvern.identity.domain import addresses
from samvern.identity.forms import AddressForm, ChangeAddressForm, ReaderForm

FORM = "cases/identity_form.html"


@page(fresh=True)
def identity_address(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """The protected addresses that open to the actor, and what waits for her approval.

    To anybody else it looks the same whether there is one or not.
    """
    person = get_person(request.actor, case_id, person_id)
    case = get_case(request.actor, case_id, Category.IDENTITY)
    context = {
        "person": person,
        "name": name_of(person),
        "opened": addresses.read_addresses(actor=request.actor, person=person),
        "waiting": addresses.waiting_for(request.actor, case.pk),
        "works": may_write(request.actor, case),
    }
    return case_page(request, case, "cases/identity_address.html", context)


@page(methods=WRITE, fresh=True)
def identity_address_add(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Record a protected address."""
    case, person = _reach(request, case_id, person_id)
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        if attempt(
            form,
            lambda: addresses.record_address(actor=request.actor, person=person, **values),
        ):
            return _back(case, person)
    return _form_page(request, case, person, form, _("Record a protected address"))


@page(methods=WRITE, fresh=True)
def identity_address_change(
    request: Request, case_id: UUID, person_id: UUID, address_id: UUID
) -> HttpResponseBase:
    """Write a new address over the old one."""
    case, person = _reach(request, case_id, person_id)
    address = addresses.get_address(request.actor, person, address_id)
    form = ChangeAddressForm(request.POST or None, initial=addresses.saved(request.actor, address))
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        expected = values.pop("version")
        try:
            addresses.change_address(
                actor=request.actor, address=address, expected=expected, **values
            )
        except Conflict as conflict:
            saved = addresses.saved(request.actor, conflict.current)
            return show_conflict(request, form, conflict, saved, "identity_protectedaddress")
        return _back(case, person)
    return _form_page(request, case, person, form, _("Change the protected address"))


@page(methods=WRITE, fresh=True)
def identity_address_reader(
    request: Request, case_id: UUID, person_id: UUID, address_id: UUID
) -> HttpResponseBase:
    """Name one more who may read an address, and ask a second person to approve."""
    case, person = _reach(request, case_id, person_id)
    address = addresses.get_address(request.actor, person, address_id)
    form = ReaderForm(
        request.POST or None,
        readers=addresses.possible_readers(request.actor, case.pk),
        approvers=addresses.possible_approvers(request.actor),
    )
    if request.method == "POST" and form.is_valid():
        named = {name: UUID(value) for name, value in form.cleaned_data.items()}
        reader = attempt(
            form,
            lambda: addresses.propose_reader(actor=request.actor, address=address, **named),
        )
        if reader is not None:
            key = f"approval:{reader.pk}"
            tell(named["asked_id"], "approval-asked", key, case_id=case.pk, about_id=reader.pk)
            return _back(case, person)
    return _form_page(request, case, person, form, _("Let one more read the address"))


@page(methods=("POST",), fresh=True)
def identity_reader_approve(
    request: Request, case_id: UUID, person_id: UUID, reader_id: UUID
) -> HttpResponseBase:
    """Approve a reader, as the one who was asked."""
    person = get_person(request.actor, case_id, person_id)
    addresses.approve_reader(actor=request.actor, case_id=case_id, id=reader_id)
    return _back(get_case(request.actor, case_id, Category.IDENTITY), person)


@page(methods=("POST",), fresh=True)
def identity_reader_end(
    request: Request, case_id: UUID, person_id: UUID, address_id: UUID, reader_id: UUID
) -> HttpResponseBase:
    """Take a name off an address."""
    person = get_person(request.actor, case_id, person_id)
    address = addresses.get_address(request.actor, person, address_id)
    addresses.end_reader(actor=request.actor, address=address, id=reader_id)
    return _back(get_case(request.actor, case_id, Category.IDENTITY), person)


def _reach(request: Request, case_id: UUID, person_id: UUID) -> tuple[Case, Person]:
    case = get_working_case(request.actor, case_id)
    return case, get_part(Person, case.pk, person_id)


def _back(case: Case, person: Person) -> HttpResponseBase:
    return redirect("workspace:identity_address", case_id=case.pk, person_id=person.pk)


def _form_page(request: Request, case: Case, person: Person, form: Any, title: str) -> HttpResponse:
    context = {"form": form, "person": person, "name": name_of(person), "title": title}
    return case_page(request, case, FORM, {**context, "back": "identity_address"})


ONE = "cases/<uuid:case_id>/persons/<uuid:person_id>/identity/address"
urlpatterns = [
    path(f"{ONE}/", identity_address, name="identity_address"),
    path(f"{ONE}/add", identity_address_add, name="identity_address_add"),
    path(f"{ONE}/<uuid:address_id>", identity_address_change, name="identity_address_change"),
    path(
        f"{ONE}/<uuid:address_id>/readers", identity_address_reader, name="identity_address_reader"
    ),
    path(
        f"{ONE}/readers/<uuid:reader_id>/approve",
        identity_reader_approve,
        name="identity_reader_approve",
    ),
    path(
        f"{ONE}/<uuid:address_id>/readers/<uuid:reader_id>/end",
        identity_reader_end,
        name="identity_reader_end",
    ),
]
