# SPDX-License-Identifier: EUPL-1.2
"""Who decided what, when, on which rule."""

from uuid import UUID

from django.http.response import HttpResponseBase

from samvern.access.actor import Request
from samvern.access.decorators import workspace_view
from samvern.cases.core.selectors import get_case
from samvern.cases.pages.rendering import case_page
from samvern.cases.timeline import read_timeline

EVERYTHING = "all"


@workspace_view()
def timeline(request: Request, case_id: UUID) -> HttpResponseBase:
    """Decisions in the case; ``?show=all`` is everything that was done in it."""
    case = get_case(request.actor, case_id)
    everything = request.GET.get("show") == EVERYTHING
    before = request.GET.get("page", "")
    found = read_timeline(case=case, everything=everything, before=before)
    own = case.organisation_id == request.actor.organisation_id
    context = {"timeline": found, "everything": everything, "own": own}
    return case_page(request, case, "workspace/timeline_page.html", context)
