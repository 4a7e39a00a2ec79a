# SPDX-License-Identifier: EUPL-1.2
"""My sign-in: factors, recovery codes, password, sessions."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.login.membership import continue_after_new_cookie, list_memberships
from samvern.access.login.oidc import identities
from samvern.access.login.oidc.settings import provider_name
from samvern.access.login.passwords.forms import ChangePasswordForm
from samvern.access.login.second_factors import enrolment
from samvern.access.login.second_factors.adapter import has_factor
from samvern.access.login.second_factors.code_forms import NewAppForm
from samvern.access.login.second_factors.passkey_forms import AddPasskeyForm
from samvern.access.login.sessions import active as active_sessions
from samvern.access.roles import SIGNED_IN
from samvern.access.unit_of_work import log_act

KIND = Authenticator.Type


@workspace_view(SIGNED_IN)
def overview(request: Request) -> HttpResponse:
    """Everything about how she signs in, on one page."""
    return _overview(request)


def _overview(request: Request, **more: Any) -> HttpResponse:
    kept = list(Authenticator.objects.filter(user=request.actor.user_id).order_by("created_at"))
    context = {
        "apps": [each for each in kept if each.type == KIND.TOTP],
        "passkeys": [each for each in kept if each.type == KIND.WEBAUTHN],
        "codes_left": sum(
            len(each.wrap().get_unused_codes()) for each in kept if each.type == KIND.RECOVERY_CODES
        ),
        "visits": active_sessions.list_own_sessions(),
        "memberships": list_memberships(request),
        "provider": provider_name(),
        "is_linked": identities.has_linked_identity(),
        **more,
    }
    return render(request, "mfa/index.html", context)


@workspace_view(SIGNED_IN, methods=WRITE, fresh=True)
def add_app(request: Request) -> HttpResponse:
    """Read the picture with an app, and write the code it shows."""
    if Authenticator.objects.filter(user=request.actor.user_id, type=KIND.TOTP).exists():
        return redirect("mfa_index")
    user: Any = request.user
    form = NewAppForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        enrolment.save_app(request, user, form)
        return _to_codes(request)
    picture = enrolment.totp_qr_code(user, form.secret)
    context = {"form": form, "picture": picture, "secret": form.secret}
    return render(request, "mfa/totp/activate_form.html", context)


@workspace_view(SIGNED_IN, methods=WRITE, fresh=True)
def add_passkey(request: Request) -> HttpResponse:
    """Let the browser make a passkey."""
    user: Any = request.user
    form = AddPasskeyForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        enrolment.save_passkey(user, form)
        return _to_codes(request)
    js_data = {"creation_options": auth.begin_registration(user, True)}
    return render(request, "mfa/webauthn/add_form.html", {"form": form, "js_data": js_data})


@workspace_view(SIGNED_IN, methods=WRITE, fresh=True)
def remove_factor(request: Request, number: int) -> HttpResponse:
    """Take a factor away, if another is left."""
    kinds = (KIND.TOTP, KIND.WEBAUTHN)
    mine = Authenticator.objects.select_for_update().filter(
        user=request.actor.user_id, type__in=kinds
    )
    factor = next((each for each in mine if each.pk == number), None)
    if factor is None:
        raise NotFound("factor")
    if not get_adapter().can_delete_authenticator(factor):
        problem = get_adapter().error_messages["cannot_delete_authenticator"]
        return _overview(request, problem=problem)
    if request.method != "POST":
        return render(request, "mfa/remove.html", {"factor": factor})
    factor.delete()
    log_act("login.factor", removed=factor.type)
    return redirect("mfa_index")


@workspace_view(SIGNED_IN, methods=WRITE, fresh=True)
def unlink_identity(request: Request) -> HttpResponse:
    """Take the identity provider away, if she has a factor of her own."""
    if request.method != "POST":  # back from showing a second factor once more
        return redirect("mfa_index")
    if not has_factor(request.user):
        problem = get_adapter().error_messages["cannot_delete_authenticator"]
        return _overview(request, problem=problem)
    identities.unlink_identities()
    log_act("login.factor", removed="identity")
    return redirect("mfa_index")


@workspace_view(SIGNED_IN, fresh=True)
def codes(request: Request) -> HttpResponse:
    """Recovery codes: shown once, then only how many are left."""
    shown, left = enrolment.recovery_codes_to_show(request.user)  # type: ignore[arg-type]
    return render(request, "mfa/recovery_codes/index.html", {"codes": shown, "left": left})


@workspace_view(SIGNED_IN, methods=WRITE, fresh=True)
def new_codes(request: Request) -> HttpResponse:
    """New codes instead of the old."""
    if request.method != "POST":
        return render(request, "mfa/recovery_codes/generate.html")
    enrolment.renew_recovery_codes(request.user)  # type: ignore[arg-type]
    log_act("login.factor", made="codes")
    return redirect("mfa_view_recovery_codes")


@workspace_view(SIGNED_IN, methods=WRITE, fresh=True)
def change_password(request: Request) -> HttpResponse:
    """A new password; her other sessions end."""
    user: Any = request.user
    form = ChangePasswordForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        form.save()
        active_sessions.end_other_sessions()
        update_session_auth_hash(request, form.user)
        continue_after_new_cookie(request)
        log_act("login.password")
        return redirect("mfa_index")
    return render(request, "account/password_change.html", {"form": form})


@workspace_view(SIGNED_IN, methods=WRITE)
def end_visits(request: Request) -> HttpResponse:
    """Sign out one session, or everywhere."""
    if request.method == "POST" and "everywhere" in request.POST:
        active_sessions.end_all_own_sessions(request)
        return redirect("login_ended")
    if request.method == "POST":
        active_sessions.end_own_session(request.POST.get("visit", ""))
    return redirect("mfa_index")


def _to_codes(request: Request) -> HttpResponse:
    """To the codes, made if she has none."""
    kept = Authenticator.objects.filter(user=request.actor.user_id, type=KIND.RECOVERY_CODES)
    if kept.exists():
        return redirect("mfa_index")
    enrolment.renew_recovery_codes(request.user)  # type: ignore[arg-type]
    return redirect("mfa_view_recovery_codes")
