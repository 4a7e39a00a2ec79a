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

from samvern.access.login import invitations, opening
from samvern.access.login.candidate import announce_user
from samvern.access.login.forms import AddPasskey, ChoosePassword, NewApp
from samvern.access.login.making import app_picture, keep_app, keep_passkey, renew_codes
from samvern.access.login.stages import INVITED, Enrol
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
    form = ChoosePassword(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        invitations.start_over(user)
        form.save()
        request.session.flush()
        request.session[INVITED] = {"user": str(user.pk), "link": link}
        login = Login(user=user, redirect_url=reverse("mfa_view_recovery_codes"))
        response: HttpResponse = perform_password_login(request, {"username": user.login}, login)
        return response
    return render(request, "login/invitation.html", {"form": form, "invitation": found})


@require_http_methods(FORM)
@login_stage_required(stage=Enrol.key, redirect_urlname="account_login")  # type: ignore[untyped-decorator]
def enrol(request: Any) -> HttpResponse:
    """Make a second factor: an app or a passkey."""
    stage = request._login_stage
    user = stage.login.user
    app, passkey = _forms(request, user)
    sent = passkey if "credential" in request.POST else app
    if request.method == "POST" and sent.is_valid():
        if not invitations.use_invitation(request.session[INVITED]["link"]):
            return redirect("login_stopped")
        _keep(request, user, sent)
        stage.state["made"] = True
        del request.session[INVITED]
        response: HttpResponse = stage.exit()
        return response
    context = {
        "app": app,
        "passkey": passkey,
        "picture": app_picture(user, app.secret),
        "secret": app.secret,
        "js_data": {"creation_options": auth.begin_registration(user, True)},
    }
    return render(request, "login/enrol.html", context)


def _forms(request: HttpRequest, user: User) -> tuple[NewApp, AddPasskey]:
    is_passkey = "credential" in request.POST
    data = request.POST if request.method == "POST" else None
    app = NewApp(None if is_passkey else data, user=user, prefix="app")
    return app, AddPasskey(data if is_passkey else None, user=user)


def _keep(request: HttpRequest, user: User, form: Any) -> None:
    if isinstance(form, NewApp):
        keep_app(request, user, form)
        opening.note_way(request, "code")
    else:
        keep_passkey(user, form)
        opening.note_way(request, "passkey")
    renew_codes(user)
