# SPDX-License-Identifier: EUPL-1.2
"""Allowances: how much one person can take out in an hour and in a day."""

from collections.abc import Iterable
from typing import Literal, get_args
from uuid import UUID

from django.db import connection

from samvern.access.audit import REFUSED, log_act
from samvern.access.errors import RateLimited

Quota = Literal[
    "audit.export",
    "board.nudge",
    "board.see",
    "case.open",
    "case.search",
    "contact.find",
    "document.fetch",
    "glass",
    "identity.ask",
    "identity.find",
    "identity.reveal",
    "place.address",
    "place.hold",
    "place.search",
    "print",
]
"""Every act that is counted, here or in a function of the database. How many of each in an hour
and in a day stands in ``gate.allowance``: a new one needs a row there, in a migration."""
QUOTAS: tuple[str, ...] = get_args(Quota)


def quotas_without_allowance(known: Iterable[str]) -> list[str]:
    """The acts that nobody could ever do, given those that have an allowance."""
    return sorted(set(QUOTAS) - set(known))


def consume_quota(item: Quota, amount: int = 1, *, about: UUID | None = None) -> None:
    """Use some of the actor's allowance of an act (``gate.allowance`` holds the limits).

    ``about`` is the thing the act is about; the same thing counts once an hour.

    Raises:
        RateLimited: it is used up; the trail says so, which is what the alarm listens to.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT gate.spend(%s, %s, %s)", [item, amount, about])
        if not cursor.fetchone()[0]:
            log_act("allowance.exceeded", outcome=REFUSED, item=item)
            raise RateLimited(item)
