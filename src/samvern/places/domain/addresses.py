# SPDX-License-Identifier: EUPL-1.2
"""Where a place is. In no list: one page, after a fresh sign-in, each reading in the trail.

It opens to those who work at the place, and to the team of a case somebody of which is booked
there or has arrived. The database holds this (``gate.place_addresses``).
"""

from uuid import UUID, uuid4

from samvern.access.actor import Actor
from samvern.access.audit import record, see
from samvern.access.budget import spend
from samvern.access.errors import Absent, NotFresh
from samvern.identity.domain.sealing import new_key, seal, unseal
from samvern.places.models import Place, PlaceAddress

FIELD = "placeaddress.address"


def read_address(*, actor: Actor, place_id: UUID, case_id: UUID | None = None) -> str:
    """The address, if it opens to the actor now; empty where an own place has none yet.

    Raises:
        NotFresh: she has not proved who she is in the last five minutes.
        Absent: it is not hers to read.
        TooMuch: she has read more addresses than her work should need.
    """
    if not actor.is_fresh:
        raise NotFresh
    row = PlaceAddress.objects.filter(place_id=place_id).first()
    if row is None:
        if Place.objects.filter(pk=place_id, organisation_id=actor.organisation_id).exists():
            return ""
        raise Absent("address", place_id)
    spend("place.address", about=place_id)
    see("place.address", case=case_id, object=place_id, rows=1)
    return unseal(row.pk, FIELD, row.pk, row.address_sealed)


def write_address(*, actor: Actor, place: Place, text: str) -> None:
    """Seal the address of an own place in place of the one before, which is kept nowhere.

    Raises:
        NotFresh: she has not proved who she is in the last five minutes.
    """
    if not actor.is_fresh:
        raise NotFresh
    row = PlaceAddress.objects.filter(place=place).first()
    if row is None:
        row = PlaceAddress(
            id=uuid4(), place=place, organisation_id=place.organisation_id,
            created_by_id=actor.member_id,
        )  # fmt: skip
        row.save(force_insert=True)
        new_key(actor=actor, subject_id=row.pk, case_id=row.pk)
    sealed = seal(row.pk, FIELD, row.pk, text)
    PlaceAddress.objects.filter(pk=row.pk).update(address_sealed=sealed)
    record("place.address.write", object=place.pk)
