# SPDX-License-Identifier: EUPL-1.2
"""What is asked of the provider is asked before the transaction of a page begins.

A provider that is slow would else hold a connection of the database for as long. The view finds
the answer, or the reason why there is none, on the request.
"""

import time
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import constant_time_compare

from samvern.access.login.oidc import client as oidc_client
from samvern.access.login.oidc import flow_cookie
from samvern.access.login.oidc.client import Client
from samvern.access.login.oidc.errors import ProviderRefused, ProviderUnreachable
from samvern.access.login.oidc.settings import configured_client
from samvern.access.login.oidc.tokens import validate_logout_token
from samvern.common.addresses import addresses_by_language

Next = Callable[[HttpRequest], HttpResponseBase]
Call = Callable[[HttpRequest, Client], Any]
PURPOSES = ("enter", "link", "prove")


class ProviderCalls:
    """Asks the provider for the few pages that need it."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Leave the answer in ``request.provider_says``, and how long it took in ``waited``."""
        call = _calls().get((request.method or "", request.path_info))
        if call and (known := configured_client()):
            began = time.monotonic()
            try:
                request.provider_says = call(request, known)  # type: ignore[attr-defined]
            except (ProviderRefused, ProviderUnreachable) as error:
                request.provider_says = error  # type: ignore[attr-defined]
            request.waited = time.monotonic() - began  # type: ignore[attr-defined]
        return self.get_response(request)


def provider_answer(request: HttpRequest) -> Any:
    """What the provider answered for this request.

    Raises:
        ProviderRefused, ProviderUnreachable: it answered nothing that may be used.
    """
    found = getattr(request, "provider_says", ProviderRefused("no provider"))
    if isinstance(found, Exception):
        raise found
    return found


@cache
def _calls() -> Mapping[tuple[str, str], Call]:
    wanted: tuple[tuple[str, str, Call], ...] = (
        ("GET", "login_provider", announce),
        ("GET", "login_provider_back", fetch_identity),
        ("POST", "login_provider_logout", read_logout_token),
        ("POST", "account_logout", look_for_doors),
    )
    return {
        (method, path): call
        for method, name, call in wanted
        for path in addresses_by_language(name).values()
    }


def announce(request: HttpRequest, known: Client) -> Any:
    """Where to send the browser, and what to remember of it; None for a purpose there is not."""
    if request.GET.get("purpose", "enter") not in PURPOSES:
        return None
    with translation.override(settings.LANGUAGE_CODE):  # the one address the provider knows
        back = request.build_absolute_uri(reverse("login_provider_back"))
    language = translation.get_language() or settings.LANGUAGE_CODE
    return oidc_client.push_authorization_request(known, back, language)


def fetch_identity(request: HttpRequest, known: Client) -> Any:
    """Who came back from the provider, with the way there and the token."""
    under_way = flow_cookie.read_flow_cookie(request)
    if under_way.identity is not None:
        raise ProviderRefused("flow: not waiting for anybody")
    if not constant_time_compare(request.GET.get("state", ""), under_way.ticket.state):
        raise ProviderRefused("state")
    if "iss" in request.GET and request.GET["iss"] != known.provider.issuer:
        raise ProviderRefused("iss: of the answer (RFC 9207)")
    if "error" in request.GET or not request.GET.get("code"):
        raise ProviderRefused("the provider gave no code")
    identity, id_token = oidc_client.exchange_code(known, under_way.ticket, request.GET["code"])
    return under_way.learned(identity, id_token)


def read_logout_token(request: HttpRequest, known: Client) -> Any:
    """The session that is over, and the name of the token that says so."""
    token = request.POST.get("logout_token", "")
    return validate_logout_token(token, known.provider, known.id, time.time())


def look_for_doors(request: HttpRequest, known: Client) -> None:
    """Learn where the provider's own session ends, for whoever signs out here."""
    known.provider.door("end_session_endpoint")
