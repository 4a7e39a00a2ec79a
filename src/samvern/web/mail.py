# SPDX-License-Identifier: EUPL-1.2
"""Django's settings for letters, from one address of a server."""

from typing import Any
from urllib.parse import unquote, urlsplit

from samvern.web.environment import SettingError

PATIENCE = 10
PORTS = {"smtp": 587, "smtps": 465}


def mail_settings(url: str, sender: str) -> dict[str, Any]:
    """Settings for the server; without one letters go nowhere.

    ``smtp`` asks for STARTTLS, except of this machine itself; ``smtps`` is TLS from the start.

    Raises:
        SettingError: it is no address of a mail server; it is not repeated, as it holds a password.
    """
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise SettingError("SAMVERN_SMTP must look like smtp://user:password@host:587")
    here = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and not here,
        "EMAIL_TIMEOUT": PATIENCE,
        "DEFAULT_FROM_EMAIL": sender,
    }
