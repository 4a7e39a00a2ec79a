# SPDX-License-Identifier: EUPL-1.2
"""What production refuses to start with, also as a system check."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.exceptions import ImproperlyConfigured

from samvern.web.environment import SECRET_KEY_LENGTH

DEMO_KEY_PREFIX = "demo-"
DISTINCT_CHARACTERS = 10


def _reasons() -> Iterator[tuple[str, str]]:
    key = settings.SECRET_KEY
    if key.startswith(DEMO_KEY_PREFIX):
        yield "samvern.E001", "SAMVERN_SECRET_KEY is a demonstration key; make a key of your own"
    elif len(key) < SECRET_KEY_LENGTH or len(set(key)) < DISTINCT_CHARACTERS:
        yield "samvern.E002", f"SAMVERN_SECRET_KEY needs {SECRET_KEY_LENGTH} random characters"
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        yield "samvern.E003", "SAMVERN_HOSTS must name the hosts served, without *"
    if settings.DEBUG:
        yield "samvern.E004", "DEBUG is on; it shows visitors' answers on error pages"


@register(Tags.security)
def check_production(app_configs: Any = None, **kwargs: Any) -> list[Error]:
    """System check: the refusals that apply, none outside production."""
    if not settings.PRODUCTION:
        return []
    return [Error(text, id=code) for code, text in _reasons()]


def refuse_unsafe_production() -> None:
    """Stop a server that was started past the system checks.

    Raises:
        ImproperlyConfigured: production with an unsafe key, host or debug setting.
    """
    if refusals := check_production():
        raise ImproperlyConfigured("; ".join(str(refusal.msg) for refusal in refusals))
