# SPDX-License-Identifier: EUPL-1.2
"""The provider: where its doors are, and the keys it signs with."""

import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from functools import lru_cache
from http import HTTPStatus
from http.client import HTTPException
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from samvern.access.login.oidc.breaker import SECONDS, Breaker, ProviderSilent
from samvern.access.login.oidc.errors import ProviderRefused, ProviderUnreachable

MOST_BYTES = 256 * 1024
DISCOVERY_SECONDS = 3600.0
KEYS_PAUSE = 30.0
"""Least time between two fetches of the keys: forged key names must not make us hammer."""
FEWEST_BITS = 2048
ENDPOINTS = (
    "authorization_endpoint",
    "token_endpoint",
    "jwks_uri",
    "pushed_authorization_request_endpoint",
)
Json = dict[str, Any]


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """No request of ours follows a redirect: it would carry an assertion to another host."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        """Answer None, which makes the redirect an error."""
        return


_opener = urllib.request.build_opener(_NoRedirect)


@dataclass
class Provider:
    """One issuer and what it publishes about itself, fetched when needed."""

    issuer: str
    _doors: Json = field(default_factory=dict, repr=False)
    _doors_at: float = -DISCOVERY_SECONDS
    _keys: dict[str, RSAKey] = field(default_factory=dict, repr=False)
    _keys_at: float = -KEYS_PAUSE

    def known_door(self, name: str) -> str:
        """The address of an endpoint as it was last told; empty if nothing was. Asks nobody."""
        address: str = self._doors.get(name, "")
        return address

    def door(self, name: str) -> str:
        """The address of an endpoint.

        Raises:
            ProviderUnreachable: the provider does not answer.
            ProviderRefused: it answers for another issuer, or over an open line.
        """
        if time.monotonic() - self._doors_at >= DISCOVERY_SECONDS:
            self._doors, self._doors_at = self._discover(), time.monotonic()
        address: str = self._doors.get(name, "")
        return address

    def _discover(self) -> Json:
        found = fetch(f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
        if found.get("issuer") != self.issuer:
            raise ProviderRefused("discovery: another issuer answers")
        for name in ENDPOINTS:
            check_address(str(found.get(name, "")), name)
        return found

    def key(self, name: str) -> RSAKey:
        """The signing key of that name, looked for anew if it is not known (rotation).

        Raises:
            ProviderRefused: the provider publishes no such key.
        """
        if name not in self._keys and time.monotonic() - self._keys_at >= KEYS_PAUSE:
            self._keys, self._keys_at = self._fetch_keys(), time.monotonic()
        try:
            return self._keys[name]
        except KeyError:
            raise ProviderRefused("kid: the provider publishes no such key") from None

    def _fetch_keys(self) -> dict[str, RSAKey]:
        listed = fetch(self.door("jwks_uri")).get("keys")
        keys = [each for each in listed if isinstance(each, dict)] if listed else []
        return {str(each["kid"]): key for each in keys if "kid" in each and (key := read_key(each))}


def read_key(jwk: Json) -> RSAKey | None:
    """The key, if it is one for RS256 signatures and large enough; else None."""
    if jwk.get("kty") != "RSA" or jwk.get("use", "sig") != "sig":
        return None
    if jwk.get("alg", "RS256") != "RS256" or "d" in jwk:
        return None
    try:
        key = RSAKey.import_key(jwk)
    except (JoseError, ValueError, TypeError):
        return None
    return key if key.raw_value.key_size >= FEWEST_BITS else None


def check_address(address: str, name: str) -> None:
    """Make sure an address is HTTPS; in demonstration and test, also our own machine.

    Raises:
        ProviderRefused: it is neither.
    """
    parts = urlsplit(address)
    local = not settings.PRODUCTION and parts.hostname in ("localhost", "127.0.0.1")
    if not parts.hostname or not (parts.scheme == "https" or (local and parts.scheme == "http")):
        raise ProviderRefused(f"discovery: {name} is not an https address")


@lru_cache(maxsize=8)
def breaker(host: str) -> Breaker:
    """What stands between this process and a host."""
    return Breaker()


def fetch(address: str, form: dict[str, str] | None = None) -> Json:
    """GET an address, or POST a form to it, and read the JSON object it answers.

    Raises:
        ProviderUnreachable: no answer, an error, a redirect, too much, or no JSON object.
    """
    check_address(address, "endpoint")
    host = urlsplit(address).netloc
    found: Json = breaker(host).ask(lambda: _fetch(address, form))
    return found


def _fetch(address: str, form: dict[str, str] | None) -> Json:
    host = urlsplit(address).hostname
    body = urlencode(form).encode() if form is not None else None
    request = urllib.request.Request(address, body, {"Accept": "application/json"})  # noqa: S310
    try:
        with _opener.open(request, timeout=SECONDS) as answer:
            raw = answer.read(MOST_BYTES + 1)
        read = json.loads(raw) if len(raw) <= MOST_BYTES else None
    except urllib.error.HTTPError as error:
        kind = (
            ProviderSilent
            if error.code >= HTTPStatus.INTERNAL_SERVER_ERROR
            else ProviderUnreachable
        )
        raise kind(f"{host}: status {error.code}") from error
    except (OSError, HTTPException) as error:
        raise ProviderSilent(f"{host}: {type(error).__name__}") from error
    except ValueError as error:
        raise ProviderUnreachable(f"{host}: {type(error).__name__}") from error
    if not isinstance(read, dict):
        raise ProviderUnreachable(f"{host}: no JSON object")
    return read
