# SPDX-License-Identifier: EUPL-1.2
"""What new answers do to a person's deadlines: some are new, some move, some are gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from samvern.cases.clocks.counted import Counted

RUNNING, MET, STOPPED, GONE = "running", "met", "stopped", "gone"
ENDED_BY_US = (MET, STOPPED)


class Kept(Protocol):
    """A deadline as it is kept; ``clock`` is empty for one of our own."""

    clock: str
    starts_on: date | None
    due_on: date | None
    latest_on: date | None
    state: str


Row = TypeVar("Row", bound=Kept)


@dataclass(frozen=True)
class Changes(Generic[Row]):
    """``moved`` pairs a kept deadline with what it is now; what stands still is in none of them."""

    new: tuple[Counted, ...]
    moved: tuple[tuple[Row, Counted], ...]
    gone: tuple[Row, ...]


def changes(kept: Sequence[Row], now: Iterable[Counted]) -> Changes[Row]:
    """What must be done so that the kept deadlines say what the pack counts now.

    One that was met or stopped stays so while it counts from the same day: only a new start (a new
    refusal, a new decision) makes a new deadline. Our own deadlines are never touched.
    """
    running = {row.clock: row for row in kept if row.clock and row.state == RUNNING}
    ended = {(row.clock, row.starts_on) for row in kept if row.state in ENDED_BY_US}
    counted = {clock.clock: clock for clock in now}
    new, moved = [], []
    for id, clock in counted.items():
        row = running.get(id)
        if row is None:
            new += [clock] if (id, clock.starts_on) not in ended else []
        elif _days(row) != _days(clock):
            moved.append((row, clock))
    gone = [row for id, row in running.items() if id not in counted]
    return Changes(tuple(new), tuple(moved), tuple(gone))


def _days(clock: Kept | Counted) -> tuple[date | None, date | None, date | None]:
    return clock.starts_on, clock.due_on, clock.latest_on
