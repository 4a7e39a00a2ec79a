# SPDX-License-Identifier: EUPL-1.2
"""Closing a case, opening it again, and the legal hold."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.actor import Actor, Request
from samvern.access.errors import Absent, Conflict
from samvern.access.forms import Form
from samvern.access.living import Fate
from samvern.access.models import Member
from samvern.access.views import WRITE, page
from samvern.cases.domain import closing as domain
from samvern.cases.domain.in_hand import get_case_in_hand, get_led_case
from samvern.cases.domain.living import (
    Lives,
    possible_keepers,
    rename_keeper,
    what_lives,
)
from samvern.cases.models import Case
from samvern.cases.views.attempts import attempt, show_conflict
from samvern.cases.views.shell import case_page
from samvern.cases.views.team import MemberForm, member_choices
from samvern.cases.words import CloseGround

WORDS = 1000
KEEPER = "keeper-"


class CloseForm(Form):
    """Why work on the case ends."""

    ground = fields.RadioField(label=_("Why is the case closed?"), choices=CloseGround.choices)
    words = fields.TextField(label=_("More about it"), limit=WORDS, rows=3, required=False)
    version = fields.VersionField()

    @property
    def named(self) -> dict[UUID, UUID]:
        """Who was chosen to answer for what, by the thing."""
        return {
            UUID(name.removeprefix(KEEPER)): UUID(member)
            for name, member in self.cleaned_data.items()
            if name.startswith(KEEPER) and member
        }


def close_form(lives: Lives, keepers: list[Member]) -> type[CloseForm]:
    """The form with a field for each thing that goes on, or can."""
    choices = member_choices(keepers)
    asked = {
        f"{KEEPER}{one.id}": fields.SelectField(
            label=one.name,
            help_text=_("Who answers for it now?")
            if one.kind.fate == Fate.KEPT
            else _("It ends, unless you name somebody who answers for it."),
            choices=choices,
            required=one.kind.fate == Fate.KEPT,
        )
        for one in (*lives.goes_on, *lives.can_go_on)
    }
    return type("ClosingOfCase", (CloseForm,), asked)


class WhyForm(Form):
    """A reason."""

    words = fields.TextField(label=_("Why?"), limit=WORDS, rows=3)
    version = fields.VersionField()


@page(methods=WRITE)
def close(request: Request, case_id: UUID) -> HttpResponseBase:
    """Close a case, with what is left in it and what happens to it before one's eyes."""
    case = get_case_in_hand(request.actor, case_id)
    left = domain.what_is_left(case)
    lives = left.lives if case.state == Case.State.OPEN else Lives(())
    kind = close_form(lives, possible_keepers(case))
    form = kind(request.POST or None, initial={"version": case.version})
    done = _answered(request, case, form, _close)
    if done is not None:
        return done
    context = {"form": form, "left": left}
    return case_page(request, case, "cases/close.html", context)


def _close(*, form: CloseForm, actor: Actor, case: Case, expected: int, **values: Any) -> Case:
    return domain.close_case(
        actor=actor,
        case=case,
        expected=expected,
        ground=values["ground"],
        words=values["words"],
        keepers=form.named,
    )


@page(methods=WRITE)
def kept(request: Request, case_id: UUID, thing_id: UUID) -> HttpResponseBase:
    """Let somebody else answer for something that goes on after closing."""
    case = get_case_in_hand(request.actor, case_id)
    one = next((each for each in what_lives(case).things if each.id == thing_id), None)
    if one is None or one.keeper_id is None:
        raise Absent("thing", thing_id)
    form = MemberForm(request.POST or None, members=possible_keepers(case))
    if request.method == "POST" and form.is_valid():
        to = UUID(form.cleaned_data["member_id"])
        named = partial(
            rename_keeper, actor=request.actor, case=case, thing_id=thing_id, member_id=to
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
        if isinstance(form, CloseForm):
            values = {"form": form, **values}
        if attempt(form, partial(act, actor=request.actor, case=case, **values)):
            return redirect("workspace:case", case_id=case.pk)
    except Conflict as conflict:
        return show_conflict(request, form, conflict, {}, "cases_case")
    return None


ONE = "cases/<uuid:case_id>"
urlpatterns = [
    path(f"{ONE}/close", close, name="close"),
    path(f"{ONE}/kept/<uuid:thing_id>", kept, name="kept"),
    path(f"{ONE}/reopen", reopen, name="reopen"),
    path(f"{ONE}/hold", close_hold, name="close_hold"),
]
