# SPDX-License-Identifier: EUPL-1.2
"""Protected addresses: read by those named on them, a few minutes at a time."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.categories import Category
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import Conflict
from samvern.cases.case_header.rendering import case_page
from samvern.cases.core.form_helpers import attempt, show_conflict
from samvern.cases.core.models import Case, Person
from samvern.cases.core.people import person_name
from samvern.cases.core.selectors import get_case, get_case_record, get_person, get_working_case
from samvern.cases.identity_pages.claims import may_write
from samvern.cases.notices.domain import notify
from samvern.identity.addresses import domain as addresses
from samvern.identity.addresses.forms import (
    AddressReaderForm,
    ProtectedAddressChangeForm,
    ProtectedAddressForm,
)

FORM = "cases/identity_form.html"


@workspace_view(fresh=True)
def identity_address(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """The protected addresses that open to the actor, and what waits for her approval.

    To anybody else it looks the same whether there is one or not.
    """
    person = get_person(request.actor, case_id, person_id)
    case = get_case(request.actor, case_id, Category.IDENTITY)
    context = {
        "person": person,
        "name": person_name(person),
        "opened": addresses.read_addresses(actor=request.actor, person=person),
        "waiting": addresses.list_waiting_readers(request.actor, case.pk),
        "works": may_write(request.actor, case),
    }
    return case_page(request, case, "cases/identity_address.html", context)


@workspace_view(methods=WRITE, fresh=True)
def identity_address_add(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Record a protected address."""
    case, person = _reach(request, case_id, person_id)
    form = ProtectedAddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        if attempt(
            form,
            lambda: addresses.record_address(actor=request.actor, person=person, **values),
        ):
            return _back(case, person)
    return _form_page(request, case, person, form, _("Record a protected address"))


@workspace_view(methods=WRITE, fresh=True)
def identity_address_change(
    request: Request, case_id: UUID, person_id: UUID, address_id: UUID
) -> HttpResponseBase:
    """Write a new address over the old one."""
    case, person = _reach(request, case_id, person_id)
    address = addresses.get_address(request.actor, person, address_id)
    form = ProtectedAddressChangeForm(
        request.POST or None, initial=addresses.read_saved_address(request.actor, address)
    )
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        expected = values.pop("version")
        try:
            addresses.change_address(
                actor=request.actor, address=address, expected=expected, **values
            )
        except Conflict as conflict:
            saved = addresses.read_saved_address(request.actor, conflict.current)
            return show_conflict(request, form, conflict, saved, "identity_protectedaddress")
        return _back(case, person)
    return _form_page(request, case, person, form, _("Change the protected address"))


@workspace_view(methods=WRITE, fresh=True)
def identity_address_reader(
    request: Request, case_id: UUID, person_id: UUID, address_id: UUID
) -> HttpResponseBase:
    """Name one more who may read an address, and ask a second person to approve."""
    case, person = _reach(request, case_id, person_id)
    address = addresses.get_address(request.actor, person, address_id)
    form = AddressReaderForm(
        request.POST or None,
        readers=addresses.list_possible_readers(request.actor, case.pk),
        approvers=addresses.list_possible_approvers(request.actor),
    )
    if request.method == "POST" and form.is_valid():
        named = {name: UUID(value) for name, value in form.cleaned_data.items()}
        reader = attempt(
            form,
            lambda: addresses.propose_reader(actor=request.actor, address=address, **named),
        )
        if reader is not None:
            key = f"approval:{reader.pk}"
            notify(named["asked_id"], "approval-asked", key, case_id=case.pk, about_id=reader.pk)
            return _back(case, person)
    return _form_page(request, case, person, form, _("Let one more read the address"))


@workspace_view(methods=("POST",), fresh=True)
def identity_reader_approve(
    request: Request, case_id: UUID, person_id: UUID, reader_id: UUID
) -> HttpResponseBase:
    """Approve a reader, as the one who was asked."""
    person = get_person(request.actor, case_id, person_id)
    addresses.approve_reader(actor=request.actor, case_id=case_id, id=reader_id)
    return _back(get_case(request.actor, case_id, Category.IDENTITY), person)


@workspace_view(methods=("POST",), fresh=True)
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
    return case, get_case_record(Person, case.pk, person_id)


def _back(case: Case, person: Person) -> HttpResponseBase:
    return redirect("workspace:identity_address", case_id=case.pk, person_id=person.pk)


def _form_page(request: Request, case: Case, person: Person, form: Any, title: str) -> HttpResponse:
    context = {"form": form, "person": person, "name": person_name(person), "title": title}
    return case_page(request, case, FORM, {**context, "back": "identity_address"})
