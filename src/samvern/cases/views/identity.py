# SPDX-License-Identifier: EUPL-1.2
"""Who a person is: claims, hidden until somebody says what they need them for."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Actor, Request
from samvern.access.categories import Category
from samvern.access.days import day_name
from samvern.access.errors import Absent
from samvern.access.login.fresh import is_fresh
from samvern.access.tables import Cell, Column, Table
from samvern.access.views import WRITE, page, prove_address
from samvern.cases.domain.persons import name_of
from samvern.cases.domain.reaching import (
    get_case,
    get_part,
    get_person,
    get_working_case,
    is_opened_by_name,
)
from samvern.cases.models import Case, Person
from samvern.cases.views.shell import case_page
from samvern.identity.domain import claims
from samvern.identity.domain.claims import Shown
from samvern.identity.forms import SEXES, CorrectForm, EndForm, RevealForm, claim_form
from samvern.identity.models import Claim

HIDDEN = "••••"


@page(methods=WRITE)
def identity(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """The claims about a person; a POST that says what for shows their values."""
    person = get_person(request.actor, case_id, person_id)
    case = get_case(request.actor, case_id, Category.IDENTITY)
    form = RevealForm(request.POST or None)
    is_shown = request.method == "POST" and form.is_valid()
    shown = (
        claims.reveal_claims(actor=request.actor, person=person, **form.cleaned_data)
        if is_shown
        else claims.list_claims(actor=request.actor, person=person)
    )
    living = [each for each in shown if each.claim.ended_at is None]
    works = may_write(request.actor, case)
    context = {
        "person": person,
        "name": name_of(person),
        "form": None if is_shown else form,
        "table": _living(case, person, living, works=works),
        "ended": _ended([each for each in shown if each.claim.ended_at is not None]),
        "kinds": Claim.Kind.choices,
        "is_shown": is_shown,
        "proof": "" if is_fresh(request) else prove_address(request),
        "has_claims": bool(shown),
        "works": works,
        "is_own": case.organisation_id == request.actor.organisation_id,
    }
    status = 400 if form.is_bound and not is_shown else 200
    return case_page(request, case, "cases/identity.html", context, status=status)


@page(methods=WRITE)
def identity_add(request: Request, case_id: UUID, person_id: UUID, kind: str) -> HttpResponseBase:
    """Add a claim of one kind."""
    case, person = _reach(request, case_id, person_id)
    if kind not in Claim.Kind.values:
        raise Absent("page")
    form = claim_form(kind)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        claims.record_claim(actor=request.actor, person=person, said=form.said())
        return redirect("workspace:identity", case_id=case.pk, person_id=person.pk)
    title = _("Add: %(kind)s") % {"kind": str(Claim.Kind(kind).label).lower()}
    return _form_page(request, case, person, form, title)


@page(methods=WRITE)
def identity_end(
    request: Request, case_id: UUID, person_id: UUID, claim_id: UUID
) -> HttpResponseBase:
    """Set a claim aside."""
    case, person = _reach(request, case_id, person_id)
    claim = _living_claim(request, person, claim_id)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        claims.end_claim(actor=request.actor, claim=claim, **form.cleaned_data)
        return redirect("workspace:identity", case_id=case.pk, person_id=person.pk)
    title = _("Set aside: %(kind)s") % {"kind": str(Claim.Kind(claim.kind).label).lower()}
    return _form_page(request, case, person, form, title)


@page(methods=WRITE)
def identity_correct(
    request: Request, case_id: UUID, person_id: UUID, claim_id: UUID
) -> HttpResponseBase:
    """Put a right claim in the place of a wrong one."""
    case, person = _reach(request, case_id, person_id)
    claim = _living_claim(request, person, claim_id)
    form = claim_form(claim.kind, CorrectForm)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        claims.correct_claim(
            actor=request.actor,
            person=person,
            claim=claim,
            said=form.said(),
            reason=form.cleaned_data["reason"],
        )
        return redirect("workspace:identity", case_id=case.pk, person_id=person.pk)
    title = _("Correct: %(kind)s") % {"kind": str(Claim.Kind(claim.kind).label).lower()}
    return _form_page(request, case, person, form, title)


def may_write(actor: Actor, case: Case) -> bool:
    """Whether the actor may write in the case, so that a page offers it."""
    own = case.organisation_id == actor.organisation_id or is_opened_by_name(actor, case)
    return own and case.state == Case.State.OPEN


def _reach(request: Request, case_id: UUID, person_id: UUID) -> tuple[Case, Person]:
    """A case that can be written in, and a person of it."""
    case = get_working_case(request.actor, case_id)
    return case, get_part(Person, case.pk, person_id)


def _living_claim(request: Request, person: Person, claim_id: UUID) -> Claim:
    claim = claims.get_claim(request.actor, person, claim_id)
    if claim.ended_at is not None:
        raise Absent("claim", claim_id)
    return claim


def _form_page(request: Request, case: Case, person: Person, form: Any, title: str) -> HttpResponse:
    context = {"form": form, "person": person, "name": name_of(person), "title": title}
    return case_page(request, case, "cases/identity_form.html", context)


def _living(case: Case, person: Person, shown: list[Shown], *, works: bool) -> Table:
    heads = (_("What"), _("Value"), _("From"), _("How sure"), _("Period"), _("Recorded"))
    columns = [Column(head) for head in heads]
    rows = [_cells(each) for each in shown]
    if works:
        columns += [Column(_("Correct"), unseen=True), Column(_("Set aside"), unseen=True)]
        rows = [[*_cells(each), *_links(case, person, each)] for each in shown]
    return Table(
        _("Who the person is said to be"),
        columns,
        rows,
        _("Nothing is recorded about who the person is. A case needs no name and no number."),
    )


def _ended(shown: list[Shown]) -> Table:
    columns = [Column(head) for head in (_("What"), _("Value"), _("Why"), _("When"), _("By"))]
    rows = []
    for each in shown:
        claim = each.claim
        by = claim.ended_by.name if claim.ended_by else ""
        values = [Cell(Claim.Kind(claim.kind).label), Cell(read(claim.kind, each.value))]
        rows.append([*values, Cell(each.why_ended or HIDDEN), Cell(claim.ended_at), Cell(by)])
    return Table(_("Set aside"), columns, rows, "")


def _cells(shown: Shown) -> list[Cell]:
    claim = shown.claim
    return [
        Cell(Claim.Kind(claim.kind).label),
        Cell(read(claim.kind, shown.value)),
        Cell(Claim.Source(claim.source).label),
        Cell(Claim.Confidence(claim.confidence).label),
        Cell(_period(claim)),
        Cell(claim.created_at, note=claim.created_by.name),
    ]


def _links(case: Case, person: Person, shown: Shown) -> list[Cell]:
    where = {"case_id": case.pk, "person_id": person.pk, "claim_id": shown.claim.pk}
    return [
        Cell(_("Correct"), reverse("workspace:identity_correct", kwargs=where)),
        Cell(_("Set aside"), reverse("workspace:identity_end", kwargs=where)),
    ]


def _period(claim: Claim) -> str:
    since = day_name(claim.since) if claim.since else ""
    until = day_name(claim.until) if claim.until else ""
    return f"{since} – {until}".strip() if since or until else ""


def read(kind: str, value: str) -> str:
    """A value as people read it; four dots where it is hidden."""
    if not value:
        return HIDDEN
    if kind == Claim.Kind.SEX:
        return str(dict(SEXES).get(value, value))
    if kind == Claim.Kind.NUMBER and len(value) == 11:
        return f"{value[:6]} {value[6:]}"
    return value.replace("\n", ": ")


ONE = "cases/<uuid:case_id>/persons/<uuid:person_id>/identity"
urlpatterns = [
    path(f"{ONE}/", identity, name="identity"),
    path(f"{ONE}/add/<slug:kind>", identity_add, name="identity_add"),
    path(f"{ONE}/claims/<uuid:claim_id>/end", identity_end, name="identity_end"),
    path(f"{ONE}/claims/<uuid:claim_id>/correct", identity_correct, name="identity_correct"),
]
