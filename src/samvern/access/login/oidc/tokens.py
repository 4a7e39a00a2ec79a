# SPDX-License-Identifier: EUPL-1.2
"""Judging the provider's tokens: what is not expected is refused (OpenID Connect Core 3.1.3.7)."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from joserfc import jws, jwt
from joserfc.errors import JoseError

from samvern.access.login.oidc.errors import ProviderRefused
from samvern.access.login.oidc.provider import Provider

Claims = Mapping[str, Any]

SKEW = 10
"""Seconds two clocks may differ."""
LONGEST = 3600
"""Seconds from issue within which a token must end."""
MOST_CHARACTERS = 16_384
HEADERS = frozenset({"alg", "kid", "typ", "x5t", "x5t#S256"})
LOGOUT = "http://schemas.openid.net/event/backchannel-logout"


@dataclass(frozen=True)
class Expected:
    """What the token of this sign-in must say."""

    client: str
    nonce: str
    now: float
    levels: tuple[str, ...]
    """The ``acr`` values that will do."""
    subject: str = "sub"
    """The claim that names the person: ``pid`` at ID-porten."""
    longest_since: int = 300
    """Seconds since the person was last authenticated (``auth_time``)."""


@dataclass(frozen=True)
class Identity:
    """Whom the provider vouches for, and how."""

    issuer: str
    subject: str
    level: str
    methods: tuple[str, ...]
    at: int
    """When the person was authenticated, in seconds since 1970."""
    session: str
    """The provider's name for its session, by which it asks us to log out."""


def validate_id_token(token: str, provider: Provider, expected: Expected) -> Identity:
    """The identity in an ID token that is whole, ours, fresh and strong enough.

    Raises:
        ProviderRefused: it is not; the text says which rule failed.
        ProviderUnreachable: the provider's keys cannot be fetched.
    """
    claims = _opened(token, provider)
    _check_parties(claims, provider, expected.client)
    _check_times(claims, expected.now)
    if not _same(claims.get("nonce"), expected.nonce):
        raise ProviderRefused("nonce")
    if _text(claims, "acr") not in expected.levels:
        raise ProviderRefused("acr: too low")
    at = _number(claims, "auth_time")
    if not expected.now - expected.longest_since - SKEW <= at <= expected.now + SKEW:
        raise ProviderRefused("auth_time")
    methods = claims.get("amr", [])
    if not isinstance(methods, list) or not all(isinstance(each, str) for each in methods):
        raise ProviderRefused("amr")
    _text(claims, "sub")
    return Identity(
        issuer=provider.issuer,
        subject=_text(claims, expected.subject),
        level=claims["acr"],
        methods=tuple(methods),
        at=at,
        session=_text(claims, "sid") if "sid" in claims else "",
    )


def validate_logout_token(
    token: str, provider: Provider, client: str, now: float
) -> tuple[str, str]:
    """The provider's session and the token's own name (``jti``), of a call to log somebody out.

    Raises:
        ProviderRefused: it is no logout token for us (Back-Channel Logout 1.0 § 2.6).
    """
    claims = _opened(token, provider, kinds=("JWT", "logout+jwt"))
    _check_parties(claims, provider, client)
    _check_times(claims, now)
    events = claims.get("events")
    if not isinstance(events, dict) or events.get(LOGOUT) != {}:
        raise ProviderRefused("events")
    if "nonce" in claims:
        raise ProviderRefused("nonce: none may be in a logout token")
    return _text(claims, "sid"), _text(claims, "jti")


def _opened(token: str, provider: Provider, kinds: tuple[str, ...] = ("JWT",)) -> Claims:
    if not isinstance(token, str) or not token.isascii() or len(token) > MOST_CHARACTERS:
        raise ProviderRefused("form")
    try:
        header = jws.extract_compact(token.encode()).headers()
    except (JoseError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ProviderRefused("form") from error
    if header.get("alg") != "RS256":
        raise ProviderRefused("alg")
    if not HEADERS.issuperset(header) or header.get("typ", kinds[0]) not in kinds:
        raise ProviderRefused("header")
    if not isinstance(header.get("kid"), str):
        raise ProviderRefused("kid: none")
    try:
        read: Claims = jwt.decode(token, provider.key(header["kid"]), algorithms=["RS256"]).claims
    except (JoseError, ValueError, TypeError, RecursionError) as error:
        raise ProviderRefused("signature") from error
    return read


def _check_parties(claims: Claims, provider: Provider, client: str) -> None:
    if claims.get("iss") != provider.issuer:
        raise ProviderRefused("iss")
    if claims.get("aud") not in (client, [client]):
        raise ProviderRefused("aud: not us alone")
    if "azp" in claims and claims["azp"] != client:
        raise ProviderRefused("azp")


def _check_times(claims: Claims, now: float) -> None:
    issued, ends = _number(claims, "iat"), _number(claims, "exp")
    if not now - LONGEST <= issued <= now + SKEW:
        raise ProviderRefused("iat")
    if not now - SKEW < ends <= issued + LONGEST:
        raise ProviderRefused("exp")
    if "nbf" in claims and _number(claims, "nbf") > now + SKEW:
        raise ProviderRefused("nbf")


def _text(claims: Claims, name: str) -> str:
    value = claims.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= 255:
        raise ProviderRefused(name)
    return value


def _number(claims: Claims, name: str) -> int:
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise ProviderRefused(name)
    return value


def _same(value: Any, expected: str) -> bool:
    return isinstance(value, str) and hmac.compare_digest(value.encode(), expected.encode())
