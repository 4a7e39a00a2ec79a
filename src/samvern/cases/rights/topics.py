# SPDX-License-Identifier: EUPL-1.2
"""An outlook as a reader goes through it: by topic, what is held first, with what changes when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from samvern.cases.rights.forecast import Forecast, RightChange
from samvern.law import Truth

ORDER = (Truth.YES, Truth.UNKNOWN, Truth.NO)


@dataclass(frozen=True, slots=True)
class RightToday:
    """One right today, and its next change."""

    id: str
    truth: Truth
    turn: RightChange | None


@dataclass(frozen=True, slots=True)
class RightsTopic:
    """Rights of one kind, in the order of the pack."""

    id: str
    yes: tuple[RightToday, ...]
    unknown: tuple[RightToday, ...]
    no: tuple[RightToday, ...]


@dataclass(frozen=True, slots=True)
class DayOfChanges:
    """What changes on one day: what may be lost, and what may be won."""

    on: date
    causes: tuple[tuple[str, str], ...]
    lost: tuple[RightChange, ...]
    won: tuple[RightChange, ...]


def group_by_topic(found: Forecast) -> list[RightsTopic]:
    """Every right by its topic: topics in which something is held come first."""
    rows: dict[str, list[RightToday]] = {}
    for rule in sorted(found.view.result.of_kind("right"), key=lambda rule: rule.order):
        topic = str(rule.extra.get("topic", ""))
        held = RightToday(rule.id, found.view.result.value(rule.id), found.next_turn(rule.id))
        rows.setdefault(topic, []).append(held)
    listed = [RightsTopic(topic, *_by_truth(held)) for topic, held in rows.items()]
    return sorted(listed, key=lambda topic: (not topic.yes, not topic.unknown))


def list_coming_changes(found: Forecast) -> list[DayOfChanges]:
    """The days on which a right the person has may end, or one she lacks may begin."""
    days: dict[date, list[RightChange]] = {}
    for turn in found.turns:
        days.setdefault(turn.on, []).append(turn)
    listed = (_day(on, turns) for on, turns in days.items())
    return [day for day in listed if day.lost or day.won]


def _day(on: date, turns: Iterable[RightChange]) -> DayOfChanges:
    every = list(turns)
    lost = tuple(turn for turn in every if turn.before is Truth.YES)
    won = tuple(turn for turn in every if turn.after is Truth.YES)
    causes = dict.fromkeys((turn.cause, turn.clock) for turn in (*lost, *won))
    return DayOfChanges(on, tuple(causes), lost, won)


def _by_truth(held: list[RightToday]) -> Iterator[tuple[RightToday, ...]]:
    for truth in ORDER:
        yield tuple(each for each in held if each.truth is truth)
