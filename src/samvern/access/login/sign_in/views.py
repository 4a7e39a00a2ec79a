# SPDX-License-Identifier: EUPL-1.2
"""The way in: login name and password, or a passkey, then the second factor."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView, LogoutView
from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from allauth.mfa.webauthn.views import LoginWebAuthnView, ReauthenticateWebAuthnView
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samvern.access.actor import Request
from samvern.access.decorators import workspace_view
from samvern.access.login import failed_attempts, membership
from samvern.access.login.demo_accounts import code_to_show
from samvern.access.login.oidc.settings import is_provider_in_use, provider_sign_out_url
from samvern.access.login.passwords.forms import SignInForm
from samvern.access.login.second_factors.passkey_forms import SignInPasskeyForm
from samvern.access.login.sessions.browser_session import ACTING
from samvern.access.roles import SIGNED_IN


class SignInView(LoginView):  # type: ignore[misc]
    """Login name and password; from here also passkey and provider."""

    http_method_names = ("get", "head", "post")

    def get_authenticated_redirect_url(self) -> str:
        """Who is signed in but cannot act chooses for whom: any way back would lead here."""
        if getattr(self.request, "actor", None) is None:
            return membership.next_address(self.request, choose=True)
        return str(super().get_authenticated_redirect_url())

    def form_invalid(self, form: Any) -> HttpResponse:
        """The same page, the same for every reason."""
        failed_attempts.log_failed_attempt("password", self.request.POST.get("login", ""))
        response: HttpResponse = super().form_invalid(form)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the ways in that this installation has."""
        return {**super().get_context_data(**kwargs), **sign_in_options()}


class PasskeyView(LoginWebAuthnView):  # type: ignore[misc]
    """A passkey alone. A GET by the page's script asks for a challenge."""

    http_method_names = ("get", "post")

    def form_invalid(self, form: SignInPasskeyForm) -> HttpResponse:
        """Back to the first page, with the reason."""
        failed_attempts.log_failed_attempt("passkey", "")
        first = SignInForm(request=self.request)
        said = next(iter(form.errors.get("credential", [])), "")
        context = {"form": first, "passkey_error": said, **sign_in_options()}
        return render(self.request, "account/login.html", context)


class SecondFactorView(AuthenticateView):  # type: ignore[misc]
    """A code, or a passkey."""

    http_method_names = ("get", "head", "post")

    def form_invalid(self, form: Any) -> HttpResponse:
        """The same page, with the reason."""
        failed_attempts.log_failed_attempt("second", self.stage.login.user.login)
        response: HttpResponse = super().form_invalid(form)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the passkeys only if she has any."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        asked, user = context["js_data"]["request_options"]["publicKey"], self.stage.login.user
        has_passkey = bool(asked.get("allowCredentials"))
        return {**context, "has_passkey": has_passkey, "phone": code_to_show(user)}


class SignOutView(LogoutView):  # type: ignore[misc]
    """A button; a link could be followed by mistake."""

    http_method_names = ("get", "head", "post")

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Out; and, for who came through a provider, an offer to end its session too."""
        leave = provider_sign_out_url(self.request)
        response: HttpResponse = super().post(*args, **kwargs)
        if leave:
            self.request.session["leave"] = leave
        return response


def sign_in_options() -> dict[str, Any]:
    """Which other ways in the first page offers."""
    return {
        "provider": settings.OIDC_ISSUER,
        "is_demonstration": settings.ENVIRONMENT.mode == "demo",
    }


@require_safe
def ended(request: HttpRequest) -> HttpResponse:
    """Signed out, or left alone for too long."""
    return render(request, "account/ended.html", {"leave": request.session.pop("leave", "")})


@require_safe
def stopped(request: HttpRequest) -> HttpResponse:
    """A right password with nothing to follow it."""
    return render(request, "account/stopped.html")


@require_POST
def give_up(request: HttpRequest) -> HttpResponse:
    """Leave a sign-in that is under way."""
    request.session.flush()
    return redirect("account_login")


@require_http_methods(("GET", "HEAD", "POST"))
def choose_membership(request: HttpRequest) -> HttpResponse:
    """Choose among one's memberships, or learn that there is none."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    found = membership.list_memberships(request)
    chosen = request.POST.get("member", "")
    for each in found:
        if request.method == "POST" and str(each.member) == chosen:
            membership.act_as(request, each)
            return redirect(get_next_redirect_url(request) or membership.next_address(request))
    context = {
        "memberships": found,
        "next": get_next_redirect_url(request) or "",
        "present": request.session.get(ACTING, ""),
        "failed": request.method == "POST",
    }
    return render(request, "login/choose.html", context)


@workspace_view(SIGNED_IN)
def reauthenticate(request: Request) -> HttpResponse:
    """On to the strongest factor she has, or to the provider she came from."""
    back = {"next": get_next_redirect_url(request)} if get_next_redirect_url(request) else {}
    methods = get_adapter().get_reauthentication_methods(request.user)
    if not methods and is_provider_in_use(request):
        return redirect(f"{reverse('login_provider')}?{urlencode({'purpose': 'prove', **back})}")
    return redirect(f"{methods[0]['url']}?{urlencode(back)}" if methods else "login_stopped")


class ReauthenticateByCodeView(ReauthenticateView):  # type: ignore[misc]
    """A code from an app, or a recovery code."""

    http_method_names = ("get", "head", "post")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what her phone shows, in a demonstration."""
        return {**super().get_context_data(**kwargs), "phone": code_to_show(self.request.user)}

    def form_invalid(self, form: Any) -> HttpResponse:
        """The same page, with the reason."""
        failed_attempts.log_failed_attempt("prove", "")
        response: HttpResponse = super().form_invalid(form)
        return response


class ReauthenticateByPasskeyView(ReauthenticateWebAuthnView):  # type: ignore[misc]
    """A passkey."""

    http_method_names = ("get", "head", "post")

    def form_invalid(self, form: Any) -> HttpResponse:
        """The same page, with the reason."""
        failed_attempts.log_failed_attempt("prove", "")
        context = self.get_context_data(form=form)
        said = next(iter(form.errors.get("credential", [])), "")
        return render(self.request, self.template_name, {**context, "passkey_error": said})
