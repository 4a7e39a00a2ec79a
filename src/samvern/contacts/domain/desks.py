# SPDX-License-Identifier: EUPL-1.2
"""Desks that give advice: which there are, which one works at, and how each is kept."""

from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record
from samvern.access.errors import Absent, Refused
from samvern.access.models import Unit
from samvern.access.roles import Role
from samvern.access.work import current_work
from samvern.contacts.models import Desk

LONGEST = 30


def desks_to_ask(actor: Actor, *, child: bool = False) -> list[Desk]:
    """Desks the actor may ask; for a child those that answer about children come first."""
    rows = Desk.objects.filter(Q(is_open=True) | Q(organisation_id=actor.organisation_id))
    found = list(rows.select_related("organisation", "unit"))
    return sorted(found, key=lambda desk: (child and "child" not in desk.topics, desk.name))


def own_desks() -> list[UUID]:
    """The desks the actor works at."""
    memory = current_work().memory
    if "desks" not in memory:
        with connection.cursor() as cursor:
            cursor.execute("SELECT gate.desks()")
            memory["desks"] = cursor.fetchone()[0]
    found: list[UUID] = memory["desks"]
    return found


def get_own_desk(actor: Actor, id: UUID) -> Desk:
    """A desk the actor works at.

    Raises:
        Absent: there is none.
    """
    found = Desk.objects.filter(pk=id).first() if id in own_desks() else None
    if found is None:
        raise Absent("desk", id)
    return found


def keep_desk(
    *,
    actor: Actor,
    name: str,
    unit_id: UUID,
    topics: list[str],
    days: int,
    is_open: bool,
    desk: Desk | None = None,
    actor_code: str = "",
) -> Desk:
    """Make a desk of a unit of one's organisation, or change it.

    Raises:
        Absent: the actor leads nothing here, or it is another organisation's.
        Refused: the days cannot be.
    """
    ours = Unit.objects.filter(pk=unit_id, organisation_id=actor.organisation_id).exists()
    if actor.role != Role.LEADER or not ours:
        raise Absent("desk", desk.pk if desk else None)
    if not 1 <= days <= LONGEST:
        raise Refused({"days": _("Choose from 1 to 30 working days.")})
    row = desk or Desk(organisation_id=actor.organisation_id, actor_code=actor_code)
    row.name, row.unit_id, row.topics, row.days, row.is_open = name, unit_id, topics, days, is_open
    row.save()
    record("desk.keep", object=row.pk, open=is_open)
    return row
