# SPDX-License-Identifier: EUPL-1.2
"""A member, as an administrator sees her: unit, role, sessions, a way back in, the end."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.forms import Form
from samvern.access.login.invitations.domain import invite_member, reinvite_member
from samvern.access.models import Unit
from samvern.access.roles import Role
from samvern.cases.core.form_helpers import attempt, submitted_data
from samvern.cases.organisation import domain
from samvern.cases.organisation.forms import InvitationForm, MemberDetailsForm, RoleForm
from samvern.cases.organisation.views import handle_organisation_form

ONLY = {Role.ADMINISTRATOR}


@workspace_view(ONLY, methods=WRITE)
def colleague(request: Request, member_id: UUID) -> HttpResponseBase:
    """One member; a POST changes name, address and unit."""
    found = domain.read_member(actor=request.actor, id=member_id)
    initial = {
        "name": found.member.name,
        "email": found.member.email,
        "unit_id": str(found.member.unit_id or ""),
    }
    form = MemberDetailsForm(submitted_data(request), initial=initial, units=_units(request))
    change = partial(domain.change_member, actor=request.actor, id=member_id)
    if (
        request.method == "POST"
        and form.is_valid()
        and attempt(form, lambda: change(**form.cleaned_data) or True)
    ):
        return redirect("workspace:colleague", member_id=member_id)
    context = {"form": form, "colleague": found}
    return render(request, "cases/colleague.html", context, status=400 if form.errors else 200)


@workspace_view(ONLY, methods=WRITE, fresh=True)
def colleague_invite(request: Request) -> HttpResponseBase:
    """Let somebody in: the link is shown once, to give her in person."""
    form = InvitationForm(submitted_data(request), units=_units(request))
    if request.method == "POST" and form.is_valid():
        values = {**form.cleaned_data, "unit_id": form.cleaned_data["unit_id"] or None}
        made = attempt(form, lambda: invite_member(actor=request.actor, **values))
        if made is not None:
            return _link_page(request, made[1], form.cleaned_data["name"])
    back = reverse("workspace:administrator")
    context = {"form": form, "title": _("Invite a colleague"), "back": back}
    return render(request, "cases/house_form.html", context, status=400 if form.errors else 200)


@workspace_view(ONLY, methods=WRITE, fresh=True)
def colleague_renew(request: Request, member_id: UUID) -> HttpResponseBase:
    """A new way to sign in for somebody who lost password or phone."""
    found = domain.read_member(actor=request.actor, id=member_id)
    form = Form(submitted_data(request))
    if request.method == "POST":
        form.is_valid()
        link = attempt(form, lambda: reinvite_member(actor=request.actor, member_id=member_id))
        if link is not None:
            return _link_page(request, link, found.member.name)
    lines = [
        _("Be sure it is she or he who asks: meet, or call a number you know."),
        _("Every session of hers or his ends, and the second factor is set up anew."),
    ]
    return _confirm(request, member_id, form, _("Make a new way to sign in"), lines)


@workspace_view(ONLY, methods=WRITE, fresh=True)
def colleague_role(request: Request, member_id: UUID) -> HttpResponseBase:
    """Another role."""
    found = domain.read_member(actor=request.actor, id=member_id)
    form = RoleForm(submitted_data(request), initial={"role": found.member.role})
    save = partial(domain.change_role, actor=request.actor, id=member_id)
    return handle_organisation_form(
        request, form, save, _("Change role: %(name)s") % {"name": found.member.name}
    )


@workspace_view(ONLY, methods=WRITE, fresh=True)
def colleague_end(request: Request, member_id: UUID) -> HttpResponseBase:
    """End a membership."""
    domain.read_member(actor=request.actor, id=member_id)
    form = Form(submitted_data(request))
    if request.method == "POST":
        form.is_valid()
        end = partial(domain.end_member, actor=request.actor, id=member_id)
        if attempt(form, lambda: end() or True):
            return redirect("workspace:administrator")
    lines = [
        _("She or he sees nothing more from this moment, wherever signed in."),
        _("What she or he has done stays in the cases and in the trail."),
        _("Cases must be handed over: the leader sees those that have no owner at work."),
    ]
    return _confirm(request, member_id, form, _("End the membership"), lines)


@workspace_view(ONLY, methods=("POST",))
def colleague_sessions(request: Request, member_id: UUID) -> HttpResponseBase:
    """Sign a member out everywhere."""
    domain.end_sessions(actor=request.actor, id=member_id)
    return redirect("workspace:colleague", member_id=member_id)


def _units(request: Request) -> list[Unit]:
    return list(Unit.objects.filter(organisation_id=request.actor.organisation_id))


def _link_page(request: Request, link: str, name: str) -> HttpResponseBase:
    address = request.build_absolute_uri(reverse("login_invitation", kwargs={"link": link}))
    return render(request, "cases/invited.html", {"link": address, "name": name})


def _confirm(
    request: Request, member_id: UUID, form: Form, title: str, lines: list[str]
) -> HttpResponseBase:
    context = {
        "title": title,
        "consequences": lines,
        "form": form,
        "submit": title,
        "cancel": reverse("workspace:colleague", kwargs={"member_id": member_id}),
    }
    return render(request, "workspace/confirm.html", context, status=400 if form.errors else 200)
