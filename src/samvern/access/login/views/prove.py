# SPDX-License-Identifier: EUPL-1.2
"""Showing a second factor once more, before an act that asks for it."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.base.views import ReauthenticateView
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from samvern.access.actor import Request
from samvern.access.login import trail
from samvern.access.login.cast import shown_code
from samvern.access.login.oidc.settings import is_provider_in_use
from samvern.access.roles import PEOPLE
from samvern.access.views import page


@page(PEOPLE)
def prove(request: Request) -> HttpResponse:
    """On to the strongest factor she has, or to the provider she came from."""
    back = {"next": get_next_redirect_url(request)} if get_next_redirect_url(request) else {}
    methods = get_adapter().get_reauthentication_methods(request.user)
    if not methods and is_provider_in_use(request):
        return redirect(f"{reverse('login_provider')}?{urlencode({'purpose': 'prove', **back})}")
    return redirect(f"{methods[0]['url']}?{urlencode(back)}" if methods else "login_stopped")


class ProveByCode(ReauthenticateView):  # type: ignore[misc]
    """A code from an app, or a recovery code."""

    http_method_names = ("get", "head", "post")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what her phone shows, in a demonstration."""
        return {**super().get_context_data(**kwargs), "phone": shown_code(self.request.user)}

    def form_invalid(self, form: Any) -> HttpResponse:
        """The same page, with the reason."""
        trail.refused("prove", "")
        response: HttpResponse = super().form_invalid(form)
        return response


class ProveByKey(ReauthenticateWebAuthnView):  # type: ignore[misc]
    """A passkey."""

    http_method_names = ("get", "head", "post")

    def form_invalid(self, form: Any) -> HttpResponse:
        """The same page, with the reason."""
        trail.refused("prove", "")
        context = self.get_context_data(form=form)
        said = next(iter(form.errors.get("credential", [])), "")
        return render(self.request, self.template_name, {**context, "passkey_error": said})
