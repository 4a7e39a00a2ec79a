# SPDX-License-Identifier: EUPL-1.2
"""Whether the trail is still being signed outside the database, by the time of the last signing."""

from datetime import datetime, timedelta
from typing import Literal

LATE = timedelta(hours=3)
"""It is signed each hour, and a copy kept elsewhere is fetched each hour."""
AHEAD = timedelta(minutes=5)
"""What two clocks may differ by."""
SigningAge = Literal["", "never", "late", "ahead"]


def signing_age(signed_at: datetime | None, now: datetime) -> SigningAge:
    """What is wrong with the moment of the last signing; empty where nothing is."""
    if signed_at is None:
        return "never"
    if signed_at > now + AHEAD:
        return "ahead"
    return "late" if signed_at < now - LATE else ""
