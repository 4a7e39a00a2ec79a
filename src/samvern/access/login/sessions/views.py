# SPDX-License-Identifier: EUPL-1.2
"""How long a session lasts, for the page's script. Asking does not prolong it; a POST does."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.http import require_http_methods


@require_http_methods(("GET", "POST"))
def clock(request: HttpRequest) -> JsonResponse:
    """Seconds left unused (``idle``), in all (``total``) and the lesser; 401 for nobody."""
    if getattr(request, "actor", None) is None:
        return JsonResponse({"seconds": 0, "idle": 0, "total": 0}, status=401)
    visit: Any = request.session
    idle, total = visit.idle_seconds, visit.total_seconds
    return JsonResponse({"seconds": min(idle, total), "idle": idle, "total": total})


clock.rule = (frozenset[str](), frozenset(("GET", "POST")), False)  # type: ignore[attr-defined]
urlpatterns = [path("session", clock, name="session")]
