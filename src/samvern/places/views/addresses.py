# SPDX-License-Identifier: EUPL-1.2
"""Where a place is: on a page of its own, a few minutes at a time."""

from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path

from samvern.access.actor import Request
from samvern.access.views import WRITE, page
from samvern.cases.views.attempts import attempt
from samvern.places.domain.addresses import read_address, write_address
from samvern.places.domain.places import get_place
from samvern.places.domain.searching import cards
from samvern.places.forms.rooms import AddressForm
from samvern.places.models import Place


@page(fresh=True)
def place_address(request: Request, place_id: UUID) -> HttpResponseBase:
    """The address, to those it opens to; as absent as any other page to all else."""
    text = read_address(actor=request.actor, place_id=place_id)
    own = Place.objects.filter(pk=place_id, organisation_id=request.actor.organisation_id)
    card = cards({place_id}).get(place_id)
    context = {"place_id": place_id, "card": card, "text": text, "own": own.exists()}
    return render(request, "places/address.html", context)


@page(methods=WRITE, fresh=True)
def place_address_edit(request: Request, place_id: UUID) -> HttpResponseBase:
    """Write the address of an own place."""
    place = get_place(request.actor, place_id)
    text = read_address(actor=request.actor, place_id=place_id)
    form = AddressForm(request.POST or None, initial={"text": text})
    if request.method == "POST" and form.is_valid():
        act = partial(write_address, actor=request.actor, place=place, **form.cleaned_data)
        if attempt(form, lambda: act() or True):
            return redirect("workspace:place_address", place_id=place.pk)
    context = {"place": place, "form": form}
    status = 400 if form.is_bound else 200
    return render(request, "places/address_edit.html", context, status=status)


urlpatterns = [
    path("places/<uuid:place_id>/address", place_address, name="place_address"),
    path("places/<uuid:place_id>/address/edit", place_address_edit, name="place_address_edit"),
]
