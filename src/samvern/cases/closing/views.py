# SPDX-License-Identifier: EUPL-1.2
"""Closing a case, opening it again, and the legal hold."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.utils.translation import gettext

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.cases.closing import domain
from samvern.cases.closing.choices import CloseReason
from samvern.cases.closing.forms import CaseCloseForm, ReasonForm, build_close_form
from samvern.cases.closing.open_items import (
    OpenItems,
    change_keeper,
    list_open_items,
    list_possible_keepers,
)
from samvern.cases.core.forms import ColleagueChoiceForm, chosen_member
from samvern.cases.core.models import Case
from samvern.cases.core.permissions import get_led_case, get_managed_case
from samvern.cases.pages.form_page import FormPage, form_page, with_expected


@workspace_view(methods=WRITE)
def close(request: Request, case_id: UUID) -> HttpResponseBase:
    """Close a case, with what is left in it and what happens to it before one's eyes."""
    case = get_managed_case(request.actor, case_id)
    left = domain.summarise_closing(case)
    lives = left.lives if case.state == Case.State.OPEN else OpenItems(())
    page = FormPage(
        build_close_form(lives, list_possible_keepers(case)),
        partial(domain.close_case, actor=request.actor, case=case),
        "case",
        case=case,
        template="cases/close.html",
        values=CaseCloseForm.choices_made,
        initial={"version": case.version},
        context={"left": left},
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def kept_item(request: Request, case_id: UUID, thing_id: UUID) -> HttpResponseBase:
    """Let somebody else answer for something that goes on after closing."""
    case = get_managed_case(request.actor, case_id)
    one = next((each for each in list_open_items(case).things if each.id == thing_id), None)
    if one is None or one.keeper_id is None:
        raise NotFound("thing", thing_id)
    page = FormPage(
        ColleagueChoiceForm,
        partial(change_keeper, actor=request.actor, case=case, thing_id=thing_id),
        "team",
        case=case,
        title=gettext("Who answers for it now?"),
        options={"members": list_possible_keepers(case)},
        values=chosen_member,
        context={"text": one.name},
    )
    return form_page(request, page)


@workspace_view(methods=WRITE)
def reopen(request: Request, case_id: UUID) -> HttpResponseBase:
    """Go on with a closed case."""
    case = get_managed_case(request.actor, case_id)
    context = {
        "left": domain.summarise_closing(case),
        "ground": dict(CloseReason.choices).get(case.close_ground, ""),
        "words": domain.read_close_words(case),
        "section": "team",
    }
    return _reason_page(request, case, domain.reopen_case, "cases/reopen.html", context)


@workspace_view(methods=WRITE)
def close_hold(request: Request, case_id: UUID) -> HttpResponseBase:
    """Set a legal hold on a case, or lift it."""
    case = get_led_case(request.actor, case_id)
    save = domain.lift_hold if case.held_at else domain.set_hold
    return _reason_page(
        request, case, save, "cases/hold.html", {"words": domain.read_hold_words(case)}
    )


def _reason_page(
    request: Request,
    case: Case,
    save: Callable[..., Case],
    template: str,
    context: dict[str, Any],
) -> HttpResponseBase:
    page = FormPage(
        ReasonForm,
        partial(save, actor=request.actor, case=case),
        "case",
        case=case,
        template=template,
        values=with_expected,
        initial={"version": case.version},
        context=context,
    )
    return form_page(request, page)
