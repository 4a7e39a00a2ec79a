# SPDX-License-Identifier: EUPL-1.2
"""A member, as an administrator sees her: unit, role, sessions, a way back in, the end."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.forms import Form
from samvern.access.login.invitations.domain import invite_member, reinvite_member
from samvern.access.models import Organisation, Unit
from samvern.access.roles import Role
from samvern.cases.organisation import domain
from samvern.cases.organisation.forms import InvitationForm, MemberDetailsForm, RoleForm
from samvern.cases.organisation.views import FORM
from samvern.cases.pages.form_page import FormPage, form_page

ONLY = {Role.ADMINISTRATOR}


@workspace_view(ONLY, methods=WRITE)
def colleague(request: Request, member_id: UUID) -> HttpResponseBase:
    """One member; a POST changes name, address and unit."""
    found = domain.read_member(actor=request.actor, id=member_id)
    page = FormPage(
        MemberDetailsForm,
        partial(domain.change_member, actor=request.actor, id=member_id),
        "colleague",
        where={"member_id": member_id},
        template="cases/colleague.html",
        initial={
            "name": found.member.name,
            "email": found.member.email,
            "unit_id": str(found.member.unit_id or ""),
        },
        options={"units": _units(request)},
        context={"colleague": found},
    )
    return form_page(request, page)


@workspace_view(ONLY, methods=WRITE, fresh=True)
def colleague_invite(request: Request) -> HttpResponseBase:
    """Let somebody in: the link is shown once, to give her in person."""

    def save(name: str, unit_id: Any, **values: Any) -> tuple[str, str]:
        invited = invite_member(actor=request.actor, name=name, unit_id=unit_id or None, **values)
        return invited[1], name

    page = FormPage(
        InvitationForm,
        save,
        lambda made: _link_page(request, *made),
        template=FORM,
        title=_("Invite a colleague"),
        options={"units": _units(request), "kind": _kind(request)},
        context={"back": reverse("workspace:administrator")},
    )
    return form_page(request, page)


@workspace_view(ONLY, methods=WRITE, fresh=True)
def colleague_renew(request: Request, member_id: UUID) -> HttpResponseBase:
    """A new way to sign in for somebody who lost password or phone."""
    found = domain.read_member(actor=request.actor, id=member_id)
    lines = [
        _("Be sure it is she or he who asks: meet, or call a number you know."),
        _("Every session of hers or his ends, and the second factor is set up anew."),
        _(
            "Work with cases stops until a leader has said yes, and protected addresses stay shut"
            " until they are opened again."
        ),
    ]
    page = FormPage(
        Form,
        partial(reinvite_member, actor=request.actor, member_id=member_id),
        lambda link: _link_page(request, link, found.member.name),
        template="workspace/confirm.html",
        title=_("Make a new way to sign in"),
        context=_confirmation(member_id, _("Make a new way to sign in"), lines),
    )
    return form_page(request, page)


@workspace_view(ONLY, methods=WRITE, fresh=True)
def colleague_role(request: Request, member_id: UUID) -> HttpResponseBase:
    """Another role."""
    found = domain.read_member(actor=request.actor, id=member_id)
    page = FormPage(
        RoleForm,
        partial(domain.change_role, actor=request.actor, id=member_id),
        "administrator",
        template=FORM,
        title=_("Change role: %(name)s") % {"name": found.member.name},
        initial={"role": found.member.role},
        options={"kind": _kind(request)},
    )
    return form_page(request, page)


@workspace_view(ONLY, methods=WRITE, fresh=True)
def colleague_end(request: Request, member_id: UUID) -> HttpResponseBase:
    """End a membership."""
    domain.read_member(actor=request.actor, id=member_id)
    lines = [
        _("She or he sees nothing more from this moment, wherever signed in."),
        _("What she or he has done stays in the cases and in the trail."),
        _("Cases must be handed over: the leader sees those that have no owner at work."),
    ]
    page = FormPage(
        Form,
        partial(domain.end_member, actor=request.actor, id=member_id),
        "administrator",
        template="workspace/confirm.html",
        title=_("End the membership"),
        context=_confirmation(member_id, _("End the membership"), lines),
    )
    return form_page(request, page)


@workspace_view(ONLY, methods=("POST",))
def colleague_sessions(request: Request, member_id: UUID) -> HttpResponseBase:
    """Sign a member out everywhere."""
    domain.end_sessions(actor=request.actor, id=member_id)
    return redirect("workspace:colleague", member_id=member_id)


def _units(request: Request) -> list[Unit]:
    return list(Unit.objects.filter(organisation_id=request.actor.organisation_id))


def _kind(request: Request) -> str:
    return Organisation.objects.get(pk=request.actor.organisation_id).kind


def _link_page(request: Request, link: str, name: str) -> HttpResponseBase:
    address = request.build_absolute_uri(reverse("login_invitation", kwargs={"link": link}))
    return render(request, "cases/invited.html", {"link": address, "name": name})


def _confirmation(member_id: UUID, title: str, lines: list[str]) -> dict[str, Any]:
    back = reverse("workspace:colleague", kwargs={"member_id": member_id})
    return {"consequences": lines, "submit": title, "cancel": back}
