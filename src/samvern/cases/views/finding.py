# SPDX-License-Identifier: EUPL-1.2
"""Finding a person by what she is known by, and asking other organisations about her."""

from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.tables import Cell, Column, Table
from samvern.access.views import WRITE, page
from samvern.cases.domain.persons import name_of
from samvern.cases.domain.reaching import get_own_case, get_part
from samvern.cases.models import Case, Person
from samvern.cases.purposes import Purpose
from samvern.cases.views.attempts import attempt
from samvern.cases.views.shell import case_page
from samvern.identity.domain import finding
from samvern.identity.domain.finding import Found
from samvern.identity.domain.sealing import open_keys
from samvern.identity.forms import AnswerForm, AskForm, FindForm
from samvern.identity.models import Answer


@page(methods=WRITE)
def find(request: Request) -> HttpResponseBase:
    """Find people in cases the actor may see. What is sought stands in no address."""
    form = FindForm(request.POST or None, purposes=Purpose.choices)
    table = None
    if request.method == "POST" and form.is_valid():
        found = finding.find_people(
            actor=request.actor, terms=form.terms(), purpose=form.cleaned_data["purpose"]
        )
        table = _found(found)
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "cases/find.html", {"form": form, "table": table}, status=status)


@page(methods=WRITE)
def identity_ask(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Ask all other organisations whether they know the person; and who has said yes."""
    case = get_own_case(request.actor, case_id)
    person = get_part(Person, case.pk, person_id)
    form = AskForm(request.POST or None, purposes=Purpose.choices)
    if request.method == "POST" and form.is_valid():
        purpose = form.cleaned_data["purpose"]
        asked = attempt(
            form, lambda: finding.ask_others(actor=request.actor, person=person, purpose=purpose)
        )
        if asked is not None:
            return redirect("workspace:identity_ask", case_id=case.pk, person_id=person.pk)
    context = {
        "form": form,
        "person": person,
        "name": name_of(person),
        "asked": _asked(case, person),
    }
    return case_page(request, case, "cases/identity_ask.html", context)


@page()
def identity_inquiries(request: Request, case_id: UUID) -> HttpResponseBase:
    """What other organisations ask about people of the case."""
    case = get_own_case(request.actor, case_id)
    rows = [[*_told(case, each), _state(case, each)] for each in finding.answers_in(case.pk)]
    heads = (_("Who asks"), _("What for"), _("Asked"), _("Answer"))
    table = Table(_("Others ask"), [Column(head) for head in heads], rows, _("Nobody has asked."))
    return case_page(request, case, "cases/identity_inquiries.html", {"table": table})


@page(methods=WRITE)
def identity_answer(request: Request, case_id: UUID, answer_id: UUID) -> HttpResponseBase:
    """Say whether the person asked about is known here."""
    case = get_own_case(request.actor, case_id)
    answer = finding.get_answer(case.pk, answer_id)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        finding.answer_inquiry(actor=request.actor, answer=answer, **form.cleaned_data)
        return redirect("workspace:identity_inquiries", case_id=case.pk)
    person = get_part(Person, case.pk, answer.person_id)
    context = {
        "form": form,
        "answer": answer,
        "name": name_of(person),
        "purpose": Purpose(answer.purpose).label,
    }
    return case_page(request, case, "cases/identity_answer.html", context)


def _found(found: list[Found]) -> Table:
    """The people found, each once, by the reference of their case."""
    people = Person.objects.filter(pk__in={each.person_id for each in found}).select_related("case")
    open_keys([person.pk for person in people])
    rows = [
        [
            Cell(
                name_of(person),
                reverse(
                    "workspace:identity", kwargs={"case_id": person.case_id, "person_id": person.pk}
                ),
            ),
            Cell(person.case.reference),
            Cell(Case.State(person.case.state).label),
        ]
        for person in people
    ]
    columns = [Column(head) for head in (_("Person"), _("Case"), _("State"))]
    return Table(_("Found"), columns, rows, _("Nobody was found in the cases you may see."))


def _asked(case: Case, person: Person) -> Table:
    """What was asked about a person, and who said yes. A no and nobody look the same."""
    yeses: dict[UUID, list[str]] = {}
    for yes in finding.yeses_of(case.pk):
        yeses.setdefault(yes.inquiry_id, []).append(f"{yes.organisation}: {yes.contact}")
    rows = [
        [
            Cell(each.created_at, note=each.asked_by.name),
            Cell(Purpose(each.purpose).label),
            Cell("; ".join(yeses.get(each.pk, [])) or _("No answer")),
        ]
        for each in finding.inquiries_of(case.pk)
        if each.person_id == person.pk
    ]
    columns = [Column(head) for head in (_("Asked"), _("What for"), _("Who knows the person"))]
    return Table(_("Asked before"), columns, rows, _("Nobody has been asked."))


def _told(case: Case, answer: Answer) -> list[Cell]:
    return [Cell(answer.asker), Cell(Purpose(answer.purpose).label), Cell(answer.created_at)]


def _state(case: Case, answer: Answer) -> Cell:
    if answer.is_yes is not None:
        return Cell(_("Yes") if answer.is_yes else _("No"), note=answer.contact)
    if answer.expires_at < timezone.now():
        return Cell(_("Not answered in time"))
    where = {"case_id": case.pk, "answer_id": answer.pk}
    return Cell(_("Answer"), reverse("workspace:identity_answer", kwargs=where))


urlpatterns = [
    path("find/", find, name="find"),
    path(
        "cases/<uuid:case_id>/persons/<uuid:person_id>/identity/ask",
        identity_ask,
        name="identity_ask",
    ),
    path("cases/<uuid:case_id>/inquiries/", identity_inquiries, name="identity_inquiries"),
    path(
        "cases/<uuid:case_id>/inquiries/<uuid:answer_id>", identity_answer, name="identity_answer"
    ),
]
