# SPDX-License-Identifier: EUPL-1.2
"""By invitation: choose a password, make a second factor, and go in."""

from typing import Any

from allauth.account.internal.decorators import login_stage_required
from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from allauth.mfa.webauthn.internal import auth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samvern.access.gate import announce_user
from samvern.access.login import membership
from samvern.access.login.invitations import domain as invitations
from samvern.access.login.passwords.forms import ChoosePasswordForm
from samvern.access.login.second_factors.code_forms import NewAppForm
from samvern.access.login.second_factors.enrolment import (
    renew_recovery_codes,
    save_app,
    save_passkey,
    totp_qr_code,
)
from samvern.access.login.second_factors.passkey_forms import AddPasskeyForm
from samvern.access.login.second_factors.stages import INVITATION, EnrolStage
from samvern.access.models import User

FORM = ("GET", "HEAD", "POST")


@require_http_methods(FORM)
def invitation(request: HttpRequest, link: str) -> HttpResponse:
    """Choose a password. What she had before ends here; the link lasts until she has a factor."""
    found = invitations.read_invitation(link)
    if found is None or getattr(request, "actor", None) is not None:
        status = 404 if found is None else 200
        return render(request, "login/invitation_over.html", {"is_open": found}, status=status)
    announce_user(found.user_id)
    user = User.objects.get(pk=found.user_id)
    form = ChoosePasswordForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        invitations.remove_factors_and_sessions(user)
        form.save()
        request.session.flush()
        request.session[INVITATION] = {"user": str(user.pk), "link": link}
        login = Login(user=user, redirect_url=reverse("mfa_view_recovery_codes"))
        response: HttpResponse = perform_password_login(request, {"username": user.login}, login)
        return response
    return render(request, "login/invitation.html", {"form": form, "invitation": found})


@require_http_methods(FORM)
@login_stage_required(stage=EnrolStage.key, redirect_urlname="account_login")  # type: ignore[untyped-decorator]
def enrol(request: Any) -> HttpResponse:
    """Make a second factor: an app or a passkey."""
    stage = request._login_stage
    user = stage.login.user
    app, passkey = _forms(request, user)
    sent = passkey if "credential" in request.POST else app
    if request.method == "POST" and sent.is_valid():
        if not invitations.use_invitation(request.session[INVITATION]["link"]):
            return redirect("login_stopped")
        _keep(request, user, sent)
        stage.state["made"] = True
        del request.session[INVITATION]
        response: HttpResponse = stage.exit()
        return response
    context = {
        "app": app,
        "passkey": passkey,
        "picture": totp_qr_code(user, app.secret),
        "secret": app.secret,
        "js_data": {"creation_options": auth.begin_registration(user, True)},
    }
    return render(request, "login/enrol.html", context)


def _forms(request: HttpRequest, user: User) -> tuple[NewAppForm, AddPasskeyForm]:
    is_passkey = "credential" in request.POST
    data = request.POST if request.method == "POST" else None
    app = NewAppForm(None if is_passkey else data, user=user, prefix="app")
    return app, AddPasskeyForm(data if is_passkey else None, user=user)


def _keep(request: HttpRequest, user: User, form: Any) -> None:
    if isinstance(form, NewAppForm):
        save_app(request, user, form)
        membership.note_sign_in_method(request, "code")
    else:
        save_passkey(user, form)
        membership.note_sign_in_method(request, "passkey")
    renew_recovery_codes(user)
