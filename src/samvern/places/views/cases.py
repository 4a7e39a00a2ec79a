# SPDX-License-Identifier: EUPL-1.2
"""The places of one case, and the waiting list."""

from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path

from samvern.access.actor import Request
from samvern.access.audit import see
from samvern.access.errors import Absent
from samvern.access.views import page
from samvern.cases.domain.naming import people_named
from samvern.cases.domain.reaching import get_case
from samvern.cases.models import Case
from samvern.cases.views.shell import case_page
from samvern.places.course import WAITING
from samvern.places.domain.joining import end_waiting
from samvern.places.domain.searching import cards
from samvern.places.domain.waiting import InLine, get_waiting, own_line
from samvern.places.models import Booking
from samvern.places.views.showing import case_table, kind_name, region_name


@page()
def case_places(request: Request, case_id: UUID) -> HttpResponseBase:
    """Rooms that are and were held for the people of a case, and what they wait for."""
    case = get_case(request.actor, case_id)
    if not _is_own(request, case):
        raise Absent("case", case_id)
    rows = list(Booking.objects.filter(case_id=case.pk))
    who = people_named(case)
    line = own_line(request.actor, case)
    see("case_places.see", case=case.pk, rows=len(rows) + len(line))
    context = {
        "bookings": case_table(rows, cards({row.place_id for row in rows}), who),
        "line": [_shown(each, who.get(each.row.person_id, "")) for each in line],
    }
    return case_page(request, case, "places/case_places.html", context)


@page()
def waiting(request: Request) -> HttpResponseBase:
    """Those of the actor's cases who wait, each with her place in the line of all."""
    line = own_line(request.actor)
    references = dict(
        Case.objects.filter(pk__in={each.row.case_id for each in line}).values_list(
            "pk", "reference"
        )
    )
    see("waiting.see", rows=len(line))
    shown = [_shown(each, references.get(each.row.case_id, "")) for each in line]
    return render(request, "places/waiting.html", {"line": shown})


@page(methods=("POST",))
def waiting_end(request: Request, waiting_id: UUID) -> HttpResponseBase:
    """Take somebody off the list."""
    row = get_waiting(request.actor, waiting_id)
    move = request.POST.get("move", "")
    if move not in {each.name for each in WAITING.moves}:
        raise Absent("waiting", waiting_id)
    end_waiting(actor=request.actor, waiting=row, move=move)
    if request.POST.get("from") == "case":
        return redirect("workspace:case_places", case_id=row.case_id)
    return redirect("workspace:waiting")


def _is_own(request: Request, case: Case) -> bool:
    from samvern.cases.domain.reaching import is_opened_by_name

    same = case.organisation_id == request.actor.organisation_id
    return same or is_opened_by_name(request.actor, case)


def _shown(each: InLine, who: str) -> dict[str, Any]:
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


urlpatterns = [
    path("cases/<uuid:case_id>/places/", case_places, name="case_places"),
    path("places/waiting/", waiting, name="waiting"),
    path("places/waiting/<uuid:waiting_id>/end", waiting_end, name="waiting_end"),
]
