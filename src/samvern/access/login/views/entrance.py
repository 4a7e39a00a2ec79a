# SPDX-License-Identifier: EUPL-1.2
"""The way in: login name and password, or a passkey, then the second factor."""

from typing import Any

from allauth.account.views import LoginView, LogoutView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from samvern.access.login import opening, trail
from samvern.access.login.cast import shown_code
from samvern.access.login.forms import EnterByPasskey, SignIn
from samvern.access.login.oidc.settings import provider_exit


class SignInView(LoginView):  # type: ignore[misc]
    """Login name and password; from here also passkey and provider."""

    http_method_names = ("get", "head", "post")

    def get_authenticated_redirect_url(self) -> str:
        """Who is signed in but cannot act chooses for whom: any way back would lead here."""
        if getattr(self.request, "actor", None) is None:
            return opening.next_address(self.request, choose=True)
        return str(super().get_authenticated_redirect_url())

    def form_invalid(self, form: Any) -> HttpResponse:
        """The same page, the same for every reason."""
        trail.refused("password", self.request.POST.get("login", ""))
        response: HttpResponse = super().form_invalid(form)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the ways in that this installation has."""
        return {**super().get_context_data(**kwargs), **ways()}


class PasskeyView(LoginWebAuthnView):  # type: ignore[misc]
    """A passkey alone. A GET by the page's script asks for a challenge."""

    http_method_names = ("get", "post")

    def form_invalid(self, form: EnterByPasskey) -> HttpResponse:
        """Back to the first page, with the reason."""
        trail.refused("passkey", "")
        first = SignIn(request=self.request)
        said = next(iter(form.errors.get("credential", [])), "")
        context = {"form": first, "passkey_error": said, **ways()}
        return render(self.request, "account/login.html", context)


class SecondFactorView(AuthenticateView):  # type: ignore[misc]
    """A code, or a passkey."""

    http_method_names = ("get", "head", "post")

    def form_invalid(self, form: Any) -> HttpResponse:
        """The same page, with the reason."""
        trail.refused("second", self.stage.login.user.login)
        response: HttpResponse = super().form_invalid(form)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the passkeys only if she has any."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        asked, user = context["js_data"]["request_options"]["publicKey"], self.stage.login.user
        has_passkey = bool(asked.get("allowCredentials"))
        return {**context, "has_passkey": has_passkey, "phone": shown_code(user)}


class SignOutView(LogoutView):  # type: ignore[misc]
    """A button; a link could be followed by mistake."""

    http_method_names = ("get", "head", "post")

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Out; and, for who came through a provider, an offer to end its session too."""
        leave = provider_exit(self.request)
        response: HttpResponse = super().post(*args, **kwargs)
        if leave:
            self.request.session["leave"] = leave
        return response


def ways() -> dict[str, Any]:
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
