# SPDX-License-Identifier: EUPL-1.2
"""An outlook as a reader goes through it: by topic, what is held first, with what changes when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from samvern.cases.rights.outlook import Outlook, Turn
from samvern.law import Truth

ORDER = (Truth.YES, Truth.UNKNOWN, Truth.NO)


@dataclass(frozen=True, slots=True)
class Held:
    """One right today, and its next change."""

    id: str
    truth: Truth
    turn: Turn | None


@dataclass(frozen=True, slots=True)
class Topic:
    """Rights of one kind, in the order of the pack."""

    id: str
    yes: tuple[Held, ...]
    unknown: tuple[Held, ...]
    no: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """What changes on one day: what may be lost, and what may be won."""

    on: date
    causes: tuple[tuple[str, str], ...]
    lost: tuple[Turn, ...]
    won: tuple[Turn, ...]


def topics(found: Outlook) -> list[Topic]:
    """Every right by its topic: topics in which something is held come first."""
    rows: dict[str, list[Held]] = {}
    for rule in sorted(found.view.result.of_kind("right"), key=lambda rule: rule.order):
        topic = str(rule.extra.get("topic", ""))
        held = Held(rule.id, found.view.result.value(rule.id), found.next_turn(rule.id))
        rows.setdefault(topic, []).append(held)
    listed = [Topic(topic, *_by_truth(held)) for topic, held in rows.items()]
    return sorted(listed, key=lambda topic: (not topic.yes, not topic.unknown))


def coming(found: Outlook) -> list[Day]:
    """The days on which a right the person has may end, or one she lacks may begin."""
    days: dict[date, list[Turn]] = {}
    for turn in found.turns:
        days.setdefault(turn.on, []).append(turn)
    listed = (_day(on, turns) for on, turns in days.items())
    return [day for day in listed if day.lost or day.won]


def _day(on: date, turns: Iterable[Turn]) -> Day:
    every = list(turns)
    lost = tuple(turn for turn in every if turn.before is Truth.YES)
    won = tuple(turn for turn in every if turn.after is Truth.YES)
    causes = dict.fromkeys((turn.cause, turn.clock) for turn in (*lost, *won))
    return Day(on, tuple(causes), lost, won)


def _by_truth(held: list[Held]) -> Iterator[tuple[Held, ...]]:
    for truth in ORDER:
        yield tuple(each for each in held if each.truth is truth)
