# SPDX-License-Identifier: EUPL-1.2
"""Allowances: how much one person can take out in an hour and in a day."""

from collections.abc import Iterable
from typing import Any, Literal, get_args
from uuid import UUID

from samvern.access.committed import fetch_committed
from samvern.access.errors import RateLimited
from samvern.access.gate import fetch_value
from samvern.access.unit_of_work import REFUSED, log_act

Quota = Literal[
    "audit.export",
    "board.nudge",
    "board.see",
    "case.open",
    "case.search",
    "contact.find",
    "document.fetch",
    "export",
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


def ask_counted(name: str, item: Quota, *values: Any) -> None:
    """Ask a function of the gate that counts, tells and opens, and commit that before anything is
    read: ``fetch_committed``.

    Raises:
        RateLimited: the allowance is used up; the trail says so.
    """
    if not fetch_committed(name, *values):
        log_act("allowance.exceeded", outcome=REFUSED, item=item)
        raise RateLimited(item)


def consume_quota(item: Quota, amount: int = 1, *, about: UUID | None = None) -> None:
    """Use some of the actor's allowance of an act (``gate.allowance`` holds the limits).

    ``about`` is the thing the act is about; the same thing counts once an hour.

    Raises:
        RateLimited: it is used up; the trail says so, which is what the alarm listens to.
    """
    if not fetch_value("spend", item, amount, about):
        log_act("allowance.exceeded", outcome=REFUSED, item=item)
        raise RateLimited(item)
