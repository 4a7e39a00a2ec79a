# SPDX-License-Identifier: EUPL-1.2
"""The calendar outside the house: days and hours, and nothing about anybody."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from icalendar import Calendar

from samvern.cases.calendar_feeds.ical import CalendarEntry, build_calendar

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
READER, OTHER = uuid4(), uuid4()
SECRET = b"s" * 32
ALLOWED = {
    "UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "CLASS", "TRANSP", "DTSTART", "DTEND",
}  # fmt: skip


def events(
    *entries: CalendarEntry, reader: UUID = READER, lang: str = "nb"
) -> list[dict[str, object]]:
    text = build_calendar(entries, reader=reader, secret=SECRET, lang=lang, now=NOW)
    return [dict(event.items()) for event in Calendar.from_ical(text).walk("VEVENT")]


@pytest.mark.parametrize(
    ("lang", "title"),
    [("nb", "Du har en frist"), ("nn", "Du har ein frist"), ("en", "You have a deadline")],
)
def test_an_entry_says_that_there_is_a_deadline_and_no_more(lang: str, title: str) -> None:
    [event] = events(CalendarEntry(uuid4(), date(2026, 12, 1)), lang=lang)
    assert (event.keys(), str(event["SUMMARY"])) == (ALLOWED, title)


def test_a_day_is_a_whole_day_and_an_hour_an_hour() -> None:
    hour = datetime(2026, 12, 2, 13, 30, tzinfo=UTC)
    day, at = events(
        CalendarEntry(uuid4(), date(2026, 12, 1)), CalendarEntry(uuid4(), hour.date(), hour)
    )
    assert [(e["DTSTART"].dt, e["DTEND"].dt) for e in (day, at)] == [  # type: ignore[attr-defined]
        (date(2026, 12, 1), date(2026, 12, 2)),
        (hour, datetime(2026, 12, 2, 14, 30, tzinfo=UTC)),
    ]


def test_an_identifier_stays_and_cannot_be_traced_or_compared() -> None:
    entry = CalendarEntry(uuid4(), date(2026, 12, 1))
    moved = CalendarEntry(entry.id, date(2026, 12, 8), version=2)
    uid = lambda found: str(found[0]["UID"])  # noqa: E731
    mine, later, theirs = events(entry), events(moved), events(entry, reader=OTHER)
    assert uid(mine) == uid(later) != uid(theirs)
    assert entry.id.hex not in uid(mine).replace("-", "")
    assert [e[0]["SEQUENCE"] for e in (mine, later)] == [1, 2]


def test_the_order_and_the_bytes_depend_on_the_deadlines_alone() -> None:
    entries = [CalendarEntry(uuid4(), date(2026, 12, day)) for day in (9, 1, 5)]
    again = list(reversed(entries))
    one, two = (
        build_calendar(each, reader=READER, secret=SECRET, lang="nb", now=NOW)
        for each in (entries, again)
    )
    assert one == two
