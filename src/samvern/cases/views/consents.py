# SPDX-License-Identifier: EUPL-1.2
"""Consents: one question, one answer; taken back with one press."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.categories import Category
from samvern.access.days import day_name, moment_name
from samvern.access.models import Organisation
from samvern.access.tables import Cell, Column, Table
from samvern.access.views import WRITE, page
from samvern.cases.domain import consents as domain
from samvern.cases.domain.drafts import discard_draft, drafted
from samvern.cases.domain.naming import members_named, people_named
from samvern.cases.domain.reaching import get_case, get_part
from samvern.cases.forms.consents import ConsentForm, WithdrawForm
from samvern.cases.kinds import purpose_name, way_name
from samvern.cases.models import Case, Consent, Person
from samvern.cases.views.attempts import attempt
from samvern.cases.views.shell import case_page
from samvern.cases.views.working import at_work

COLOURS = {"valid": "success", "refused": "neutral", "withdrawn": "danger", "expired": "warning"}


@page()
def consents(request: Request, case_id: UUID) -> HttpResponseBase:
    """Every answer the people of the case have given."""
    case = get_case(request.actor, case_id, Category.CONSENT)
    rows = domain.list_consents(case)
    see("consents.see", case=case.pk, rows=len(rows))
    names = people_named(case)
    columns = [
        Column(_("What for")),
        Column(_("Who may get it")),
        Column(_("Person")),
        Column(_("Given")),
        Column(_("Until")),
        Column(_("State")),
    ]
    body = [
        [
            Cell(purpose_name(row.purpose), href=_address(row)),
            Cell(_recipient(row)),
            Cell(names.get(row.person_id, "")),
            Cell(timezone.localdate(row.given_at)),
            Cell(row.expires_on or ""),
            Cell(_state(row), tag=COLOURS[domain.state_of(row)]),
        ]
        for row in rows
    ]
    table = Table(_("Consents"), columns, body, _("Nobody has been asked yet."))
    return case_page(request, case, "cases/consents.html", {"table": table})


@page(methods=WRITE)
@at_work("consents")
def consent_add(request: Request, case: Case) -> HttpResponseBase:
    """Write down an answer."""
    key = f"consent:{case.pk}"
    people = people_named(case)
    others = Organisation.objects.filter(active=True).exclude(pk=case.organisation_id)
    form = drafted(
        ConsentForm,
        actor=request.actor,
        key=key,
        data=request.POST or None,
        people=people,
        organisations=others,
        initial={
            "person_id": str(next(iter(people), "")),
            "categories": [Category.CASE],
            "given_at": timezone.localtime(),
        },
    )
    if request.method == "POST" and form.is_valid() and _record(request, case, form):
        discard_draft(actor=request.actor, key=key)
        messages.success(request, _("Saved."), fail_silently=True)
        return redirect("workspace:consents", case_id=case.pk)
    return case_page(request, case, "cases/consent_add.html", {"form": form})


def _record(request: Request, case: Case, form: ConsentForm) -> bool:
    values: dict[str, Any] = dict(form.cleaned_data)
    person = get_part(Person, case.pk, values.pop("person_id"))
    values["refused"] = values.pop("answer") == "no"
    values["recipient_id"] = values["recipient_id"] or None
    return bool(
        attempt(form, lambda: domain.record_consent(actor=request.actor, person=person, **values))
    )


@page()
def consent(request: Request, case_id: UUID, consent_id: UUID) -> HttpResponseBase:
    """One answer, with everything about how it was given."""
    case = get_case(request.actor, case_id, Category.CONSENT)
    row = get_part(Consent, case.pk, consent_id)
    return _show(request, case, row, None)


@page(methods=("POST",))
@at_work("consents")
def consent_withdraw(request: Request, case: Case, consent_id: UUID) -> HttpResponseBase:
    """Take a consent back: what rests on it ends now."""
    row = get_part(Consent, case.pk, consent_id)
    form = WithdrawForm(request.POST)
    form.is_valid()
    ended = attempt(form, lambda: domain.withdraw_consent(actor=request.actor, consent=row))
    if ended is None:
        return _show(request, case, row, form)
    text = ngettext(
        "The consent is withdrawn. %(n)d share ended with it.",
        "The consent is withdrawn. %(n)d shares ended with it.",
        ended,
    )
    messages.success(request, text % {"n": ended}, fail_silently=True)
    return redirect("workspace:consents", case_id=case.pk)


def _show(
    request: Request, case: Case, row: Consent, form: WithdrawForm | None
) -> HttpResponseBase:
    see("consent.see", case=case.pk, object=row.pk, rows=1)
    valid = domain.state_of(row) == "valid" and case.state == Case.State.OPEN
    context = {
        "row": row,
        "name": purpose_name(row.purpose),
        "state": _state(row),
        "state_color": COLOURS[domain.state_of(row)],
        "rows": _details(case, row),
        "words": domain.read_words(row),
        "form": form or (WithdrawForm() if valid else None),
    }
    return case_page(request, case, "cases/consent.html", context)


def _details(case: Case, row: Consent) -> list[tuple[str, Any]]:
    wanted = (row.created_by_id, row.withdrawn_by_id)
    who = members_named(wanted)
    listed: list[tuple[str, Any]] = [
        (_("Person"), people_named(case).get(row.person_id, "")),
        (_("Who may get it"), _recipient(row)),
        (_("What"), ", ".join(str(Category(each).label) for each in row.categories)),
        (_("Language"), row.language),
        (_("Interpreter"), _("Yes") if row.interpreter else _("No")),
        (_("How"), way_name(row.form)),
        (_("When"), moment_name(row.given_at)),
        (_("Until"), day_name(row.expires_on) if row.expires_on else ""),
        (_("Written down by"), who.get(row.created_by_id, "")),
    ]
    if row.withdrawn_at and row.withdrawn_by_id:
        listed.append((_("Withdrawn"), moment_name(row.withdrawn_at)))
        listed.append((_("Withdrawn by"), who.get(row.withdrawn_by_id, "")))
    return [(label, value) for label, value in listed if value]


def _state(row: Consent) -> str:
    names = {
        "valid": _("Holds"),
        "refused": _("Said no"),
        "withdrawn": _("Withdrawn"),
        "expired": _("Run out"),
    }
    return names[domain.state_of(row)]


def _recipient(row: Consent) -> str:
    return row.recipient.name if row.recipient else row.recipient_text


def _address(row: Consent) -> str:
    where = {"case_id": row.case_id, "consent_id": row.pk}
    return reverse("workspace:consent", kwargs=where)


_CASE = "cases/<uuid:case_id>/consents"
urlpatterns = [
    path(_CASE, consents, name="consents"),
    path(f"{_CASE}/add", consent_add, name="consent_add"),
    path(f"{_CASE}/<uuid:consent_id>", consent, name="consent"),
    path(f"{_CASE}/<uuid:consent_id>/withdraw", consent_withdraw, name="consent_withdraw"),
]
