# SPDX-License-Identifier: EUPL-1.2
"""Consents: one question, one answer; taken back with one press."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samvern.access.actor import Request
from samvern.access.categories import Category
from samvern.access.dates import format_date, format_datetime
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.models import Organisation
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.access.unit_of_work import log_read
from samvern.cases.consents import domain
from samvern.cases.consents.choices import method_name, purpose_name
from samvern.cases.consents.forms import ConsentForm, ConsentWithdrawForm
from samvern.cases.consents.models import Consent
from samvern.cases.core.decorators import with_open_case
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import (
    get_case,
    get_case_record,
    get_writable_case,
    member_names,
    person_names,
)
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page
from samvern.identity.sealing import open_field

COLOURS = {"valid": "success", "refused": "neutral", "withdrawn": "danger", "expired": "warning"}


@workspace_view()
def consents(request: Request, case_id: UUID) -> HttpResponseBase:
    """Every answer the people of the case have given."""
    case = get_case(request.actor, case_id, Category.CONSENT)
    rows = domain.list_consents(case)
    log_read("consents.see", case=case.pk, rows=len(rows))
    names = person_names(case)
    columns = [
        TableColumn(_("What for")),
        TableColumn(_("Who may get it")),
        TableColumn(_("Person")),
        TableColumn(_("Given")),
        TableColumn(_("Until")),
        TableColumn(_("State")),
    ]
    body = [
        [
            TableCell(purpose_name(row.purpose), href=_address(row)),
            TableCell(domain.read_recipient(row)),
            TableCell(names.get(row.person_id, "")),
            TableCell(timezone.localdate(row.given_at)),
            TableCell(row.expires_on or ""),
            TableCell(_state(row), tag=COLOURS[domain.consent_state(row)]),
        ]
        for row in rows
    ]
    table = Table(_("Consents"), columns, body, _("Nobody has been asked yet."))
    return case_page(request, case, "cases/consents.html", {"table": table})


@workspace_view(methods=WRITE)
@with_open_case("consents")
def consent_add(request: Request, case: Case) -> HttpResponseBase:
    """Write down an answer."""
    people = person_names(case)
    others = Organisation.objects.filter(active=True).exclude(pk=case.organisation_id)
    page = FormPage(
        ConsentForm,
        partial(_record, request, case),
        "consents",
        case=case,
        template="cases/consent_add.html",
        draft=f"consent:{case.pk}",
        initial={
            "person_id": str(next(iter(people), "")),
            "categories": [Category.CASE],
            "given_at": timezone.localtime(),
        },
        options={"people": people, "organisations": others},
        says_saved=True,
    )
    return form_page(request, page)


def _record(
    request: Request, case: Case, *, person_id: UUID, answer: str, recipient_id: Any, **values: Any
) -> Consent:
    return domain.record_consent(
        actor=request.actor,
        person=get_case_record(Person, case.pk, person_id),
        refused=answer == "no",
        recipient_id=recipient_id or None,
        **values,
    )


@workspace_view()
def consent(request: Request, case_id: UUID, consent_id: UUID) -> HttpResponseBase:
    """One answer, with everything about how it was given."""
    case = get_case(request.actor, case_id, Category.CONSENT)
    row = get_case_record(Consent, case.pk, consent_id)
    return _show(request, case, row, None)


@workspace_view(methods=("POST",))
def consent_withdraw(request: Request, case_id: UUID, consent_id: UUID) -> HttpResponseBase:
    """Take a consent back, be the case closed: what rests on it ends now."""
    case = get_writable_case(request.actor, case_id)
    row = get_case_record(Consent, case.pk, consent_id)

    def say(ended: int) -> HttpResponseBase:
        text = ngettext(
            "The consent is withdrawn. %(n)d share ended with it.",
            "The consent is withdrawn. %(n)d shares ended with it.",
            ended,
        )
        messages.success(request, text % {"n": ended}, fail_silently=True)
        return redirect("workspace:consents", case_id=case.pk)

    page = FormPage(
        ConsentWithdrawForm,
        partial(domain.withdraw_consent, actor=request.actor, consent=row),
        say,
        show=lambda form: _show(request, case, row, form),
    )
    return form_page(request, page)


def _show(
    request: Request, case: Case, row: Consent, form: ConsentWithdrawForm | None
) -> HttpResponseBase:
    log_read("consent.see", case=case.pk, object=row.pk, rows=1)
    valid = domain.consent_state(row) == "valid"
    context = {
        "row": row,
        "name": purpose_name(row.purpose),
        "state": _state(row),
        "state_color": COLOURS[domain.consent_state(row)],
        "rows": _details(case, row),
        "words": domain.read_consent_words(row),
        "form": form or (ConsentWithdrawForm() if valid else None),
    }
    return case_page(request, case, "cases/consent.html", context)


def _details(case: Case, row: Consent) -> list[tuple[str, Any]]:
    wanted = (row.created_by_id, row.withdrawn_by_id)
    who = member_names(wanted)
    listed: list[tuple[str, Any]] = [
        (_("Person"), person_names(case).get(row.person_id, "")),
        (_("Who may get it"), domain.read_recipient(row)),
        (_("What"), ", ".join(str(Category(each).label) for each in row.categories)),
        (_("Language"), open_field(row, "language")),
        (_("Interpreter"), _("Yes") if row.interpreter else _("No")),
        (_("How"), method_name(row.form)),
        (_("When"), format_datetime(row.given_at)),
        (_("Until"), format_date(row.expires_on) if row.expires_on else ""),
        (_("Written down by"), who.get(row.created_by_id, "")),
    ]
    if row.withdrawn_at and row.withdrawn_by_id:
        listed.append((_("Withdrawn"), format_datetime(row.withdrawn_at)))
        listed.append((_("Withdrawn by"), who.get(row.withdrawn_by_id, "")))
    return [(label, value) for label, value in listed if value]


def _state(row: Consent) -> str:
    names = {
        "valid": _("Holds"),
        "refused": _("Said no"),
        "withdrawn": _("Withdrawn"),
        "expired": _("Run out"),
    }
    return names[domain.consent_state(row)]


def _address(row: Consent) -> str:
    where = {"case_id": row.case_id, "consent_id": row.pk}
    return reverse("workspace:consent", kwargs=where)
