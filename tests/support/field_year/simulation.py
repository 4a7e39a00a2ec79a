# SPDX-License-Identifier: EUPL-1.2
"""A year from a setting, and what is said of it afterwards."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from samvern.cases.core.pack import current_pack
from samvern.referrals.workflow import REFERRAL
from support.field_year.departures import meet
from support.field_year.entities import Tape
from support.field_year.ledger import STANDINGS
from support.field_year.people import meetings
from support.field_year.reminder_effects import look
from support.field_year.year import Setting, Year, at_midnight

NORWAY = 100
"""New presumed victims in a year (the national strategy)."""
LAST = date(2024, 12, 31)
"""The calendar of a year whose Easter Day, 31 March, is the day the clocks go forward."""


def away() -> list[tuple[int, int]]:
    """Spells without the job: all of Easter, some nights, the night the clocks go back."""
    spells = [(date(2024, 3, 30), 10, 62), (date(2024, 5, 17), 6, 9), (date(2024, 7, 8), 0, 30),
              (date(2024, 10, 27), 1, 4), (date(2024, 12, 24), 12, 20)]  # fmt: skip
    return [
        (at_midnight(day) + 3600 * hour + 90, at_midnight(day) + 3600 * (hour + hours) + 90)
        for day, hour, hours in spells
    ]


def simulate(setting: Setting, tape: Tape | None = None) -> Year:
    """Let a year pass.

    Raises:
        Broken: something is lost, forgotten, said twice, early or late.
    """
    year = Year(setting, current_pack().ruleset.holidays, look, tape)
    for person in meetings(setting.seed, setting.last, setting.size, setting.regions):
        year.after(person.met_at, meet, person)
    with _uncollected():
        year.run()
    return year


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for rings of garbage: the year makes none, and it would look at everybody
    again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def figures(year: Year) -> Iterator[str]:
    """What happened, in lines for a reader."""
    books = year.books
    stood = books.standings()
    yield f"{stood.total():,} people, {books.sent:,} referrals, {year.events:,} events"
    yield "people: " + ", ".join(f"{name} {stood[name]:,}" for name in STANDINGS)
    yield "referrals: " + ", ".join(f"{s} {books.states[s]:,}" for s in REFERRAL.states)
    yield "moves: " + ", ".join(f"{name} {n:,}" for name, n in sorted(books.moves.items()))
    yield "told: " + ", ".join(f"{to} {n:,}" for to, n in year.clocks.told.most_common())
    yield f"clocks audited: {year.clocks.stopped:,}"
    yield "beds: " + ", ".join(f"{state} {n:,}" for state, n in books.bookings.items())
    yield "lists: " + ", ".join(f"{state} {n:,}" for state, n in books.queued.items())
