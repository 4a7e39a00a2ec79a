# SPDX-License-Identifier: EUPL-1.2
"""Days and hours in words: in Norwegian time, and as each language counts them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone, translation

from samvern.access.dates import (
    format_date,
    format_datetime,
    format_days_left,
    format_short_date,
    format_waiting_time,
    local_date,
)

MAY = date(2026, 5, 17)
LATE = datetime(2026, 5, 16, 22, 30, tzinfo=UTC)
"""Half past midnight on 17 May in Norway."""


@pytest.mark.parametrize("given", [MAY, LATE, datetime(2026, 5, 17, 0, 30)])  # noqa: DTZ001
def test_a_day_is_the_day_in_norway(given: date | datetime) -> None:
    assert local_date(given) == MAY
    assert type(local_date(given)) is date


@pytest.mark.parametrize(
    ("language", "day", "moment", "short"),
    [
        ("nb", "17. mai 2026", "17. mai 2026 kl. 00.30", "17.05.2026"),
        ("nn", "17. mai 2026", "17. mai 2026 kl. 00.30", "17.05.2026"),
        ("en", "17 May 2026", "17 May 2026 at 00:30", "17 May 2026"),
    ],
)
def test_a_day_and_a_moment_are_written_as_the_language_writes_them(
    language: str, day: str, moment: str, short: str
) -> None:
    with translation.override(language):
        assert (format_date(LATE), format_datetime(LATE), format_short_date(LATE)) == (
            day,
            moment,
            short,
        )
        without_zone = datetime(2026, 5, 17, 0, 30)  # noqa: DTZ001
        assert format_datetime(without_zone) == moment


LEFT = {
    "nb": ["i dag", "i morgen", "i går", "om 2 dager", "om 30 dager", "for 2 dager siden"],
    "nn": ["i dag", "i morgon", "i går", "om 2 dagar", "om 30 dagar", "for 2 dagar sidan"],
    "en": ["today", "tomorrow", "yesterday", "in 2 days", "in 30 days", "2 days ago"],
}
WAITED = {
    "nb": ["siden i dag", "siden i går", "i 2 dager", "i 400 dager"],
    "nn": ["sidan i dag", "sidan i går", "i 2 dagar", "i 400 dagar"],
    "en": ["since today", "since yesterday", "for 2 days", "for 400 days"],
}


@pytest.mark.parametrize("language", LEFT)
def test_how_far_a_day_is_from_today(language: str) -> None:
    today = timezone.localdate()
    with translation.override(language):
        found = [format_days_left(today + timedelta(days=n)) for n in (0, 1, -1, 2, 30, -2)]
    assert found == LEFT[language]


@pytest.mark.parametrize("language", WAITED)
def test_how_long_somebody_has_waited(language: str) -> None:
    today = timezone.localdate()
    with translation.override(language):
        found = [format_waiting_time(today - timedelta(days=n)) for n in (0, 1, 2, 400)]
    assert found == WAITED[language]
