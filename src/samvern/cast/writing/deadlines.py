# SPDX-License-Identifier: EUPL-1.2
"""The clocks that run today in an open case, worked out from what is known by the pack of law."""

from datetime import date, timedelta

from samvern.cases.clocks.counted import Counted, counted
from samvern.cases.law import law
from samvern.cases.models import Deadline
from samvern.cases.rights.ladder import PRESUMED, VERIFIED
from samvern.cases.rights.outlook import Sheet, told
from samvern.cast.model import Human
from samvern.cast.writing.page import Page

LONG_OVER = timedelta(days=21)
"""A limit that ran out so long ago was met then."""


def write_deadlines(page: Page, today: date) -> None:
    """A row for each clock with a date; none in a closed case."""
    if page.story.closed_on:
        return
    for human in page.story.people:
        if human.sheets:
            _write(page, human, today)


def _write(page: Page, human: Human, today: date) -> None:
    pack = law()
    newest = human.sheets[-1]
    presumed = any(finding.step in {PRESUMED, VERIFIED} for finding in human.findings)
    sheet = Sheet(newest.facts, newest.known_on, None, human.age_seen, PRESUMED if presumed else "")
    result = pack.assess(told(pack, sheet, today), asked_on=today)
    for clock in counted(result):
        if clock.due_on is None or clock.starts_on is None:
            continue
        page.add(
            Deadline, clock.starts_on, {}, person=human.number, clock=clock.clock,
            starts_on=clock.starts_on, due_on=clock.due_on, latest_on=clock.latest_on,
            state=_state(clock, today), owner_id=page.actor.member_id,
            pack_hash=pack.book.hash,
        )  # fmt: skip


def _state(clock: Counted, today: date) -> str:
    over = clock.due_on is not None and clock.due_on < today - LONG_OVER
    return Deadline.State.MET if over else Deadline.State.RUNNING
