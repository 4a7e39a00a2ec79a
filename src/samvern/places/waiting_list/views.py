# SPDX-License-Identifier: EUPL-1.2
"""The places of one case, and the waiting list."""

from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from samvern.access.actor import Request
from samvern.access.decorators import workspace_view
from samvern.access.errors import NotFound
from samvern.access.unit_of_work import log_read
from samvern.cases.core.models import Case
from samvern.cases.core.selectors import get_case, person_names
from samvern.cases.pages.rendering import case_page
from samvern.places.matching.search import place_cards
from samvern.places.models import Booking
from samvern.places.presentation import case_table, kind_name, region_name
from samvern.places.waiting_list.domain import (
    QueuePosition,
    end_waiting,
    get_waiting,
    own_queue_positions,
)
from samvern.places.workflow import WAITING


@workspace_view()
def case_places(request: Request, case_id: UUID) -> HttpResponseBase:
    """Rooms that are and were held for the people of a case, and what they wait for."""
    case = get_case(request.actor, case_id)
    if not _is_own(request, case):
        raise NotFound("case", case_id)
    rows = list(Booking.objects.filter(case_id=case.pk))
    who = person_names(case)
    line = own_queue_positions(request.actor, case)
    log_read("case_places.see", case=case.pk, rows=len(rows) + len(line))
    context = {
        "bookings": case_table(rows, place_cards({row.place_id for row in rows}), who),
        "line": [_shown(each, who.get(each.row.person_id, "")) for each in line],
    }
    return case_page(request, case, "places/case_places.html", context)


@workspace_view()
def waiting(request: Request) -> HttpResponseBase:
    """Those of the actor's cases who wait, each with her place in the line of all."""
    line = own_queue_positions(request.actor)
    references = dict(
        Case.objects.filter(pk__in={each.row.case_id for each in line}).values_list(
            "pk", "reference"
        )
    )
    log_read("waiting.see", rows=len(line))
    shown = [_shown(each, references.get(each.row.case_id, "")) for each in line]
    return render(request, "places/waiting.html", {"line": shown})


@workspace_view(methods=("POST",))
def waiting_end(request: Request, waiting_id: UUID) -> HttpResponseBase:
    """Take somebody off the list."""
    row = get_waiting(request.actor, waiting_id)
    move = request.POST.get("move", "")
    if move not in {each.name for each in WAITING.transitions}:
        raise NotFound("waiting", waiting_id)
    end_waiting(actor=request.actor, waiting=row, move=move)
    if request.POST.get("from") == "case":
        return redirect("workspace:case_places", case_id=row.case_id)
    return redirect("workspace:waiting")


def _is_own(request: Request, case: Case) -> bool:
    from samvern.cases.core.selectors import has_emergency_access

    same = case.organisation_id == request.actor.organisation_id
    return same or has_emergency_access(request.actor, case)


def _shown(each: QueuePosition, who: str) -> dict[str, Any]:
    row = each.row
    return {
        "row": row,
        "who": who,
        "what": f"{kind_name(row.kind)}, {region_name(row.region)}",
        "position": each.position,
        "waiting": each.waiting,
        "danger": row.urgency < 2,
        "child": row.urgency in (0, 2),
    }
