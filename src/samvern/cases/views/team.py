# SPDX-License-Identifier: EUPL-1.2
"""Who works on a case, who sees it, and who never may."""

from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.forms import Form
from samvern.access.models import Member
from samvern.access.views import WRITE, page
from samvern.cases.domain import team as domain
from samvern.cases.domain.glass import openings_of
from samvern.cases.domain.handover import offer_of
from samvern.cases.domain.in_hand import get_case_in_hand, has_in_hand, leads
from samvern.cases.domain.living import kept_of
from samvern.cases.domain.reaching import get_case
from samvern.cases.models import Case
from samvern.cases.views.attempts import attempt, offer
from samvern.cases.views.shell import case_page


class MemberForm(Form):
    """One colleague."""

    member_id = fields.SelectField(label=_("Colleague"), choices=[])

    def __init__(self, *args: Any, members: list[Member], **options: Any) -> None:
        super().__init__(*args, **options)
        offer(self, "member_id", member_choices(members))


class BarForm(MemberForm):
    """A colleague who never may see the case; there is no way back."""

    sure = fields.TickField(
        label=_("The case is about this colleague or somebody close to her or him"), required=True
    )


class CircleForm(Form):
    """Who in the unit sees the case."""

    circle = fields.RadioField(label=_("Who in the house sees it"), choices=Case.Circle.choices)


def member_choices(members: list[Member]) -> list[tuple[str, str]]:
    """Colleagues as choices, with their units."""
    return [
        (str(member.pk), f"{member.name} ({member.unit.name})" if member.unit else member.name)
        for member in members
    ]


@page()
def team(request: Request, case_id: UUID) -> HttpResponseBase:
    """Everybody who has to do with the case."""
    actor, case = request.actor, get_case(request.actor, case_id)
    members = domain.team_of(case)
    in_hand = has_in_hand(actor, case)
    bars = domain.bars_of(case) if in_hand else []
    openings = openings_of(case) if in_hand else []
    kept = kept_of(case) if in_hand else []
    see("team.see", case=case.pk, rows=len(members) + len(bars) + len(kept))
    context = {
        "members": members,
        "bars": bars,
        "openings": openings,
        "kept": kept,
        "offer": offer_of(case),
        "in_hand": in_hand,
        "may_bar": in_hand and (case.owner_id == actor.member_id or leads(actor, case)),
        "leads": leads(actor, case),
    }
    return case_page(request, case, "cases/team.html", context)


@page(methods=WRITE)
def member_add(request: Request, case_id: UUID) -> HttpResponseBase:
    """Put a colleague on the case."""
    case = get_case_in_hand(request.actor, case_id)
    on_it = [row.member_id for row in domain.team_of(case)]
    form = MemberForm(request.POST or None, members=domain.colleagues(request.actor, but=on_it))
    if request.method == "POST" and form.is_valid():
        member_id = UUID(form.cleaned_data["member_id"])
        if attempt(
            form, lambda: domain.add_member(actor=request.actor, case=case, member_id=member_id)
        ):
            return redirect("workspace:team", case_id=case.pk)
    return _form_page(request, case, form, _("Add a colleague"), submit=_("Add"))


@page(methods=("POST",))
def member_end(request: Request, case_id: UUID, row_id: UUID) -> HttpResponseBase:
    """Take somebody off the case."""
    case = get_case_in_hand(request.actor, case_id)
    domain.end_member(actor=request.actor, case=case, row_id=row_id)
    if has_in_hand(request.actor, case):
        return redirect("workspace:team", case_id=case.pk)
    return redirect("workspace:cases")


@page(methods=WRITE)
def member_circle(request: Request, case_id: UUID) -> HttpResponseBase:
    """Open the case to the unit, or close it to all but the team."""
    case = get_case_in_hand(request.actor, case_id)
    form = CircleForm(request.POST or None, initial={"circle": case.circle})
    if request.method == "POST" and form.is_valid():
        domain.set_circle(actor=request.actor, case=case, circle=form.cleaned_data["circle"])
        return redirect("workspace:team", case_id=case.pk)
    return _form_page(request, case, form, _("Who sees the case"), submit=_("Save"))


@page(methods=WRITE)
def member_bar(request: Request, case_id: UUID) -> HttpResponseBase:
    """Shut a colleague out for good."""
    actor, case = request.actor, get_case_in_hand(request.actor, case_id)
    shut = [bar.member_id for bar in domain.bars_of(case)]
    others = domain.colleagues(actor, but=[*shut, actor.member_id, case.owner_id])
    form = BarForm(request.POST or None, members=others)
    if request.method == "POST" and form.is_valid():
        member_id = UUID(form.cleaned_data["member_id"])
        attempt(form, lambda: domain.bar_member(actor=actor, case=case, member_id=member_id))
        if not form.errors:
            return redirect("workspace:team", case_id=case.pk)
    text = _(
        "Nothing opens the case to the one you shut out: no role, no share and no emergency."
        " It cannot be undone here."
    )
    return _form_page(
        request, case, form, _("Shut somebody out"), submit=_("Shut out"), text=text, color="danger"
    )


def _form_page(
    request: Request, case: Case, form: Form, title: Any, **context: Any
) -> HttpResponseBase:
    whole = {"form": form, "title": title, "back": "workspace:team", **context}
    return case_page(request, case, "cases/form.html", whole)


ONE = "cases/<uuid:case_id>/team"
urlpatterns = [
    path(f"{ONE}/", team, name="team"),
    path(f"{ONE}/add", member_add, name="member_add"),
    path(f"{ONE}/circle", member_circle, name="member_circle"),
    path(f"{ONE}/bar", member_bar, name="member_bar"),
    path(f"{ONE}/<uuid:row_id>/end", member_end, name="member_end"),
]
