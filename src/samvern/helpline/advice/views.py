# SPDX-License-Identifier: EUPL-1.2
"""Advice: read by everybody who works with people, written and approved at the desk."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.cases.core.pack import rule_name, rule_provisions
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.helpline.advice.domain import (
    AdviceText,
    approve_advice,
    draft_of,
    get_advice,
    last_writer,
    remarks,
    revise_advice,
    send_back,
    take_down,
    write_advice,
)
from samvern.helpline.advice.forms import AdviceForm, SendBackForm, TakeDownForm
from samvern.helpline.advice.models import Advice
from samvern.helpline.anonymity.markup import highlight_identifiers, list_identifiers
from samvern.helpline.choices import AdviceTopic
from samvern.helpline.desks.domain import get_own_desk, own_desks
from samvern.helpline.desks.models import AdvisoryDesk
from samvern.helpline.questions.domain import get_question, is_at_desk
from samvern.helpline.questions.models import AdviceQuestion
from samvern.helpline.workflow import ADVICE, APPROVED, SENT_BACK, WRITTEN


@workspace_view()
def advice(request: Request, advice_id: UUID) -> HttpResponseBase:
    """One advice, with what it rests on."""
    row = get_advice(request.actor, advice_id)
    return render(request, "contacts/advice.html", _shown(request, row))


@workspace_view(methods=WRITE)
def advice_new(request: Request, question_id: UUID) -> HttpResponseBase:
    """Write an advice out of an answered question, anew and without anybody in it."""
    question = get_question(request.actor, question_id)
    if not is_at_desk(request.actor, question):
        raise NotFound("question", question_id)
    return _write(request, question.desk, question)


@workspace_view(methods=WRITE)
def advice_of_desk(request: Request, desk_id: UUID) -> HttpResponseBase:
    """Write an advice without a question."""
    return _write(request, get_own_desk(request.actor, desk_id), None)


@workspace_view(methods=WRITE)
def advice_approve(request: Request, advice_id: UUID) -> HttpResponseBase:
    """Read what a colleague wrote: share it, or send it back with what is to be mended."""
    row = _at_desk(request, advice_id)
    if request.method == "POST" and "back" not in request.POST:
        approve_advice(actor=request.actor, advice=row)
        return redirect("workspace:advice", advice_id=row.pk)
    page = FormPage(
        SendBackForm,
        partial(send_back, actor=request.actor, advice=row),
        "guidance",
        template="contacts/advice_approve.html",
        context=lambda _form: _shown(request, row),
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def advice_mend(request: Request, advice_id: UUID) -> HttpResponseBase:
    """Put right what was sent back."""
    row = _at_desk(request, advice_id)
    text = draft_of(row)
    first = {"title": text.title, "asked": text.asked, "answered": text.answered,
             "topics": row.topics, "language": row.language}  # fmt: skip
    first |= {f"rule{n}": rule for n, rule in enumerate(row.rules, 1)}

    def save(*, language: str, **given: Any) -> Advice:
        return revise_advice(actor=request.actor, advice=row, **given)

    return _text_page(request, save, first, {"advice": row, "remarks": remarks(row)})


@workspace_view(methods=WRITE)
def advice_take_down(request: Request, advice_id: UUID) -> HttpResponseBase:
    """Take an advice away from everybody."""
    row = _at_desk(request, advice_id)
    page = FormPage(
        TakeDownForm,
        partial(take_down, actor=request.actor, advice=row),
        "guidance",
        template="contacts/advice_take_down.html",
        context={"advice": row},
    )
    return form_page(request, page)


def _at_desk(request: Request, id: UUID) -> Advice:
    row = get_advice(request.actor, id)
    if row.desk_id not in own_desks():
        raise NotFound("advice", id)
    return row


def _write(
    request: Request, desk: AdvisoryDesk, question: AdviceQuestion | None
) -> HttpResponseBase:
    save = partial(write_advice, actor=request.actor, desk=desk, question=question)
    first = {"topics": [question.topic] if question else []}
    return _text_page(request, save, first, {"question": question, "desk": desk})


def _given(form: AdviceForm) -> dict[str, Any]:
    given = form.cleaned_data
    return {
        "text": AdviceText(given["title"], given["asked"], given["answered"]),
        "topics": given["topics"],
        "rules": form.chosen_rules(),
        "language": given["language"],
        "kept": given.get("kept", ""),
    }


def _text_page(
    request: Request, save: Callable[..., Advice], initial: dict[str, Any], more: dict[str, Any]
) -> HttpResponseBase:
    """The page on which an advice is written; what may name somebody is marked."""
    text = "\n".join(request.POST.get(name, "") for name in ("title", "asked", "answered"))
    is_marked = bool(list_identifiers(text))
    page = FormPage(
        AdviceForm,
        save,
        "guidance",
        template="contacts/advice_new.html",
        initial=initial,
        options={"marked": is_marked},
        values=_given,
        context={"marked": highlight_identifiers(text) if is_marked else "", **more},
    )
    return form_page(request, page)


def _shown(request: Request, row: Advice) -> dict[str, Any]:
    at_desk = row.desk_id in own_desks()
    wrote = at_desk and last_writer(row) == request.actor.member_id
    return {
        "advice": row,
        "text": draft_of(row),
        "state": ADVICE.states[row.state],
        "topics": [AdviceTopic(topic).label for topic in row.topics],
        "rules": [(rule_name(id), rule_provisions(id)) for id in row.rules],
        "is_shared": row.state == APPROVED,
        "may_approve": at_desk and row.state == WRITTEN and not wrote,
        "may_mend": at_desk and row.state == SENT_BACK,
        "at_desk": at_desk,
        "wrote": wrote,
    }
