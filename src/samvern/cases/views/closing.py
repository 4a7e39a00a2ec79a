# SPDX-License-Identifier: EUPL-1.2
"""Closing a case, opening it again, and the legal hold."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.errors import Conflict
from samvern.access.forms import Form
from samvern.access.views import WRITE, page
from samvern.cases.domain import closing as domain
from samvern.cases.domain.in_hand import get_case_in_hand, get_led_case
from samvern.cases.models import Case
from samvern.cases.views.attempts import attempt, show_conflict
from samvern.cases.views.shell import case_page
from samvern.cases.words import CloseGround

WORDS = 1000


class CloseForm(Form):
    """Why work on the case ends."""

    ground = fields.RadioField(label=_("Why is the case closed?"), choices=CloseGround.choices)
    words = fields.TextField(label=_("More about it"), limit=WORDS, rows=3, required=False)
    end_shares = fields.TickField(label=_("End all sharing of the case"), initial=True)
    version = fields.VersionField()


class WhyForm(Form):
    """A reason."""

    words = fields.TextField(label=_("Why?"), limit=WORDS, rows=3)
    version = fields.VersionField()


@page(methods=WRITE)
def close(request: Request, case_id: UUID) -> HttpResponseBase:
    """Close a case, with what is left in it and what happens to it before one's eyes."""
    case = get_case_in_hand(request.actor, case_id)
    initial = {"version": case.version, "end_shares": True}
    form = CloseForm(request.POST or None, initial=initial)
    done = _answered(request, case, form, domain.close_case)
    if done is not None:
        return done
    context = {"form": form, "left": domain.what_is_left(case)}
    return case_page(request, case, "cases/close.html", context)


@page(methods=WRITE)
def reopen(request: Request, case_id: UUID) -> HttpResponseBase:
    """Go on with a closed case."""
    case = get_case_in_hand(request.actor, case_id)
    form = WhyForm(request.POST or None, initial={"version": case.version})
    done = _answered(request, case, form, domain.reopen_case)
    if done is not None:
        return done
    context = {
        "form": form,
        "left": domain.what_is_left(case),
        "ground": dict(CloseGround.choices).get(case.close_ground, ""),
        "words": domain.read_close_words(case),
        "section": "team",
    }
    return case_page(request, case, "cases/reopen.html", context)


@page(methods=WRITE)
def close_hold(request: Request, case_id: UUID) -> HttpResponseBase:
    """Set a legal hold on a case, or lift it."""
    case = get_led_case(request.actor, case_id)
    form = WhyForm(request.POST or None, initial={"version": case.version})
    act = domain.lift_hold if case.held_at else domain.set_hold
    done = _answered(request, case, form, act)
    if done is not None:
        return done
    context = {"form": form, "words": domain.read_hold_words(case)}
    return case_page(request, case, "cases/hold.html", context)


def _answered(
    request: Request, case: Case, form: Form, act: Callable[..., Case]
) -> HttpResponseBase | None:
    """The answer to a form that was sent and could be carried out."""
    if request.method != "POST" or not form.is_valid():
        return None
    values: dict[str, Any] = dict(form.cleaned_data)
    values["expected"] = values.pop("version")
    try:
        if attempt(form, partial(act, actor=request.actor, case=case, **values)):
            return redirect("workspace:case", case_id=case.pk)
    except Conflict as conflict:
        return show_conflict(request, form, conflict, {}, "cases_case")
    return None


ONE = "cases/<uuid:case_id>"
urlpatterns = [
    path(f"{ONE}/close", close, name="close"),
    path(f"{ONE}/reopen", reopen, name="reopen"),
    path(f"{ONE}/hold", close_hold, name="close_hold"),
]
