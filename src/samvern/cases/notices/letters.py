# SPDX-License-Identifier: EUPL-1.2
"""Letters about notices. Each is marked, the mark is committed, and then it is sent.

Nothing waits for the mail server inside a transaction: one that is slow holds no lock, and nothing
that was sent is rolled back and sent again. A letter that fails loses its mark, so that the next
round tries it. A worker that dies between the two loses one letter; the notices stand inside.
"""

import logging
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from uuid import UUID

from django.core.mail import send_mail

from samvern.access.unit_of_work import Acting
from samvern.cases.notices.models import Notice

SECONDS = 60.0
"""After so long a round begins no further letter."""
FAILURES = 3
"""In a row, and the server is taken to be down until the next round."""
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Letter:
    """What is sent to one member, and the notices it is about."""

    address: str
    subject: str
    body: str
    notices: tuple[UUID, ...]


def send_letters(letters: Iterable[Letter], *, acting: Acting, now: datetime) -> int:
    """Send as many as a round has time for; how many were sent.

    In any order: an address that hangs must not stand before the same others in each round.

    Args:
        letters: those that are due.
        acting: begins a unit of work of the organisation's service member.
        now: what the notices are marked with.
    """
    ends, sent, failures = monotonic() + SECONDS, 0, 0
    waiting = list(letters)
    random.shuffle(waiting)
    for letter in waiting:
        if monotonic() > ends or failures == FAILURES:
            break
        if not _mark(letter, acting, now):
            continue
        done = _send(letter, acting, now)
        sent, failures = sent + done, 0 if done else failures + 1
    return sent


def _mark(letter: Letter, acting: Acting, now: datetime) -> bool:
    """Whether all it tells of still waited; what was read meanwhile is counted by the next."""
    with acting():
        waiting = Notice.objects.filter(pk__in=letter.notices, mailed_at=None)
        rows = list(waiting.select_for_update().values_list("pk", flat=True))
        whole = len(rows) == len(letter.notices)
        if whole:
            waiting.update(mailed_at=now)
    return whole


def _send(letter: Letter, acting: Acting, now: datetime) -> bool:
    try:
        send_mail(letter.subject, letter.body, None, [letter.address])
    except (OSError, ValueError) as error:  # the next round tries again
        logger.warning("a letter was not sent: %s", type(error).__name__)
        with acting():
            Notice.objects.filter(pk__in=letter.notices, mailed_at=now).update(mailed_at=None)
        return False
    return True
