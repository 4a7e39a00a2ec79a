# SPDX-License-Identifier: EUPL-1.2
"""A sign-in that is under way at the provider, kept in the browser and sealed.

The cookie of the session is ``SameSite=Strict``: it does not come along when the provider sends the
browser back. So this one, ``Lax`` and for ten minutes, carries what must be recognised, and then
what was learned, over to a page of ours; from there on the session is there.
"""

import base64
import json
import time
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from samvern.access.login.oidc.client import AuthorizationRequest
from samvern.access.login.oidc.errors import ProviderRefused
from samvern.access.login.oidc.tokens import Identity
from samvern.access.purpose_keys import server_key
from samvern.common.sealed_box import UnsealError, seal, unseal

SECONDS = 600
MOST_CHARACTERS = 3800
"""Browsers throw away a cookie of more than 4096 bytes, name and attributes included."""
PURPOSE = b"oidc"


@dataclass(frozen=True)
class Flow:
    """One way there and back."""

    ticket: AuthorizationRequest
    purpose: str
    """Why: ``enter``, ``link`` the identity to who is signed in, or ``prove`` it is still she."""
    then: str
    """The address afterwards."""
    language: str
    started: float
    identity: Identity | None = None
    id_token: str = ""

    def learned(self, identity: Identity, id_token: str) -> "Flow":
        """The same with what the provider said."""
        return replace(self, identity=identity, id_token=id_token)


def cookie_name() -> str:
    """The cookie's name; bound to the host where there is HTTPS."""
    return "__Host-flow" if settings.PRODUCTION else "flow"


def set_flow_cookie(response: HttpResponse, flow: Flow) -> HttpResponse:
    """Put it in the browser."""
    sealed = _sealed(flow)
    if len(sealed) > MOST_CHARACTERS:  # without the token, leaving at the provider is by hand
        sealed = _sealed(replace(flow, id_token=""))
    response.set_cookie(
        cookie_name(),
        sealed,
        max_age=SECONDS,
        secure=settings.PRODUCTION,
        httponly=True,
        samesite="Lax",
    )
    return response


def _sealed(flow: Flow) -> str:
    content = json.dumps(asdict(flow), separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(seal(server_key("oidc"), content, PURPOSE)).decode()


def delete_flow_cookie(response: HttpResponse) -> HttpResponse:
    """Take it back."""
    response.delete_cookie(cookie_name(), samesite="Lax")
    return response


def read_flow_cookie(request: HttpRequest) -> Flow:
    """What this browser has under way.

    Raises:
        ProviderRefused: nothing, something that is not ours, or it took too long.
    """
    try:
        sealed = base64.urlsafe_b64decode(request.COOKIES.get(cookie_name(), ""))
        found: dict[str, Any] = json.loads(unseal(server_key("oidc"), sealed, PURPOSE))
    except (UnsealError, ValueError) as error:
        raise ProviderRefused("flow: none in this browser") from error
    if not 0 <= time.time() - found["started"] <= SECONDS:
        raise ProviderRefused("flow: it took too long")
    identity = found.pop("identity")
    return Flow(
        **{**found, "ticket": AuthorizationRequest(**found["ticket"])},
        identity=Identity(**{**identity, "methods": tuple(identity["methods"])})
        if identity
        else None,
    )
