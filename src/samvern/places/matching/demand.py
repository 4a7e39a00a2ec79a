# SPDX-License-Identifier: EUPL-1.2
"""Lines of the capacity map: what was asked for and what came of it, without anybody in it."""

import hashlib
import hmac
from uuid import UUID

from django.utils import timezone

from samvern.access.purpose_keys import server_key
from samvern.places.choices import SearchOutcome
from samvern.places.matching.needs import Needs
from samvern.places.models import Demand


def record_demand(needs: Needs, outcome: SearchOutcome, *, once: str, reason: str = "") -> None:
    """Count a search. The same thing (``once``) is counted once a day.

    What makes it the same is a keyed hash: nobody who reads the table can work out what it was of.
    """
    record_demand_for(needs.kind, needs.region, outcome, once=once, reason=reason)


def record_demand_for(
    kind: str, region: str, outcome: SearchOutcome, *, once: str, reason: str = ""
) -> None:
    """The same where kind and region are known without the needs."""
    day = timezone.localdate()
    said = "|".join((once, day.isoformat(), outcome, kind, region, reason))
    mac = hmac.new(server_key("demand"), said.encode(), hashlib.sha256).digest()
    row = Demand(
        id=UUID(bytes=mac[:16]), day=day, kind=kind, region=region, outcome=outcome, reason=reason
    )
    Demand.objects.bulk_create([row], ignore_conflicts=True)
