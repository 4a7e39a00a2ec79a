# SPDX-License-Identifier: EUPL-1.2
"""The API's description for people; the one for programs is ``/api/openapi.json``."""

from __future__ import annotations

import json
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from samvern.guide import json_requests
from samvern.guide.loaded_pack import EVENT, loaded_pack

EXAMPLE = {"means_seen": ["threats"], "purpose_seen": ["forced_labour"], "already_presumed": False}
LANGUAGE = "en"


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """How to ask, what comes back, and every fact that can be told."""
    facts = [fact for fact in loaded_pack().facts.values() if fact.id != EVENT]
    sent = {
        "facts": {name: value for name, value in EXAMPLE.items() if name in loaded_pack().facts}
    }
    with translation.override(LANGUAGE):
        context = {
            "facts": facts,
            "sent": json.dumps(sent, indent=2),
            "received": _received(json.dumps(sent)),
            "most_people": json_requests.MOST_PEOPLE,
            "most_explained": json_requests.MOST_EXPLAINED,
        }
        response = render(request, "guide/docs.html", context)
    response.headers["Content-Language"] = LANGUAGE
    return response


@lru_cache(maxsize=4)
def _received(sent: str) -> str:
    """The beginning of a real answer, one entry of each list."""
    asked = json_requests.read_body(sent.encode())
    found = json_requests.answer(asked, LANGUAGE, timezone.localdate())
    short = {name: value[:1] if isinstance(value, list) else value for name, value in found.items()}
    short["elements"] = {id: {"value": e["value"]} for id, e in found["elements"].items()}
    kept = ("level", "elements", "duties", "next_questions", "pack")
    return json.dumps({name: short[name] for name in kept}, indent=2, ensure_ascii=False)
