# SPDX-License-Identifier: EUPL-1.2
"""What is known about a person: the pack's questions, one page a step, kept as whole sheets."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.categories import Category
from samvern.access.errors import Absent
from samvern.access.forms import Form
from samvern.access.views import WRITE, page
from samvern.cases.domain.beginning import take_first_steps
from samvern.cases.domain.drafts import discard_draft, read_draft
from samvern.cases.domain.facts import Known, open_sheet, read_facts, save_facts
from samvern.cases.domain.naming import people_named
from samvern.cases.domain.reaching import get_case, get_part, get_person
from samvern.cases.domain.sheets import groups, past_sheets, questions, told
from samvern.cases.models import Case, FactSheet, Person
from samvern.cases.views.shell import case_page
from samvern.cases.views.working import at_work
from samvern.guide.controls import control, first_id
from samvern.guide.questions import Reading
from samvern.guide.shelf import shelf
from samvern.guide.steps import contradicted, put, read_all, relevant
from samvern.guide.wording import said
from samvern.law import InputError
from samvern.law.model import Step


class SourceForm(Form):
    """Where the answers come from."""

    note = fields.TextField(
        label=lazy("Note on where you know it from"), limit=1000, rows=2, required=False
    )


@page()
def facts(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Everything that is known about a person, and every sheet before."""
    person = get_person(request.actor, case_id, person_id)
    case = get_case(request.actor, case_id, Category.RIGHTS)
    known, lang = read_facts(person), _language()
    asked = [step.id for step in relevant(known.answers, timezone.localdate())]
    past = past_sheets(person)
    see("facts.see", case=case.pk, object=person.pk, rows=len(past))
    found = groups(known, asked, lang)
    context = {
        "person": person,
        "name": people_named(case).get(person.pk, ""),
        "known": known,
        "groups": [group for group in found if group.answered],
        "unasked": [group for group in found if group.is_asked and not group.answered],
        "others": [group for group in found if not group.is_asked and not group.answered],
        "past": past,
    }
    return case_page(request, case, "cases/facts.html", context)


@page()
def facts_sheet(
    request: Request, case_id: UUID, person_id: UUID, sheet_id: UUID
) -> HttpResponseBase:
    """One earlier sheet, as it was written."""
    person = get_person(request.actor, case_id, person_id)
    case = get_case(request.actor, case_id, Category.RIGHTS)
    row = get_part(FactSheet, case.pk, sheet_id)
    if row.person_id != person.pk:
        raise Absent("factsheet", sheet_id)
    see("facts.see", case=case.pk, object=row.pk, rows=1)
    found = told(open_sheet(row).answers, _language())
    rows = [(answer.label, answer.value) for answer in found.values()]
    context = {"person": person, "sheet": row, "rows": rows}
    return case_page(request, case, "cases/facts_sheet.html", context)


@page(methods=WRITE)
@at_work("rights")
def facts_step(request: Request, case: Case, person_id: UUID, step: str) -> HttpResponseBase:
    """The questions of one page; what is sent makes a new sheet beside the old ones."""
    person = get_part(Person, case.pk, person_id)
    asked = next((each for each in shelf().steps if each.id == step and each.whole), None)
    if asked is None:
        raise Absent("step")
    known = read_facts(person)
    see("facts.see", case=case.pk, object=person.pk, rows=1 if known.sheet_id else 0)
    if request.method != "POST":
        return _ask(request, case, person, asked, known)
    readings, note = read_all(questions(asked), request.POST), SourceForm(request.POST)
    if not note.is_valid() or any(reading.error for reading in readings.values()):
        return _ask(request, case, person, asked, known, readings, status=400)
    if _overtaken(request, person, asked, known):
        return _ask(request, case, person, asked, known, readings, status=409)
    try:
        save_facts(
            actor=request.actor,
            person=person,
            answers=put(known.answers, readings),
            note=note.cleaned_data["note"],
        )
        take_first_steps(actor=request.actor, case=case, person=person)
    except InputError as error:
        mended = contradicted(readings, error)
        return _ask(request, case, person, asked, known, mended, status=400)
    discard_draft(actor=request.actor, key=_draft_key(case, person))
    messages.success(request, _("Saved."), fail_silently=True)
    return _onwards(request, case, person, asked)


def _onwards(request: Request, case: Case, person: Person, asked: Step) -> HttpResponseBase:
    """To the next page of questions that concerns her, or to the answers."""
    if "on" in request.POST:
        steps = relevant(read_facts(person).answers, timezone.localdate())
        ids = [step.id for step in steps]
        after = ids.index(asked.id) + 1 if asked.id in ids else len(ids)
        if after < len(ids):
            return redirect("workspace:facts_step", case.pk, person.pk, ids[after])
    return redirect("workspace:facts", case.pk, person.pk)


def _overtaken(request: Request, person: Person, asked: Step, known: Known) -> bool:
    """Whether somebody has answered one of these questions since the page was opened."""
    base_id = request.POST.get("sheet", "")
    if base_id == str(known.sheet_id or ""):
        return False
    base = FactSheet.objects.filter(person=person, pk=base_id).first() if _is_id(base_id) else None
    before = open_sheet(base).answers if base else {}
    return any(before.get(name) != known.answers.get(name) for name in asked.whole)


def _ask(
    request: Request,
    case: Case,
    person: Person,
    asked: Step,
    known: Known,
    readings: dict[str, Reading] | None = None,
    status: int | None = None,
) -> HttpResponseBase:
    lang, key = _language(), _draft_key(case, person)
    draft = None if readings else read_draft(actor=request.actor, key=key)
    kept = draft is not None and draft.typed.get("step") == [asked.id]
    sent = readings or (_restored(asked, draft.typed) if draft and kept else {})
    shown = put(known.answers, sent) if sent else known.answers
    mistakes = readings or {}
    wrong = [(fact, mistakes[fact.id].error) for fact in questions(asked) if fact.id in mistakes]
    context = {
        "person": person,
        "step": asked,
        "title": said(asked.title, lang),
        "intro": said(asked.intro, lang),
        "controls": [
            control(fact, shown.get(fact.id), lang, mistakes.get(fact.id))
            for fact in questions(asked)
        ],
        "errors": [
            {"href": f"#{first_id(fact)}", "label": said(fact.label, lang), "text": error}
            for fact, error in wrong
            if error
        ],
        "sheet_id": known.sheet_id or "",
        "form": _Draft(key, draft.at if draft and kept else None),
        "saved": _saved_now(asked, known, lang) if status == 409 else (),
        "source": SourceForm(
            request.POST if readings else None,
            initial={"note": draft.typed.get("note", [""])[0] if draft and kept else ""},
        ),
    }
    return case_page(request, case, "cases/facts_step.html", context, status=status)


class _Draft:
    """What the page's templates ask of a form that keeps a draft."""

    problems: tuple[Any, ...] = ()

    def __init__(self, draft: str, at: Any) -> None:
        self.draft, self.draft_saved_at = draft, at


def _saved_now(asked: Step, known: Known, lang: str) -> list[tuple[str, str]]:
    """What is saved now of a page's questions, for whoever was overtaken."""
    found = told(known.answers, lang)
    return [(found[n].label, found[n].value) for n in asked.whole if n in found]


def _restored(asked: Step, typed: dict[str, list[str]]) -> dict[str, Reading]:
    data = QueryDict(mutable=True)
    for name, values in typed.items():
        data.setlist(name, values)
    return read_all(questions(asked), data)


def _draft_key(case: Case, person: Person) -> str:
    return f"facts:{case.pk}:{person.pk}"


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _language() -> str:
    return get_language() or "nb"


_PERSON = "cases/<uuid:case_id>/persons/<uuid:person_id>/facts"
urlpatterns = [
    path(_PERSON, facts, name="facts"),
    path(f"{_PERSON}/sheets/<uuid:sheet_id>", facts_sheet, name="facts_sheet"),
    path(f"{_PERSON}/<slug:step>", facts_step, name="facts_step"),
]
