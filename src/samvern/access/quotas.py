# SPDX-License-Identifier: EUPL-1.2
"""Allowances: how much one person can take out in an hour and in a day."""

from uuid import UUID

from django.db import connection

from samvern.access.audit import REFUSED, log_act
from samvern.access.errors import RateLimited


def consume_quota(item: str, amount: int = 1, *, about: UUID | None = None) -> None:
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
