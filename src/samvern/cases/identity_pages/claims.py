# SPDX-License-Identifier: EUPL-1.2
"""Who a person is: claims, hidden until somebody says what they need them for."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Actor, Request
from samvern.access.categories import Category
from samvern.access.dates import format_date
from samvern.access.decorators import WRITE, reauthentication_url, workspace_view
from samvern.access.errors import NotFound
from samvern.access.reauthentication import is_recently_authenticated
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import (
    get_case,
    get_case_record,
    get_person,
    get_working_case,
    has_emergency_access,
    person_name,
)
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page
from samvern.identity.claims import domain as claims
from samvern.identity.claims.domain import ClaimEntry
from samvern.identity.claims.forms import (
    SEXES,
    ClaimCorrectForm,
    ClaimEndForm,
    ClaimRevealForm,
    claim_form,
)
from samvern.identity.models import Claim

HIDDEN = "••••"


@workspace_view(methods=WRITE)
def identity(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """The claims about a person; a POST that says what for shows their values."""
    person = get_person(request.actor, case_id, person_id)
    case = get_case(request.actor, case_id, Category.IDENTITY)

    def show(form: ClaimRevealForm) -> HttpResponseBase:
        hidden = claims.list_claims(actor=request.actor, person=person)
        return _show(request, case, person, hidden, form)

    page = FormPage(
        ClaimRevealForm,
        partial(claims.reveal_claims, actor=request.actor, person=person),
        lambda revealed: _show(request, case, person, revealed, None),
        show=show,
    )
    return form_page(request, page)


def _show(
    request: Request,
    case: Case,
    person: Person,
    shown: list[ClaimEntry],
    form: ClaimRevealForm | None,
) -> HttpResponseBase:
    """The claims about a person; without the form their values are shown."""
    living = [each for each in shown if each.claim.ended_at is None]
    works = may_write(request.actor, case)
    context = {
        "person": person,
        "name": person_name(person),
        "form": form,
        "table": _living(case, person, living, works=works),
        "ended": _ended([each for each in shown if each.claim.ended_at is not None]),
        "kinds": Claim.Kind.choices,
        "is_shown": form is None,
        "proof": "" if is_recently_authenticated(request) else reauthentication_url(request),
        "has_claims": bool(shown),
        "works": works,
        "is_own": case.organisation_id == request.actor.organisation_id,
    }
    return case_page(request, case, "cases/identity.html", context)


@workspace_view(methods=WRITE)
def identity_add(request: Request, case_id: UUID, person_id: UUID, kind: str) -> HttpResponseBase:
    """Add a claim of one kind."""
    case, person = _reach(request, case_id, person_id)
    if kind not in Claim.Kind.values:
        raise NotFound("page")
    page = FormPage(
        claim_form(kind),
        partial(claims.record_claim, actor=request.actor, person=person),
        "identity",
        case=case,
        where={"person_id": person.pk},
        title=_("Add: %(kind)s") % {"kind": str(Claim.Kind(kind).label).lower()},
        values=lambda form: {"said": form.said()},
        context={"name": person_name(person)},
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def identity_end(
    request: Request, case_id: UUID, person_id: UUID, claim_id: UUID
) -> HttpResponseBase:
    """Set a claim aside."""
    case, person = _reach(request, case_id, person_id)
    claim = _living_claim(request, person, claim_id)
    page = FormPage(
        ClaimEndForm,
        partial(claims.end_claim, actor=request.actor, claim=claim),
        "identity",
        case=case,
        where={"person_id": person.pk},
        title=_("Set aside: %(kind)s") % {"kind": str(Claim.Kind(claim.kind).label).lower()},
        context={"name": person_name(person)},
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def identity_correct(
    request: Request, case_id: UUID, person_id: UUID, claim_id: UUID
) -> HttpResponseBase:
    """Put a right claim in the place of a wrong one."""
    case, person = _reach(request, case_id, person_id)
    claim = _living_claim(request, person, claim_id)
    page = FormPage(
        claim_form(claim.kind, ClaimCorrectForm),
        partial(claims.correct_claim, actor=request.actor, person=person, claim=claim),
        "identity",
        case=case,
        where={"person_id": person.pk},
        title=_("Correct: %(kind)s") % {"kind": str(Claim.Kind(claim.kind).label).lower()},
        values=lambda form: {"said": form.said(), "reason": form.cleaned_data["reason"]},
        context={"name": person_name(person)},
    )
    return form_page(request, page)


def may_write(actor: Actor, case: Case) -> bool:
    """Whether the actor may write in the case, so that a page offers it."""
    own = case.organisation_id == actor.organisation_id or has_emergency_access(actor, case)
    return own and case.state == Case.State.OPEN


def _reach(request: Request, case_id: UUID, person_id: UUID) -> tuple[Case, Person]:
    """A case that can be written in, and a person of it."""
    case = get_working_case(request.actor, case_id)
    return case, get_case_record(Person, case.pk, person_id)


def _living_claim(request: Request, person: Person, claim_id: UUID) -> Claim:
    claim = claims.get_claim(request.actor, person, claim_id)
    if claim.ended_at is not None:
        raise NotFound("claim", claim_id)
    return claim


def _living(case: Case, person: Person, shown: list[ClaimEntry], *, works: bool) -> Table:
    heads = (_("What"), _("Value"), _("From"), _("How sure"), _("Period"), _("Recorded"))
    columns = [TableColumn(head) for head in heads]
    rows = [_cells(each) for each in shown]
    if works:
        columns += [
            TableColumn(_("Correct"), unseen=True),
            TableColumn(_("Set aside"), unseen=True),
        ]
        rows = [[*_cells(each), *_links(case, person, each)] for each in shown]
    return Table(
        _("Who the person is said to be"),
        columns,
        rows,
        _("Nothing is recorded about who the person is. A case needs no name and no number."),
    )


def _ended(shown: list[ClaimEntry]) -> Table:
    columns = [TableColumn(head) for head in (_("What"), _("Value"), _("Why"), _("When"), _("By"))]
    rows = []
    for each in shown:
        claim = each.claim
        by = claim.ended_by.name if claim.ended_by else ""
        values = [
            TableCell(Claim.Kind(claim.kind).label),
            TableCell(read_reveal_form(claim.kind, each.value)),
        ]
        rows.append(
            [*values, TableCell(each.why_ended or HIDDEN), TableCell(claim.ended_at), TableCell(by)]
        )
    return Table(_("Set aside"), columns, rows, "")


def _cells(shown: ClaimEntry) -> list[TableCell]:
    claim = shown.claim
    return [
        TableCell(Claim.Kind(claim.kind).label),
        TableCell(read_reveal_form(claim.kind, shown.value)),
        TableCell(Claim.Source(claim.source).label),
        TableCell(Claim.Confidence(claim.confidence).label),
        TableCell(_period(claim)),
        TableCell(claim.created_at, note=claim.created_by.name),
    ]


def _links(case: Case, person: Person, shown: ClaimEntry) -> list[TableCell]:
    where = {"case_id": case.pk, "person_id": person.pk, "claim_id": shown.claim.pk}
    return [
        TableCell(_("Correct"), reverse("workspace:identity_correct", kwargs=where)),
        TableCell(_("Set aside"), reverse("workspace:identity_end", kwargs=where)),
    ]


def _period(claim: Claim) -> str:
    since = format_date(claim.since) if claim.since else ""
    until = format_date(claim.until) if claim.until else ""
    return f"{since} – {until}".strip() if since or until else ""


def read_reveal_form(kind: str, value: str) -> str:
    """A value as people read it; four dots where it is hidden."""
    if not value:
        return HIDDEN
    if kind == Claim.Kind.SEX:
        return str(dict(SEXES).get(value, value))
    if kind == Claim.Kind.NUMBER and len(value) == 11:
        return f"{value[:6]} {value[6:]}"
    return value.replace("\n", ": ")
