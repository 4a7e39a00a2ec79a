# SPDX-License-Identifier: EUPL-1.2
"""Who can meet a need of a person, in the stated order, each with its reasons and ground in law."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.models import Organisation
from samvern.referrals.directory.models import Service
from samvern.referrals.matching.domain import Fit, PersonTraits, ServiceMatch, judge, ranked
from samvern.referrals.matching.legal_grounds import FREE, LegalGround, ground_for


@dataclass(frozen=True)
class ServiceProposal:
    """Somebody who may meet the need: judged, with the ground in law. ``service`` is None for a
    body the law names that has no entry in the directory."""

    organisation: Organisation
    service: Service | None
    verdict: ServiceMatch
    ground: LegalGround

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"service:{self.service.pk}" if self.service else f"body:{self.organisation.pk}"


def propose(
    *, actor: Actor, need: str, traits: PersonTraits, result: Any, now: datetime | None = None
) -> list[ServiceProposal]:
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


def fitting(
    proposals: Sequence[ServiceProposal],
) -> tuple[list[ServiceProposal], list[ServiceProposal]]:
    """Those that fit or may fit, and those that do not."""
    good = [each for each in proposals if each.verdict.fit != Fit.NOT]
    return good, [each for each in proposals if each.verdict.fit == Fit.NOT]


def _proposed(
    row: Service, need: str, traits: PersonTraits, result: Any, now: datetime
) -> ServiceProposal:
    ground = ground_for(row.organisation, need, result)
    return ServiceProposal(
        row.organisation, row, judge(row, need, traits, now, ground.duty), ground
    )


def _named_by_law(
    need: str, traits: PersonTraits, result: Any, now: datetime, listed: set[UUID]
) -> list[ServiceProposal]:
    """Bodies the law names for the need that have told nothing of themselves."""
    found = []
    for body in Organisation.objects.filter(active=True).exclude(pk__in=listed):
        ground = ground_for(body, need, result)
        if ground.duty != FREE:
            regions = [body.region] if body.region else []
            unsaid = Service(organisation=body, needs=[need], regions=regions)
            verdict = judge(unsaid, need, traits, now, ground.duty)
            found.append(ServiceProposal(body, None, verdict, ground))
    return found


def _name(proposal: ServiceProposal) -> str:
    return proposal.service.name if proposal.service else proposal.organisation.name
