# SPDX-License-Identifier: EUPL-1.2
"""Desks that give advice: which there are, which one works at, and how each is kept."""

from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.gate import fetch_value
from samvern.access.models import Unit
from samvern.access.roles import Role
from samvern.access.unit_of_work import current_unit_of_work, log_act
from samvern.helpline.desks.models import AdvisoryDesk

LONGEST = 30


def desks_to_ask(actor: Actor, *, child: bool = False) -> list[AdvisoryDesk]:
    """Desks the actor may ask; for a child those that answer about children come first."""
    rows = AdvisoryDesk.objects.filter(Q(is_open=True) | Q(organisation_id=actor.organisation_id))
    found = list(rows.select_related("organisation", "unit"))
    return sorted(found, key=lambda desk: (child and "child" not in desk.topics, desk.name))


def own_desks() -> list[UUID]:
    """The desks the actor works at."""
    memory = current_unit_of_work().cache
    if "desks" not in memory:
        memory["desks"] = fetch_value("desks")
    found: list[UUID] = memory["desks"]
    return found


def get_own_desk(actor: Actor, id: UUID) -> AdvisoryDesk:
    """A desk the actor works at.

    Raises:
        NotFound: there is none.
    """
    found = AdvisoryDesk.objects.filter(pk=id).first() if id in own_desks() else None
    if found is None:
        raise NotFound("desk", id)
    return found


def save_desk(
    *,
    actor: Actor,
    name: str,
    unit_id: UUID,
    topics: list[str],
    days: int,
    is_open: bool,
    desk: AdvisoryDesk | None = None,
    actor_code: str = "",
) -> AdvisoryDesk:
    """Make a desk of a unit of one's organisation, or change it.

    Raises:
        NotFound: the actor leads nothing here, or it is another organisation's.
        Rejected: the days cannot be.
    """
    ours = Unit.objects.filter(pk=unit_id, organisation_id=actor.organisation_id).exists()
    if actor.role != Role.LEADER or not ours:
        raise NotFound("desk", desk.pk if desk else None)
    if not 1 <= days <= LONGEST:
        raise Rejected({"days": _("Choose from 1 to 30 working days.")})
    row = desk or AdvisoryDesk(organisation_id=actor.organisation_id, actor_code=actor_code)
    row.name, row.unit_id, row.topics, row.days, row.is_open = name, unit_id, topics, days, is_open
    row.save()
    log_act("desk.keep", object=row.pk, open=is_open)
    return row
