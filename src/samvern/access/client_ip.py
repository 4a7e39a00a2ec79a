# SPDX-License-Identifier: EUPL-1.2
"""From where a request comes, to count tries by."""

from django.conf import settings
from django.http import HttpRequest


def client_ip(request: HttpRequest) -> str:
    """The address of whoever asks, or of the last before our own proxy."""
    # In production a proxy of ours adds the last address; what comes before it can be made up.
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.PRODUCTION else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
