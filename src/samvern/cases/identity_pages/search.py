# SPDX-License-Identifier: EUPL-1.2
"""Finding a person by what she is known by, and asking other organisations about her."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.cases.consents.choices import Purpose
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import get_case_record, get_own_case, person_name
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.cases.pages.rendering import case_page
from samvern.identity.models import Answer
from samvern.identity.sealing import load_keys
from samvern.identity.search import domain as search
from samvern.identity.search.domain import PersonMatch
from samvern.identity.search.forms import InquiryAnswerForm, InquiryForm, PersonSearchForm


@workspace_view(methods=WRITE)
def find(request: Request) -> HttpResponseBase:
    """Find people in cases the actor may see. What is sought stands in no address."""

    def show(form: PersonSearchForm, table: Table | None = None) -> HttpResponseBase:
        status = 400 if form.errors else 200
        return render(request, "cases/find.html", {"form": form, "table": table}, status=status)

    def save(form: PersonSearchForm, purpose: str) -> tuple[PersonSearchForm, list[PersonMatch]]:
        return form, search.find_people(actor=request.actor, terms=form.terms(), purpose=purpose)

    page = FormPage(
        PersonSearchForm,
        save,
        lambda found: show(found[0], _found(found[1])),
        options={"purposes": Purpose.choices},
        values=lambda form: {"form": form, "purpose": form.cleaned_data["purpose"]},
        show=show,
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def identity_ask(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Ask all other organisations whether they know the person; and who has said yes."""
    case = get_own_case(request.actor, case_id)
    person = get_case_record(Person, case.pk, person_id)

    def show(form: InquiryForm) -> HttpResponseBase:
        name, asked = person_name(person), _asked(case, person)
        context = {"form": form, "person": person, "name": name, "asked": asked}
        return case_page(request, case, "cases/identity_ask.html", context)

    page = FormPage(
        InquiryForm,
        partial(search.ask_others, actor=request.actor, person=person),
        "identity_ask",
        case=case,
        where={"person_id": person.pk},
        options={"purposes": Purpose.choices},
        show=show,
    )
    return form_page(request, page)


@workspace_view()
def identity_inquiries(request: Request, case_id: UUID) -> HttpResponseBase:
    """What other organisations ask about people of the case."""
    case = get_own_case(request.actor, case_id)
    rows = [
        [*_told(case, each), _state(case, each)]
        for each in search.list_questions_from_others(case.pk)
    ]
    heads = (_("Who asks"), _("What for"), _("Asked"), _("Answer"))
    table = Table(
        _("Others ask"), [TableColumn(head) for head in heads], rows, _("Nobody has asked.")
    )
    return case_page(request, case, "cases/identity_inquiries.html", {"table": table})


@workspace_view(methods=WRITE)
def identity_answer(request: Request, case_id: UUID, answer_id: UUID) -> HttpResponseBase:
    """Say whether the person asked about is known here."""
    case = get_own_case(request.actor, case_id)
    answer = search.get_answer(case.pk, answer_id)
    person = get_case_record(Person, case.pk, answer.person_id)
    page = FormPage(
        InquiryAnswerForm,
        partial(search.answer_inquiry, actor=request.actor, answer=answer),
        "identity_inquiries",
        case=case,
        template="cases/identity_answer.html",
        context={
            "answer": answer,
            "name": person_name(person),
            "purpose": Purpose(answer.purpose).label,
        },
    )
    return form_page(request, page)


def _found(found: list[PersonMatch]) -> Table:
    """The people found, each once, by the reference of their case."""
    people = Person.objects.filter(pk__in={each.person_id for each in found}).select_related("case")
    load_keys([person.pk for person in people])
    rows = [
        [
            TableCell(
                person_name(person),
                reverse(
                    "workspace:identity", kwargs={"case_id": person.case_id, "person_id": person.pk}
                ),
            ),
            TableCell(person.case.reference),
            TableCell(Case.State(person.case.state).label),
        ]
        for person in people
    ]
    columns = [TableColumn(head) for head in (_("Person"), _("Case"), _("State"))]
    return Table(_("Found"), columns, rows, _("Nobody was found in the cases you may see."))


def _asked(case: Case, person: Person) -> Table:
    """What was asked about a person, and who said yes. A no and nobody look the same."""
    yeses: dict[UUID, list[str]] = {}
    for yes in search.list_positive_answers(case.pk):
        yeses.setdefault(yes.inquiry_id, []).append(f"{yes.organisation}: {yes.contact}")
    rows = [
        [
            TableCell(each.created_at, note=each.asked_by.name),
            TableCell(Purpose(each.purpose).label),
            TableCell("; ".join(yeses.get(each.pk, [])) or _("No answer")),
        ]
        for each in search.list_inquiries(case.pk)
        if each.person_id == person.pk
    ]
    columns = [TableColumn(head) for head in (_("Asked"), _("What for"), _("Who knows the person"))]
    return Table(_("Asked before"), columns, rows, _("Nobody has been asked."))


def _told(case: Case, answer: Answer) -> list[TableCell]:
    return [
        TableCell(answer.asker),
        TableCell(Purpose(answer.purpose).label),
        TableCell(answer.created_at),
    ]


def _state(case: Case, answer: Answer) -> TableCell:
    if answer.is_yes is not None:
        return TableCell(_("Yes") if answer.is_yes else _("No"), note=answer.contact)
    if answer.expires_at < timezone.now():
        return TableCell(_("Not answered in time"))
    where = {"case_id": case.pk, "answer_id": answer.pk}
    return TableCell(_("Answer"), reverse("workspace:identity_answer", kwargs=where))
