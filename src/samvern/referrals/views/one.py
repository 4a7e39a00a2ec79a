# SPDX-License-Identifier: EUPL-1.2
"""One referral, for its sender and for its receiver, and the moves each can make."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.actor import Actor, Request
from samvern.access.audit import see
from samvern.access.calling import Call, own_call
from samvern.access.courses import Move, Overtaken
from samvern.access.errors import Absent
from samvern.access.forms import Form
from samvern.access.models import Organisation
from samvern.access.views import WRITE, page
from samvern.cases.models import Case
from samvern.cases.views.attempts import attempt
from samvern.guide.directory import need_name
from samvern.referrals.course import LIVE, REFERRAL, TAKEN
from samvern.referrals.domain import answering
from samvern.referrals.domain.letters import Content, read_call, read_letter
from samvern.referrals.domain.opening import opened_from
from samvern.referrals.domain.referrals import get_referral, side_of, steps_of
from samvern.referrals.forms import answering as forms
from samvern.referrals.forms import ending
from samvern.referrals.models import Referral
from samvern.referrals.views.looks import COLOURS, receiver_name, state_name
from samvern.referrals.views.story import details_of, story_of

ACTS: dict[str, tuple[type[Form], Callable[..., Referral]]] = {
    "accept": (forms.AcceptForm, answering.accept_referral),
    "decline": (forms.DeclineForm, answering.decline_referral),
    "ask": (forms.AskForm, answering.ask_back),
    "answer": (forms.AnswerForm, answering.answer_back),
    "hand_on": (forms.HandOnForm, answering.hand_on),
    "withdraw": (ending.WithdrawForm, answering.withdraw_referral),
    "recall": (ending.WithdrawForm, answering.withdraw_referral),
    "arrive": (ending.ArriveForm, answering.note_arrival),
    "miss": (ending.MissForm, answering.note_absence),
    "close": (ending.CloseForm, answering.close_referral),
    "delete": (ending.DeleteForm, answering.confirm_deletion),
}
EXPLAINED = {
    "accept": lazy("What the sender agreed to share of the case opens to you at once."),
    "hand_on": lazy("The sender decides, and sends it there if the law allows it."),
    "withdraw": lazy("The receiver has not opened it. Nobody there can read it after this."),
    "recall": lazy("Everything closes to the receiver at once, and it is asked to delete."),
    "close": lazy("The sharing ends now. Both keep what they have written in their own cases."),
    "delete": lazy("Tell the sender what has been done with what you received."),
}
FIRST = {"accept", "answer", "arrive", "delete"}
"""Moves shown as the main button."""


@page()
def referral(request: Request, referral_id: UUID) -> HttpResponseBase:
    """What was asked, what was sent, where it stands, and what can be done."""
    row = get_referral(request.actor, referral_id)
    side = side_of(request.actor, row)
    if side == "receiver" and row.state == REFERRAL.first:
        row = _opened(request.actor, row)
    letter = read_letter(row)
    see("referral.see", case=row.case_id, object=row.pk, rows=1 if letter else 0)
    context = {
        "referral": row,
        "need": need_name(row.need),
        "side": side,
        "letter": letter,
        "state": (state_name(row.state), COLOURS.get(row.state, "neutral")),
        "details": details_of(row, side),
        "story": story_of(row, request.actor),
        "moves": [(m, m.name in FIRST) for m in _moves(row, side)],
        "case": _case_of(row),
        "may_open": side == "receiver" and row.state in TAKEN,
        "opened": opened_from(request.actor, row) if side == "receiver" else None,
        "live": row.state in LIVE,
        "calls": _calls(row, side, letter),
    }
    return render(request, "referrals/one.html", context)


@page(methods=WRITE)
def referral_move(request: Request, referral_id: UUID, move: str) -> HttpResponseBase:
    """Make one move; somebody who was first shows how it stands."""
    actor = request.actor
    row = get_referral(actor, referral_id)
    if move not in ACTS:
        raise Absent("move")
    shape, act = ACTS[move]
    options: dict[str, Any] = {"bodies": _others(row)} if move == "hand_on" else {}
    if move == "accept":
        call = own_call(actor)
        options["initial"] = {"call_name": call.name, "call_phone": call.phone}
    form = shape(request.POST if request.method == "POST" else None, **options)
    if request.method == "POST" and form.is_valid():
        done = attempt(form, partial(_made, form, act, actor, row))
        if done is not None:
            messages.success(request, _("Saved."), fail_silently=True)
            return redirect("workspace:referral", referral_id=row.pk)
    see("referral.see", case=row.case_id, object=row.pk)
    context = {
        "form": form,
        "referral": row,
        "title": REFERRAL.move(move).label,
        "about": EXPLAINED.get(move, ""),
        "danger": move in ("decline", "withdraw", "recall", "close"),
        "who": receiver_name(row) if side_of(actor, row) == "sender" else row.organisation.name,
    }
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "referrals/move.html", context, status=status)


def _calls(row: Referral, side: str, letter: Content | None) -> list[tuple[str, Call, str]]:
    """Whom each side can ring: what it is, who, and when it is answered."""
    if side == "receiver":
        found = [(_("Whoever sent it"), letter.sender, "")] if letter else []
    else:
        found = [(_("Whoever accepted it"), read_call(row, steps_of(row)), "")]
        if row.service:
            duty = Call(row.service.name, row.service.phone)
            found.append((_("On duty at the service"), duty, row.service.phone_hours))
    return [each for each in found if each[1]]


def _made(form: Form, act: Callable[..., Referral], actor: Actor, row: Referral) -> Referral:
    values: dict[str, Any] = {
        name: form.cleaned_data[name] for name in form.fields if name in form.cleaned_data
    }
    if "suggested" in values:
        values["suggested"] = Organisation.objects.get(pk=values["suggested"])
    return act(actor=actor, referral=row, **values)


def _opened(actor: Actor, row: Referral) -> Referral:
    try:
        return answering.see_referral(actor=actor, referral=row)
    except Overtaken:
        return get_referral(actor, row.pk)


def _moves(row: Referral, side: str) -> list[Move]:
    found = [move for move in REFERRAL.open_to(row.state, side) if move.name in ACTS]
    return sorted(found, key=lambda move: move.name not in FIRST)


def _case_of(row: Referral) -> Case | None:
    """The case, for whoever sees it."""
    if row.case_id is None:
        return None
    return Case.objects.filter(pk=row.case_id, erased_at=None).first()


def _others(row: Referral) -> list[tuple[str, str]]:
    others = Organisation.objects.filter(active=True).exclude(
        pk__in=[row.organisation_id, row.receiver_id]
    )
    return [(str(each.pk), each.name) for each in others]


urlpatterns = [
    path("referrals/<uuid:referral_id>", referral, name="referral"),
    path("referrals/<uuid:referral_id>/do/<slug:move>", referral_move, name="referral_move"),
]
