# SPDX-License-Identifier: EUPL-1.2
"""What is known about a person: the pack's questions, one page a step, kept as whole sheets."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.categories import Category
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.unit_of_work import log_read
from samvern.cases.core.decorators import with_open_case
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import get_case, get_case_record, get_person, person_names
from samvern.cases.drafts.domain import discard_draft, read_draft
from samvern.cases.facts.domain import KnownFacts, open_sheet, read_facts, save_facts
from samvern.cases.facts.first_tasks import add_first_tasks
from samvern.cases.facts.forms import SourceForm
from samvern.cases.facts.models import FactSheet
from samvern.cases.facts.sheets import (
    describe_answers,
    list_earlier_sheets,
    list_question_groups,
    list_questions,
)
from samvern.cases.pages.rendering import case_page
from samvern.guide.controls import control, first_id
from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.questions import FieldReading
from samvern.guide.steps import contradicted, read_all, relevant, with_readings
from samvern.law import InputError
from samvern.law.localization import localized
from samvern.law.model import Step


@workspace_view()
def facts(request: Request, case_id: UUID, person_id: UUID) -> HttpResponseBase:
    """Everything that is known about a person, and every sheet before."""
    person = get_person(request.actor, case_id, person_id)
    case = get_case(request.actor, case_id, Category.RIGHTS)
    known, lang = read_facts(person), _language()
    asked = [step.id for step in relevant(known.answers, timezone.localdate())]
    past = list_earlier_sheets(person)
    log_read("facts.see", case=case.pk, object=person.pk, rows=len(past))
    found = list_question_groups(known, asked, lang)
    context = {
        "person": person,
        "name": person_names(case).get(person.pk, ""),
        "known": known,
        "groups": [group for group in found if group.answered],
        "unasked": [group for group in found if group.is_asked and not group.answered],
        "others": [group for group in found if not group.is_asked and not group.answered],
        "past": past,
    }
    return case_page(request, case, "cases/facts.html", context)


@workspace_view()
def facts_sheet(
    request: Request, case_id: UUID, person_id: UUID, sheet_id: UUID
) -> HttpResponseBase:
    """One earlier sheet, as it was written."""
    person = get_person(request.actor, case_id, person_id)
    case = get_case(request.actor, case_id, Category.RIGHTS)
    row = get_case_record(FactSheet, case.pk, sheet_id)
    if row.person_id != person.pk:
        raise NotFound("factsheet", sheet_id)
    log_read("facts.see", case=case.pk, object=row.pk, rows=1)
    found = describe_answers(open_sheet(row).answers, _language())
    rows = [(answer.label, answer.value) for answer in found.values()]
    context = {"person": person, "sheet": row, "rows": rows}
    return case_page(request, case, "cases/facts_sheet.html", context)


@workspace_view(methods=WRITE)
@with_open_case("rights")
def facts_step(request: Request, case: Case, person_id: UUID, step: str) -> HttpResponseBase:
    """The questions of one page; what is sent makes a new sheet beside the old ones."""
    person = get_case_record(Person, case.pk, person_id)
    asked = next((each for each in loaded_pack().steps if each.id == step and each.whole), None)
    if asked is None:
        raise NotFound("step")
    known = read_facts(person)
    log_read("facts.see", case=case.pk, object=person.pk, rows=1 if known.sheet_id else 0)
    if request.method != "POST":
        return _ask(request, case, person, asked, known)
    readings, note = read_all(list_questions(asked), request.POST), SourceForm(request.POST)
    if not note.is_valid() or any(reading.error for reading in readings.values()):
        return _ask(request, case, person, asked, known, readings, status=400)
    if _overtaken(request, person, asked, known):
        return _ask(request, case, person, asked, known, readings, status=409)
    try:
        save_facts(
            actor=request.actor,
            person=person,
            answers=with_readings(known.answers, readings),
            note=note.cleaned_data["note"],
        )
        add_first_tasks(actor=request.actor, case=case, person=person)
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


def _overtaken(request: Request, person: Person, asked: Step, known: KnownFacts) -> bool:
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
    known: KnownFacts,
    readings: dict[str, FieldReading] | None = None,
    status: int | None = None,
) -> HttpResponseBase:
    lang, key = _language(), _draft_key(case, person)
    draft = None if readings else read_draft(actor=request.actor, key=key)
    kept = draft is not None and draft.typed.get("step") == [asked.id]
    sent = readings or (_restored(asked, draft.typed) if draft and kept else {})
    shown = with_readings(known.answers, sent) if sent else known.answers
    mistakes = readings or {}
    wrong = [
        (fact, mistakes[fact.id].error) for fact in list_questions(asked) if fact.id in mistakes
    ]
    context = {
        "person": person,
        "step": asked,
        "title": localized(asked.title, lang),
        "intro": localized(asked.intro, lang),
        "controls": [
            control(fact, shown.get(fact.id), lang, mistakes.get(fact.id))
            for fact in list_questions(asked)
        ],
        "errors": [
            {"href": f"#{first_id(fact)}", "label": localized(fact.label, lang), "text": error}
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


def _saved_now(asked: Step, known: KnownFacts, lang: str) -> list[tuple[str, str]]:
    """What is saved now of a page's questions, for whoever was overtaken."""
    found = describe_answers(known.answers, lang)
    return [(found[n].label, found[n].value) for n in asked.whole if n in found]


def _restored(asked: Step, typed: dict[str, list[str]]) -> dict[str, FieldReading]:
    data = QueryDict(mutable=True)
    for name, values in typed.items():
        data.setlist(name, values)
    return read_all(list_questions(asked), data)


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
