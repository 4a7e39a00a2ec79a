# SPDX-License-Identifier: EUPL-1.2
"""The directory: who offers what, kept by each organisation's leaders."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.models import Unit
from samvern.access.optimistic_locking import update_versioned
from samvern.access.roles import Role
from samvern.access.unit_of_work import log_act, log_read
from samvern.referrals.directory.models import Service


def services(*, actor: Actor, need: str = "", place: str = "") -> list[Service]:
    """What is offered, all of it or what meets a need or serves a place."""
    rows = Service.objects.filter(active=True, organisation__active=True)
    if need:
        rows = rows.filter(needs__contains=[need])
    found = [
        row
        for row in rows.select_related("organisation", "unit").order_by(
            "organisation__name", "name"
        )
        if not place or not row.regions or {place, "national"} & set(row.regions)
    ]
    log_read("directory.see", services=len(found))
    return found


def place_choices() -> list[str]:
    """Every place some service names, for a form."""
    named = Service.objects.filter(active=True).values_list("regions", flat=True)
    return sorted({place for regions in named for place in regions} - {"national"})


def can_edit_directory(actor: Actor, organisation_id: UUID) -> bool:
    """Whether the actor keeps an organisation's entries."""
    return actor.role == Role.LEADER and actor.organisation_id == organisation_id


def own_services(actor: Actor) -> list[Service]:
    """The entries of the actor's organisation, those that rest among them."""
    rows = Service.objects.filter(organisation_id=actor.organisation_id).select_related("unit")
    return list(rows.order_by("-active", "name"))


def get_own_service(actor: Actor, id: UUID) -> Service:
    """An entry the actor keeps.

    Raises:
        NotFound: there is none.
    """
    found = Service.objects.filter(pk=id, organisation_id=actor.organisation_id).first()
    if found is None or not can_edit_directory(actor, found.organisation_id):
        raise NotFound("service", id)
    return found


def add_service(*, actor: Actor, **values: Any) -> Service:
    """Put what the actor's organisation offers into the directory.

    Raises:
        NotFound: the actor leads nothing. Rejected: its ages or hours make no sense.
    """
    if not can_edit_directory(actor, actor.organisation_id):
        raise NotFound("service")
    _must_make_sense(actor, values)
    row = Service(organisation_id=actor.organisation_id, **values)
    row.save(force_insert=True)
    log_act("service.add", object=row.pk)
    return row


def change_service(*, actor: Actor, service: Service, version: int, **values: Any) -> Service:
    """Change an entry.

    Raises:
        Conflict: somebody changed it in the meantime. Rejected: its ages or hours make no sense.
    """
    _must_make_sense(actor, values)
    changed = update_versioned(service, expected=version, **values)
    log_act("service.change", object=service.pk)
    return changed


def _must_make_sense(actor: Actor, values: Mapping[str, Any]) -> None:
    low, high = values.get("youngest"), values.get("oldest")
    if low is not None and high is not None and low > high:
        raise Rejected(_("The youngest cannot be older than the oldest."))
    unit = values.get("unit_id")
    if unit and not Unit.objects.filter(pk=unit, organisation_id=actor.organisation_id).exists():
        raise Rejected(_("The unit belongs to another organisation. Choose again."))
