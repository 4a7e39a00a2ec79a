# SPDX-License-Identifier: EUPL-1.2
"""The provider of this installation, from its settings."""

from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from joserfc.jwk import RSAKey

from samvern.access.login.assurance_levels import LEVELS, is_strong
from samvern.access.login.membership import SIGN_IN_METHOD
from samvern.access.login.oidc.client import Client, end_session_url
from samvern.access.login.oidc.provider import Provider

ID_TOKEN = "id_token"  # noqa: S105  # a name, not a token
"""In the session: the provider's token, which it asks for when somebody leaves."""
NAMES = {"idporten.no": "ID-porten", "ansattporten.no": "Ansattporten"}
"""Names people know, by the end of the issuer's host."""


def configured_client() -> Client | None:
    """We, as the provider knows us; None where no provider is set."""
    if not settings.OIDC_ISSUER:
        return None
    return _client(settings.OIDC_ISSUER, settings.OIDC_CLIENT, settings.OIDC_KEY_FILE)


@lru_cache(maxsize=2)
def _client(issuer: str, name: str, key_file: Path) -> Client:
    known = sorted(settings.OIDC_LEVELS, key=lambda level: LEVELS.get(level, 0))
    levels = tuple(level for level in known if is_strong(level))
    return Client(
        provider=Provider(issuer),
        id=name,
        key=RSAKey.import_key(key_file.read_text()),
        levels=levels,
        asked=levels[-1 if settings.OIDC_CASEWORK == "high" else 0],
        subject=settings.OIDC_SUBJECT,
        scope=settings.OIDC_SCOPE,
    )


def provider_name() -> str:
    """What people call the provider; empty where there is none."""
    host = urlsplit(settings.OIDC_ISSUER).hostname or ""
    known = (name for end, name in NAMES.items() if host == end or host.endswith(f".{end}"))
    return next(known, host)


def provider_sign_out_url(request: HttpRequest) -> str:
    """Where somebody who came through the provider can end its session; else empty."""
    known, id_token = configured_client(), request.session.get(ID_TOKEN, "")
    if known is None or not id_token:
        return ""
    return end_session_url(known, id_token, request.build_absolute_uri(reverse("login_ended")))


def is_provider_in_use(request: HttpRequest) -> bool:
    """Whether this session rests on the provider's word."""
    return (
        bool(settings.OIDC_ISSUER) and request.session.get(SIGN_IN_METHOD) in settings.OIDC_LEVELS
    )
