# SPDX-License-Identifier: EUPL-1.2
"""Where ``draft.js`` sends what is typed."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from samvern.access.actor import Request
from samvern.access.decorators import workspace_view
from samvern.access.errors import Rejected
from samvern.access.roles import PEOPLE
from samvern.cases.drafts.domain import discard_draft, save_draft


@workspace_view(PEOPLE, methods=("POST",))
def draft(request: Request, key: str) -> HttpResponseBase:
    """Keep what was typed; or with ``discard``, forget it and go back to the form."""
    if "discard" in request.POST:
        discard_draft(actor=request.actor, key=key)
        return redirect(_back(request))
    try:
        save_draft(actor=request.actor, key=key, typed=dict(request.POST.lists()))
    except Rejected:
        return HttpResponse(status=413)
    return HttpResponse(status=204)


def _back(request: Request) -> str:
    wanted: str = request.POST.get("back", "")
    local = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if local and wanted.startswith("/") else "workspace:home"
