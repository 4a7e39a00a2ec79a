# SPDX-License-Identifier: EUPL-1.2
"""The places a provider keeps: what they are for and whom they admit."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record, see
from samvern.access.errors import Absent, Refused
from samvern.access.locking import change
from samvern.identity.domain.sealing import new_key, seal, unseal
from samvern.places.models import Place

NOTES = "place.notes"


def own_places(actor: Actor) -> list[Place]:
    """Those the actor's house keeps and she works with, by name."""
    return list(Place.objects.filter(organisation_id=actor.organisation_id).select_related("unit"))


def get_place(actor: Actor, id: UUID) -> Place:
    """A place of the actor's own house.

    Raises:
        Absent: there is none for her.
    """
    found = Place.objects.filter(pk=id, organisation_id=actor.organisation_id).first()
    if found is None or not actor.works_with_cases:
        raise Absent("place", id)
    return found


def add_place(*, actor: Actor, notes: str = "", **values: Any) -> Place:
    """Begin to keep a place; rooms and address come after.

    Raises:
        Refused: the limits of age contradict each other, or its unit is not the actor's.
    """
    _check(values)
    if actor.unit_id and values.get("unit_id") not in (None, "", actor.unit_id):
        raise Refused(_("Choose your own unit, or none: then all in your organisation keep it."))
    place = Place(organisation_id=actor.organisation_id, created_by_id=actor.member_id, **values)
    place.save(force_insert=True)
    new_key(actor=actor, subject_id=place.pk, case_id=place.pk)
    if notes:
        Place.objects.filter(pk=place.pk).update(
            notes_sealed=seal(place.pk, NOTES, place.pk, notes)
        )
    record("place.add", object=place.pk)
    return place


def change_place(
    *, actor: Actor, place: Place, version: int, notes: str = "", **values: Any
) -> Place:
    """Say something else of a place.

    Raises:
        Conflict: somebody changed it in the meantime.
        Refused: the limits of age contradict each other.
    """
    _check(values)
    sealed = seal(place.pk, NOTES, place.pk, notes) if notes else None
    changed = change(place, expected=version, notes_sealed=sealed, **values)
    record("place.change", object=place.pk)
    return changed


def read_notes(actor: Actor, place: Place) -> str:
    """What those who work there note of it; never shown outside the house."""
    see("place.see", object=place.pk)
    return unseal(place.pk, NOTES, place.pk, place.notes_sealed)


def _check(values: dict[str, Any]) -> None:
    youngest, oldest = values.get("youngest"), values.get("oldest")
    if youngest is not None and oldest is not None and youngest > oldest:
        raise Refused(_("The lowest age is above the highest. Correct one of them."))
    start, end = values.get("intake_from"), values.get("intake_until")
    if (start is None) != (end is None):
        raise Refused(_("Fill in both hours of intake, or none for any hour."))
