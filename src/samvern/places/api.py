# SPDX-License-Identifier: EUPL-1.2
"""Places for API clients of an organisation: search, hold, answer, end; by the pages’ functions."""

from django.http import HttpRequest
from ninja import Router

from samvern.access.actor import Actor

router = Router(tags=["places"])


def _actor(request: HttpRequest) -> Actor:
    found: Actor = request.actor  # type: ignore[attr-defined]
    return found
