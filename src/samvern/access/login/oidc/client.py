# SPDX-License-Identifier: EUPL-1.2
"""What we send the provider."""

import base64
import hashlib
import secrets
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from joserfc import jwt
from joserfc.jwk import RSAKey

from samvern.access.login.oidc.errors import ProviderRefused
from samvern.access.login.oidc.provider import Provider, fetch
from samvern.access.login.oidc.tokens import Expected, Identity, validate_id_token

ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
ASSERTION_SECONDS = 60


@dataclass(frozen=True)
class Client:
    """We, as the provider knows us."""

    provider: Provider
    id: str
    key: RSAKey
    levels: tuple[str, ...]
    """The levels (``acr``) accepted."""
    asked: str
    """The level asked for."""
    subject: str
    scope: str


@dataclass(frozen=True)
class AuthorizationRequest:
    """What a sign-in that is under way must be recognised by when the browser comes back."""

    state: str
    nonce: str
    verifier: str
    back: str
    """The address the browser is sent back to."""


def push_authorization_request(
    client: Client, back: str, language: str
) -> tuple[str, AuthorizationRequest]:
    """Announce a sign-in to the provider: where to send the browser, and what to remember.

    Raises:
        ProviderUnreachable, ProviderRefused: the provider does not take it.
    """
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    answer = _post_signed(
        client,
        "pushed_authorization_request_endpoint",
        response_type="code",
        redirect_uri=back,
        scope=client.scope,
        state=state,
        nonce=nonce,
        code_challenge=_code_challenge(verifier),
        code_challenge_method="S256",
        acr_values=client.asked,
        ui_locales=language,
        prompt="login",
    )
    words = {"client_id": client.id, "request_uri": str(answer.get("request_uri", ""))}
    if not words["request_uri"]:
        raise ProviderRefused("pushed request: no request_uri")
    door = client.provider.door("authorization_endpoint")
    return f"{door}?{urlencode(words)}", AuthorizationRequest(state, nonce, verifier, back)


def exchange_code(client: Client, ticket: AuthorizationRequest, code: str) -> tuple[Identity, str]:
    """Change a code for an identity; also the ID token, which logging out there needs.

    Raises:
        ProviderUnreachable, ProviderRefused: the provider gives none, or one that does not hold.
    """
    answer = _post_signed(
        client,
        "token_endpoint",
        grant_type="authorization_code",
        code=code,
        redirect_uri=ticket.back,
        code_verifier=ticket.verifier,
    )
    if str(answer.get("token_type", "")).lower() != "bearer":
        raise ProviderRefused("token_type")
    token: str = answer.get("id_token", "")
    expected = Expected(client.id, ticket.nonce, time.time(), client.levels, client.subject)
    return validate_id_token(token, client.provider, expected), token


def end_session_url(client: Client, id_token: str, back: str) -> str:
    """Where the browser ends the provider's own session; empty if no such door is known."""
    door = client.provider.known_door("end_session_endpoint")
    words = {"id_token_hint": id_token, "post_logout_redirect_uri": back}
    return f"{door}?{urlencode(words)}" if door and id_token else ""


def _post_signed(client: Client, door: str, **words: str) -> dict[str, Any]:
    signed = {"client_id": client.id, "client_assertion_type": ASSERTION}
    address = client.provider.door(door)
    return fetch(address, {**words, **signed, "client_assertion": _client_assertion(client)})


def _client_assertion(client: Client) -> str:
    """A proof that we hold our key, good for one minute and this provider alone (RFC 7523)."""
    now = int(time.time())
    claims = {
        "iss": client.id,
        "sub": client.id,
        "aud": client.provider.issuer,
        "iat": now,
        "exp": now + ASSERTION_SECONDS,
        "jti": secrets.token_urlsafe(16),
    }
    kid = client.key.kid or client.key.thumbprint()
    return jwt.encode({"alg": "RS256", "kid": kid}, claims, client.key, algorithms=["RS256"])


def _code_challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
