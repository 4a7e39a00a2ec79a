# SPDX-License-Identifier: EUPL-1.2
"""When a letter is due: pure, from what a member wishes, what waits for her, and the clock.

Her hours are Norway's, on both sides of summer time. What cannot wait comes at once if she so
wishes, in quiet hours too; the rest waits until they end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from samvern.cases.notices.reminder_clock import OSLO

AT_ONCE, DIGEST, OFF = "at_once", "digest", "off"
DIGEST_AT = time(8)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DigestPreference:
    """How a member wants letters. Quiet hours may cross midnight; equal ends are none at all."""

    letters: str = AT_ONCE
    digest_at: time = DIGEST_AT
    quiet_from: time | None = None
    quiet_to: time | None = None
    quiet_weekends: bool = False
    urgent_passes: bool = True


@dataclass(frozen=True, slots=True)
class UnreadNotice:
    """A message that is neither read nor told of in a letter."""

    at: datetime
    urgent: bool = False


def is_quiet(wish: DigestPreference, now: datetime) -> bool:
    """Whether no letter that can wait may come now."""
    local = now.astimezone(OSLO)
    if wish.quiet_weekends and local.weekday() >= SATURDAY:
        return True
    start, end = wish.quiet_from, wish.quiet_to
    if start is None or end is None or start == end:
        return False
    at = local.time()
    return start <= at < end if start < end else at >= start or at < end


def last_digest(wish: DigestPreference, now: datetime) -> datetime:
    """The last moment at or before now at which gathered letters go out."""
    day = now.astimezone(OSLO).date()
    today = datetime.combine(day, wish.digest_at, OSLO)
    if today.timestamp() <= now.timestamp():
        return today
    return datetime.combine(day - timedelta(days=1), wish.digest_at, OSLO)


def is_letter_due(wish: DigestPreference, waiting: Sequence[UnreadNotice], now: datetime) -> bool:
    """Whether a letter about all that waits is to be sent now."""
    if wish.letters == OFF or not waiting:
        return False
    if wish.urgent_passes and any(each.urgent for each in waiting):
        return True
    if is_quiet(wish, now):
        return False
    if wish.letters == AT_ONCE:
        return True
    gathered = last_digest(wish, now).timestamp()
    return any(each.at.timestamp() < gathered for each in waiting)
