# SPDX-License-Identifier: EUPL-1.2
"""The places a provider keeps: what they are for and whom they admit."""

from typing import Any
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, ReauthenticationRequired, Rejected
from samvern.access.optimistic_locking import update_versioned
from samvern.access.quotas import ask_counted
from samvern.access.unit_of_work import log_act, log_read
from samvern.identity.sealing import create_key, open_field, seal_fields
from samvern.places.models import Place, PlaceAddress


def own_places(actor: Actor) -> list[Place]:
    """Those the actor's house keeps and she works with, by name."""
    return list(Place.objects.filter(organisation_id=actor.organisation_id).select_related("unit"))


def get_place(actor: Actor, id: UUID) -> Place:
    """A place of the actor's own house.

    Raises:
        NotFound: there is none for her.
    """
    found = Place.objects.filter(pk=id, organisation_id=actor.organisation_id).first()
    if found is None or not actor.works_with_cases:
        raise NotFound("place", id)
    return found


def add_place(*, actor: Actor, notes: str = "", **values: Any) -> Place:
    """Begin to keep a place; rooms and address come after.

    Raises:
        Rejected: the limits of age contradict each other, or its unit is not the actor's.
    """
    _check(values)
    if actor.unit_id and values.get("unit_id") not in (None, "", actor.unit_id):
        raise Rejected(_("Choose your own unit, or none: then all in your organisation keep it."))
    place = Place(organisation_id=actor.organisation_id, created_by_id=actor.member_id, **values)
    place.save(force_insert=True)
    create_key(actor=actor, subject_id=place.pk, case_id=place.pk)
    if notes:
        Place.objects.filter(pk=place.pk).update(**seal_fields(place, notes=notes))
    log_act("place.add", object=place.pk)
    return place


def change_place(
    *, actor: Actor, place: Place, version: int, notes: str = "", **values: Any
) -> Place:
    """Say something else of a place.

    Raises:
        Conflict: somebody changed it in the meantime.
        Rejected: the limits of age contradict each other.
    """
    _check(values)
    sealed = seal_fields(place, notes=notes)
    changed = update_versioned(place, expected=version, **sealed, **values)
    log_act("place.change", object=place.pk)
    return changed


def read_notes(actor: Actor, place: Place) -> str:
    """What those who work there note of it; never shown outside the house."""
    log_read("place.see", object=place.pk)
    return open_field(place, "notes")


def _check(values: dict[str, Any]) -> None:
    youngest, oldest = values.get("youngest"), values.get("oldest")
    if youngest is not None and oldest is not None and youngest > oldest:
        raise Rejected(_("The lowest age is above the highest. Correct one of them."))
    start, end = values.get("intake_from"), values.get("intake_until")
    if (start is None) != (end is None):
        raise Rejected(_("Fill in both hours of intake, or none for any hour."))


def read_address(*, actor: Actor, place_id: UUID, case_id: UUID | None = None) -> str:
    """The address, if it opens to the actor now; empty where an own place has none yet.

    Raises:
        ReauthenticationRequired: she has not proved who she is in the last five minutes.
        NotFound: it is not hers to read.
        RateLimited: she has read more addresses than her work should need.
    """
    if not actor.is_fresh:
        raise ReauthenticationRequired
    _ask_address(place_id, case_id, again=True)
    row = PlaceAddress.objects.filter(place_id=place_id).first()
    if row is None:
        if Place.objects.filter(pk=place_id, organisation_id=actor.organisation_id).exists():
            return ""
        raise NotFound("address", place_id)
    return open_field(row, "address")


def _ask_address(place_id: UUID, case_id: UUID | None, *, again: bool) -> None:
    ask_counted("ask_place_address", "place.address", place_id, case_id, again)


def write_address(*, actor: Actor, place: Place, text: str) -> None:
    """Seal the address of an own place in place of the one before, which is kept nowhere.

    Raises:
        ReauthenticationRequired: she has not proved who she is in the last five minutes.
    """
    if not actor.is_fresh:
        raise ReauthenticationRequired
    _ask_address(place.pk, None, again=False)
    row = PlaceAddress.objects.filter(place=place).first()
    if row is None:
        row = PlaceAddress(
            id=uuid4(), place=place, organisation_id=place.organisation_id,
            created_by_id=actor.member_id,
        )  # fmt: skip
        row.save(force_insert=True)
        create_key(actor=actor, subject_id=row.pk, case_id=row.pk)
    PlaceAddress.objects.filter(pk=row.pk).update(**seal_fields(row, address=text))
    log_act("place.address.write", object=place.pk)
