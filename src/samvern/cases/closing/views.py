# SPDX-License-Identifier: EUPL-1.2
"""Closing a case, opening it again, and the legal hold."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext

from samvern.access.actor import Actor, Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import Conflict, NotFound
from samvern.access.forms import Form
from samvern.cases.case_header.rendering import case_page
from samvern.cases.closing import domain
from samvern.cases.closing.choices import CloseReason
from samvern.cases.closing.forms import CaseCloseForm, ReasonForm, build_close_form
from samvern.cases.closing.open_items import (
    OpenItems,
    change_keeper,
    list_open_items,
    list_possible_keepers,
)
from samvern.cases.core.form_helpers import attempt, show_conflict
from samvern.cases.core.forms import ColleagueChoiceForm
from samvern.cases.core.models import Case
from samvern.cases.core.permissions import get_led_case, get_managed_case


@workspace_view(methods=WRITE)
def close(request: Request, case_id: UUID) -> HttpResponseBase:
    """Close a case, with what is left in it and what happens to it before one's eyes."""
    case = get_managed_case(request.actor, case_id)
    left = domain.summarise_closing(case)
    lives = left.lives if case.state == Case.State.OPEN else OpenItems(())
    kind = build_close_form(lives, list_possible_keepers(case))
    form = kind(request.POST or None, initial={"version": case.version})
    done = _answered(request, case, form, _close)
    if done is not None:
        return done
    context = {"form": form, "left": left}
    return case_page(request, case, "cases/close.html", context)


def _close(*, form: CaseCloseForm, actor: Actor, case: Case, expected: int, **values: Any) -> Case:
    return domain.close_case(
        actor=actor,
        case=case,
        expected=expected,
        ground=values["ground"],
        words=values["words"],
        keepers=form.named,
    )


@workspace_view(methods=WRITE)
def kept_item(request: Request, case_id: UUID, thing_id: UUID) -> HttpResponseBase:
    """Let somebody else answer for something that goes on after closing."""
    case = get_managed_case(request.actor, case_id)
    one = next((each for each in list_open_items(case).things if each.id == thing_id), None)
    if one is None or one.keeper_id is None:
        raise NotFound("thing", thing_id)
    form = ColleagueChoiceForm(request.POST or None, members=list_possible_keepers(case))
    if request.method == "POST" and form.is_valid():
        to = UUID(form.cleaned_data["member_id"])
        named = partial(
            change_keeper, actor=request.actor, case=case, thing_id=thing_id, member_id=to
        )
        attempt(form, named)
        if not form.errors:
            return redirect("workspace:team", case_id=case.pk)
    context = {
        "form": form,
        "title": gettext("Who answers for it now?"),
        "text": one.name,
        "back": "workspace:team",
        "submit": gettext("Save"),
    }
    return case_page(request, case, "cases/form.html", context)


@workspace_view(methods=WRITE)
def reopen(request: Request, case_id: UUID) -> HttpResponseBase:
    """Go on with a closed case."""
    case = get_managed_case(request.actor, case_id)
    form = ReasonForm(request.POST or None, initial={"version": case.version})
    done = _answered(request, case, form, domain.reopen_case)
    if done is not None:
        return done
    context = {
        "form": form,
        "left": domain.summarise_closing(case),
        "ground": dict(CloseReason.choices).get(case.close_ground, ""),
        "words": domain.read_close_words(case),
        "section": "team",
    }
    return case_page(request, case, "cases/reopen.html", context)


@workspace_view(methods=WRITE)
def close_hold(request: Request, case_id: UUID) -> HttpResponseBase:
    """Set a legal hold on a case, or lift it."""
    case = get_led_case(request.actor, case_id)
    form = ReasonForm(request.POST or None, initial={"version": case.version})
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
        if isinstance(form, CaseCloseForm):
            values = {"form": form, **values}
        if attempt(form, partial(act, actor=request.actor, case=case, **values)):
            return redirect("workspace:case", case_id=case.pk)
    except Conflict as conflict:
        return show_conflict(request, form, conflict, {}, "cases_case")
    return None
