# SPDX-License-Identifier: EUPL-1.2
"""The directory: who offers what, kept by each organisation's leaders; and who fits a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record, see
from samvern.access.errors import Absent, Refused
from samvern.access.locking import change
from samvern.access.models import Organisation, Unit
from samvern.access.roles import Role
from samvern.referrals.domain.legal import FREE, Ground, ground_for
from samvern.referrals.matching import Fit, Traits, Verdict, judge, ranked
from samvern.referrals.models import Service


@dataclass(frozen=True)
class Proposal:
    """Somebody who may meet the need: judged, with the ground in law. ``service`` is None for a
    body the law names that has no entry in the directory."""

    organisation: Organisation
    service: Service | None
    verdict: Verdict
    ground: Ground

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"service:{self.service.pk}" if self.service else f"body:{self.organisation.pk}"


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
    see("directory.see", services=len(found))
    return found


def places() -> list[str]:
    """Every place some service names, for a form."""
    named = Service.objects.filter(active=True).values_list("regions", flat=True)
    return sorted({place for regions in named for place in regions} - {"national"})


def may_keep(actor: Actor, organisation_id: UUID) -> bool:
    """Whether the actor keeps an organisation's entries."""
    return actor.role == Role.LEADER and actor.organisation_id == organisation_id


def own_services(actor: Actor) -> list[Service]:
    """The entries of the actor's organisation, those that rest among them."""
    rows = Service.objects.filter(organisation_id=actor.organisation_id).select_related("unit")
    return list(rows.order_by("-active", "name"))


def get_own_service(actor: Actor, id: UUID) -> Service:
    """An entry the actor keeps.

    Raises:
        Absent: there is none.
    """
    found = Service.objects.filter(pk=id, organisation_id=actor.organisation_id).first()
    if found is None or not may_keep(actor, found.organisation_id):
        raise Absent("service", id)
    return found


def add_service(*, actor: Actor, **values: Any) -> Service:
    """Put what the actor's organisation offers into the directory.

    Raises:
        Absent: the actor leads nothing. Refused: its ages or hours make no sense.
    """
    if not may_keep(actor, actor.organisation_id):
        raise Absent("service")
    _must_make_sense(actor, values)
    row = Service(organisation_id=actor.organisation_id, **values)
    row.save(force_insert=True)
    record("service.add", object=row.pk)
    return row


def change_service(*, actor: Actor, service: Service, version: int, **values: Any) -> Service:
    """Change an entry.

    Raises:
        Conflict: somebody changed it in the meantime. Refused: its ages or hours make no sense.
    """
    _must_make_sense(actor, values)
    changed = change(service, expected=version, **values)
    record("service.change", object=service.pk)
    return changed


def propose(
    *, actor: Actor, need: str, traits: Traits, result: Any, now: datetime | None = None
) -> list[Proposal]:
    """Who can meet a need of a person, in the stated order, each with its reasons and ground."""
    moment = now or timezone.now()
    entries = Service.objects.filter(active=True, organisation__active=True, needs__contains=[need])
    rows = list(
        entries.exclude(organisation_id=actor.organisation_id).select_related(
            "organisation", "unit"
        )
    )
    proposals = [_proposed(row, need, traits, result, moment) for row in rows]
    listed = {row.organisation_id for row in rows} | {actor.organisation_id}
    proposals += _named_by_law(need, traits, result, moment, listed)
    by_key = {proposal.key: proposal for proposal in proposals}
    order = ranked(
        {key: each.verdict for key, each in by_key.items()},
        {key: _name(each) for key, each in by_key.items()},
    )
    return [by_key[key] for key in order]


def fitting(proposals: Sequence[Proposal]) -> tuple[list[Proposal], list[Proposal]]:
    """Those that fit or may fit, and those that do not."""
    good = [each for each in proposals if each.verdict.fit != Fit.NOT]
    return good, [each for each in proposals if each.verdict.fit == Fit.NOT]


def _proposed(row: Service, need: str, traits: Traits, result: Any, now: datetime) -> Proposal:
    ground = ground_for(row.organisation, need, result)
    return Proposal(row.organisation, row, judge(row, need, traits, now, ground.duty), ground)


def _named_by_law(
    need: str, traits: Traits, result: Any, now: datetime, listed: set[UUID]
) -> list[Proposal]:
    """Bodies the law names for the need that have told nothing of themselves."""
    found = []
    for body in Organisation.objects.filter(active=True).exclude(pk__in=listed):
        ground = ground_for(body, need, result)
        if ground.duty != FREE:
            regions = [body.region] if body.region else []
            unsaid = Service(organisation=body, needs=[need], regions=regions)
            verdict = judge(unsaid, need, traits, now, ground.duty)
            found.append(Proposal(body, None, verdict, ground))
    return found


def _name(proposal: Proposal) -> str:
    return proposal.service.name if proposal.service else proposal.organisation.name


def _must_make_sense(actor: Actor, values: Mapping[str, Any]) -> None:
    low, high = values.get("youngest"), values.get("oldest")
    if low is not None and high is not None and low > high:
        raise Refused(_("The youngest cannot be older than the oldest."))
    unit = values.get("unit_id")
    if unit and not Unit.objects.filter(pk=unit, organisation_id=actor.organisation_id).exists():
        raise Refused(_("The unit belongs to another organisation. Choose again."))
