# SPDX-License-Identifier: EUPL-1.2
"""Protected addresses: read by those named on them, a few minutes at a time."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.categories import Category
from samvern.access.decorators import WRITE, workspace_view
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import (
    get_case,
    get_case_record,
    get_person,
    get_working_case,
    person_name,
)
from samvern.cases.identity_pages.claims import may_write
from samvern.cases.notices.domain import notify
from samvern.cases.pages.form_page import FormPage, form_page, with_expected
from samvern.cases.pages.rendering import case_page
from samvern.identity.addresses import domain as addresses
from samvern.identity.addresses.forms import (
    AddressReaderForm,
    ProtectedAddressChangeForm,
    ProtectedAddressForm,
)


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
        "is_held": addresses.has_held_addresses(case.pk),
        "works": may_write(request.actor, case),
    }
    return case_page(request, case, "cases/identity_address.html", context)


@workspace_view(methods=WRITE, fresh=True)
def identity_address_add(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Record a protected address."""
    case, person = _reach(request, case_id, person_id)
    page = FormPage(
        ProtectedAddressForm,
        partial(addresses.record_address, actor=request.actor, person=person),
        "identity_address",
        case=case,
        where={"person_id": person.pk},
        title=_("Record a protected address"),
        context={"name": person_name(person)},
    )
    return form_page(request, page)


@workspace_view(methods=WRITE, fresh=True)
def identity_address_change(
    request: Request, case_id: UUID, person_id: UUID, address_id: UUID
) -> HttpResponseBase:
    """Write a new address over the old one."""
    case, person = _reach(request, case_id, person_id)
    address = addresses.get_address(request.actor, person, address_id)
    page = FormPage(
        ProtectedAddressChangeForm,
        partial(addresses.change_address, actor=request.actor, address=address),
        "identity_address",
        case=case,
        where={"person_id": person.pk},
        title=_("Change the protected address"),
        values=with_expected,
        initial=partial(addresses.read_saved_address, request.actor),
        row=address,
        context={"name": person_name(person)},
    )
    return form_page(request, page)


@workspace_view(methods=WRITE, fresh=True)
def identity_address_reader(
    request: Request, case_id: UUID, person_id: UUID, address_id: UUID
) -> HttpResponseBase:
    """Name one more who may read an address, and ask a second person to approve."""
    case, person = _reach(request, case_id, person_id)
    address = addresses.get_address(request.actor, person, address_id)

    def save(asked_id: UUID, **named: UUID) -> None:
        reader = addresses.propose_reader(
            actor=request.actor, address=address, asked_id=asked_id, **named
        )
        key = f"approval:{reader.pk}"
        notify(asked_id, "approval-asked", key, case_id=case.pk, about_id=reader.pk)

    page = FormPage(
        AddressReaderForm,
        save,
        "identity_address",
        case=case,
        where={"person_id": person.pk},
        title=_("Let one more read the address"),
        options={
            "readers": addresses.list_possible_readers(request.actor, case.pk),
            "approvers": addresses.list_possible_approvers(request.actor),
        },
        values=lambda form: {name: UUID(value) for name, value in form.cleaned_data.items()},
        context={"name": person_name(person)},
    )
    return form_page(request, page)


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
