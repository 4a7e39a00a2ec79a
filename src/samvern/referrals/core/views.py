# SPDX-License-Identifier: EUPL-1.2
"""One referral, for its sender and for its receiver, and the moves each can make."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access.actor import Actor, Request
from samvern.access.contact_person import ContactPerson, own_contact_person
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.forms import Form
from samvern.access.models import Organisation
from samvern.access.unit_of_work import log_read
from samvern.access.workflow import StaleState, Transition
from samvern.cases.core.models import Case
from samvern.cases.opening.views import USUAL_KINDS
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.guide.directory import need_name
from samvern.referrals.core import forms, transitions
from samvern.referrals.core.case_opening import WRITABLE, open_from_referral, opened_from
from samvern.referrals.core.description import (
    COLOURS,
    details_of,
    receiver_name,
    state_name,
    timeline_of,
)
from samvern.referrals.core.forms import (
    ArriveForm,
    CloseReferralForm,
    ConfirmDeletionForm,
    NoShowForm,
    OpenCaseFromReferralForm,
    WithdrawReferralForm,
)
from samvern.referrals.core.letters import LetterContent, read_call, read_letter
from samvern.referrals.core.models import Referral, ReferralStep
from samvern.referrals.core.selectors import get_referral, side_of, steps_of
from samvern.referrals.workflow import LIVE, REFERRAL, TAKEN

ACTS: dict[str, tuple[type[Form], Callable[..., Referral]]] = {
    "accept": (forms.AcceptForm, transitions.accept_referral),
    "decline": (forms.DeclineReferralForm, transitions.decline_referral),
    "ask": (forms.AskBackForm, transitions.ask_back),
    "answer": (forms.AnswerBackForm, transitions.answer_back),
    "hand_on": (forms.SuggestReceiverForm, transitions.suggest_receiver),
    "withdraw": (WithdrawReferralForm, transitions.withdraw_referral),
    "recall": (WithdrawReferralForm, transitions.withdraw_referral),
    "arrive": (ArriveForm, transitions.record_arrival),
    "miss": (NoShowForm, transitions.record_absence),
    "close": (CloseReferralForm, transitions.close_referral),
    "delete": (ConfirmDeletionForm, transitions.confirm_deletion),
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


@workspace_view()
def referral(request: Request, referral_id: UUID) -> HttpResponseBase:
    """What was asked, what was sent, where it stands, and what can be done."""
    row = get_referral(request.actor, referral_id)
    side = side_of(request.actor, row)
    if side == "receiver" and row.state == REFERRAL.first:
        row = _opened(request.actor, row)
    letter, steps = read_letter(row), steps_of(row)
    log_read("referral.see", case=row.case_id, object=row.pk, rows=1 if letter else 0)
    context = {
        "referral": row,
        "need": need_name(row.need),
        "side": side,
        "letter": letter,
        "state": (state_name(row.state), COLOURS.get(row.state, "neutral")),
        "details": details_of(row, side),
        "story": timeline_of(row, request.actor, steps),
        "moves": [(m, m.name in FIRST) for m in _moves(row, side)],
        "case": _case_of(row),
        "may_open": side == "receiver" and row.state in TAKEN,
        "opened": opened_from(request.actor, row) if side == "receiver" else None,
        "live": row.state in LIVE,
        "calls": _calls(row, side, letter, steps),
    }
    return render(request, "referrals/one.html", context)


@workspace_view(methods=WRITE)
def referral_move(request: Request, referral_id: UUID, move: str) -> HttpResponseBase:
    """Make one move; somebody who was first shows how it stands."""
    actor = request.actor
    row = get_referral(actor, referral_id)
    if move not in ACTS:
        raise NotFound("move")
    form, act = ACTS[move]
    call = own_contact_person(actor) if move == "accept" else ContactPerson()

    def context(_form: Form) -> dict[str, Any]:
        log_read("referral.see", case=row.case_id, object=row.pk)
        return {
            "referral": row,
            "about": EXPLAINED.get(move, ""),
            "danger": move in ("decline", "withdraw", "recall", "close"),
            "who": receiver_name(row) if side_of(actor, row) == "sender" else row.organisation.name,
        }

    page = FormPage(
        form,
        partial(act, actor=actor, referral=row),
        "referral",
        where={"referral_id": row.pk},
        title=REFERRAL.transition(move).label,
        template="referrals/move.html",
        initial={"call_name": call.name, "call_phone": call.phone},
        options={"bodies": _others(row)} if move == "hand_on" else {},
        values=_values,
        context=context,
        says_saved=True,
    )
    return form_page(request, page)


def _calls(
    row: Referral, side: str, letter: LetterContent | None, steps: Sequence[ReferralStep]
) -> list[tuple[str, ContactPerson, str]]:
    """Whom each side can ring: what it is, who, and when it is answered."""
    if side == "receiver":
        found = [(_("Whoever sent it"), letter.sender, "")] if letter else []
    else:
        found = [(_("Whoever accepted it"), read_call(steps), "")]
        if row.service:
            duty = ContactPerson(row.service.name, row.service.phone)
            found.append((_("On duty at the service"), duty, row.service.phone_hours))
    return [each for each in found if each[1]]


def _values(form: Form) -> dict[str, Any]:
    values = {name: form.cleaned_data[name] for name in form.fields if name in form.cleaned_data}
    if "suggested" in values:
        values["suggested"] = Organisation.objects.get(pk=values["suggested"])
    return values


def _opened(actor: Actor, row: Referral) -> Referral:
    try:
        return transitions.see_referral(actor=actor, referral=row)
    except StaleState:
        return get_referral(actor, row.pk)


def _moves(row: Referral, side: str) -> list[Transition]:
    found = [move for move in REFERRAL.transitions_from(row.state, side) if move.name in ACTS]
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


@workspace_view(methods=WRITE)
def referral_open_case(request: Request, referral_id: UUID) -> HttpResponseBase:
    """Confirm what of the letter is written into the new case, and open it."""
    actor = request.actor
    row = get_referral(actor, referral_id)
    letter = read_letter(row)
    if row.receiver_id != actor.organisation_id or letter is None:
        raise NotFound("referral", referral_id)
    kind = Organisation.objects.values_list("kind", flat=True).get(pk=actor.organisation_id)

    def context(_form: Form) -> dict[str, Any]:
        log_read("referral.see", case=row.case_id, object=row.pk, rows=1)
        return {"referral": row}

    page = FormPage(
        OpenCaseFromReferralForm,
        partial(open_from_referral, actor=actor, referral=row),
        lambda case: redirect("workspace:case", case_id=case.pk),
        template="referrals/open_case.html",
        initial={"kind": USUAL_KINDS.get(kind, Case.Kind.ASSISTANCE)},
        options={"values": {c: text for c, text in letter.values.items() if c in WRITABLE}},
        values=lambda form: {
            "kind": form.cleaned_data["kind"],
            "confirmed": tuple(form.cleaned_data.get("confirmed", ())),
        },
        context=context,
    )
    return form_page(request, page)
