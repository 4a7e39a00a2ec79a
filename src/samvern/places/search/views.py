# SPDX-License-Identifier: EUPL-1.2
"""Searching for a place, holding a room, going on the waiting list; the provider's own below."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.unit_of_work import log_read
from samvern.cases.core.form_helpers import attempt
from samvern.cases.core.models import Case, Person
from samvern.cases.core.selectors import get_case_record, get_working_case, person_names
from samvern.common.numbers import whole_number
from samvern.places.bookings.domain import HOURS, hold_room
from samvern.places.bookings.selectors import answer_list
from samvern.places.inventory.domain import own_places
from samvern.places.matching.needs import known_needs
from samvern.places.matching.search import regions, search_places
from samvern.places.presentation import booking_table, hindered, offer_shown, place_table
from samvern.places.search import forms
from samvern.places.waiting_list.domain import start_waiting

BUTTONS = ("room", "wait", "hours", "csrfmiddlewaretoken")


@workspace_view(methods=WRITE)
def places(request: Request) -> HttpResponseBase:
    """Ask for a place, and see what fits. What is asked is sent, never written in an address.

    ``?case=`` names the case it is for; without one a search only shows what there is.
    """
    actor = request.actor
    case = _case(request)
    names = person_names(case) if case else {}
    form = forms.PlaceSearchForm(
        request.POST or None,
        people=names.items(),
        regions=regions(),
        initial=forms.first_needs(_known(case, names)),
    )
    context: dict[str, Any] = {"form": form, "case": case, "hold_hours": forms.HOURS}
    status = 200
    if request.method == "POST" and form.is_valid():
        if answer := _act(request, case, form):
            return answer
        context |= _found(request, case, form)
        status = 409 if form.errors else 200
    elif form.is_bound:
        status = 400
    own = own_places(actor)
    waiting = answer_list(actor) if own else []
    log_read("places.see", rows=len(waiting))
    context |= {
        "own": place_table(own),
        "has_own": bool(own),
        "asked_of_us": booking_table(waiting),
    }
    return render(request, "places/places.html", context, status=status)


def _act(
    request: Request, case: Case | None, form: forms.PlaceSearchForm
) -> HttpResponseBase | None:
    """Hold or wait, when a button says so; None when nothing was asked or it was refused."""
    if case is None or not {"room", "wait"} & set(request.POST):
        return None
    # A refusal leaves what was found on the page, which FormPage, made to save and go on, does not.
    person = get_case_record(Person, case.pk, form.cleaned_data["person"])
    about: dict[str, Any] = {"case": case, "person": person, "needs": form.needs()}
    if "wait" in request.POST:
        waits = attempt(form, partial(start_waiting, actor=request.actor, **about))
        return redirect("workspace:waiting") if waits else None
    room, hours, asks = _uuid(request.POST["room"]), _hours(request), _asks(request)
    hold = partial(hold_room, actor=request.actor, room_id=room, hours=hours, asks=asks, **about)
    booking = attempt(form, hold)
    return redirect("workspace:booking", booking_id=booking.pk) if booking else None


def _found(request: Request, case: Case | None, form: forms.PlaceSearchForm) -> dict[str, Any]:
    search = search_places(
        actor=request.actor, needs=form.needs(), case_id=case.pk if case else None
    )
    sent = [
        (name, value)
        for name in form.fields
        if name not in BUTTONS
        for value in request.POST.getlist(name)
    ]
    return {
        "search": search,
        "offers": [offer_shown(offer) for offer in search.offers],
        "hindered": hindered(search),
        "sent": sent,
    }


def _case(request: Request) -> Case | None:
    given = request.GET.get("case", "")
    return get_working_case(request.actor, _uuid(given)) if given else None


def _known(case: Case | None, names: dict[UUID, str]) -> dict[str, Any]:
    if case is None or not names:
        return {}
    person = get_case_record(Person, case.pk, next(iter(names)))
    return {"person": str(person.pk), **known_needs(case, person)}


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound("room") from None


def _hours(request: Request) -> int:
    hours = whole_number(request.POST.get("hours", ""), 3)
    return HOURS if hours is None else hours


def _asks(request: Request) -> list[str]:
    from samvern.places.labels import ASKS

    room = request.POST["room"]
    return [name for name in request.POST.getlist(f"asks-{room}") if name in ASKS]
