# SPDX-License-Identifier: EUPL-1.2
"""A person's rights today, and the coming days on which they change.

Only what is known and the passing of time count. An answer that rests on a permit does not outlast
it: when the clock that ends it has run out, the answer is open until somebody gives a new one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from math import inf
from typing import Any

from samvern.cases.rights import ages
from samvern.cases.rights.ladder import PRESUMED
from samvern.law import Pack, Result, Truth
from samvern.law.coming import coming_days
from samvern.law.model import Rule

HORIZON = 400
"""How many days ahead: a permit of a year, and the weeks of work before it ends."""
PRESUMED_FACT = "already_presumed"
AS_CHILD = "treated_as_child"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known about a person. ``seen``: her age as decided; ``help``: from the ladder."""

    facts: Mapping[str, Any]
    known_on: date
    event_on: object = None
    seen: str = "unknown"
    help: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """The pack's answer on a day. ``lapsed``: answers set aside, each with the clock that ended."""

    result: Result
    doubtful: bool
    lapsed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Turn:
    """A right that changes on a day; its cause is ``clock``, ``age``, ``law`` or ``date``."""

    rule: Rule
    on: date
    before: Truth
    after: Truth
    cause: str
    clock: str = ""


@dataclass(frozen=True)
class Outlook:
    """Rights today and their turns, the soonest first."""

    view: View
    turns: tuple[Turn, ...]

    @cached_property
    def first_to_run_out(self) -> Turn | None:
        """Of what the person has, what she may lose first."""
        return next((turn for turn in self.turns if turn.before is Truth.YES), None)

    def next_turn(self, id: str) -> Turn | None:
        """A right's next change."""
        return next((turn for turn in self.turns if turn.rule.id == id), None)


def told(pack: Pack, sheet: Sheet, day: date) -> dict[str, Any]:
    """The answers for a day: older by the time passed, with what was decided about her.

    Nothing is set aside yet: clocks are worked out from these.
    """
    facts = ages.decided(ages.facts_on(sheet.facts, sheet.known_on, day), sheet.seen)
    if sheet.help == PRESUMED and PRESUMED_FACT in pack.book.facts:
        facts[PRESUMED_FACT] = True
    return {name: value for name, value in facts.items() if name in pack.book.facts}


def view(pack: Pack, sheet: Sheet, day: date, ends: Mapping[str, float] | None = None) -> View:
    """What the pack answers on ``day``. Raises InputError for answers that contradict each other.

    ``ends``: when the clocks that answers lapse with end, if that is worked out already.
    """
    facts = told(pack, sheet, day)
    if ends is None:
        ends = lapsing(pack.assess(facts, asked_on=day, event_on=sheet.event_on))
    over = [id for id, end in ends.items() if day.toordinal() > end]
    lapsed = {fact: id for id in over for fact in _lapses(pack.book.rules[id]) if fact in facts}
    facts = {name: value for name, value in facts.items() if name not in lapsed}
    result, doubtful = careful(pack, facts, day, sheet.event_on)
    return View(result, doubtful, lapsed)


def careful(
    pack: Pack, facts: Mapping[str, Any], day: date, event_on: object
) -> tuple[Result, bool]:
    """The pack's answer, and whether it is a child's because nobody has decided her age."""
    result = pack.assess(facts, asked_on=day, event_on=event_on)
    if AS_CHILD not in pack.book.rules or result.value(AS_CHILD) is not Truth.UNKNOWN:
        return result, facts.get(ages.GROUP) == ages.DOUBT
    doubtful = {**facts, ages.GROUP: ages.DOUBT}
    return pack.assess(doubtful, asked_on=day, event_on=event_on), True


def lapsing(result: Result) -> dict[str, float]:
    """The clocks that hold and that answers lapse with, and the first day each may end on."""
    clocks = (rule for rule in result.of_kind("clock") if _lapses(rule))
    return {
        rule.id: end
        for rule in clocks
        if result.value(rule.id) is Truth.YES
        and (end := result.clock(rule.id).end[0]) not in (-inf, inf)
    }


def outlook(pack: Pack, sheet: Sheet, *, today: date, days: int = HORIZON) -> Outlook:
    """Rights on ``today`` and every change of one in the coming ``days``. Raises InputError."""
    facts, until = told(pack, sheet, today), today + timedelta(days=days)
    plain = pack.assess(facts, asked_on=today, event_on=sheet.event_on)
    ends = lapsing(plain)
    first = view(pack, sheet, today, ends)
    birthdays = set(ages.turning_days(sheet.facts, sheet.known_on, today, until))
    lapses = {date.fromordinal(int(end) + 1): id for id, end in ends.items()}
    coming = {*coming_days(plain, until), *birthdays, *lapses}
    found: list[Turn] = []
    before = first
    for day in sorted(day for day in coming if today < day <= until):
        after = view(pack, sheet, day, ends)
        found += _turns(before, after, day, day in birthdays, lapses.get(day, ""))
        before = after
    return Outlook(first, tuple(found))


def _turns(before: View, after: View, day: date, older: bool, clock: str) -> Iterator[Turn]:
    for rule in before.result.of_kind("right"):
        was, is_ = before.result.value(rule.id), after.result.value(rule.id)
        if was is not is_:
            cause, by = _cause(before, after, rule, day, older, clock)
            yield Turn(rule, day, was, is_, cause, by)


def _cause(
    before: View, after: View, rule: Rule, day: date, older: bool, clock: str
) -> tuple[str, str]:
    """What changed a right on a day; where several things did, the one people can act on."""
    looked_at = {
        name.partition(".")[0]
        for view in (before, after)
        for name in (*view.result.why(rule.id), *view.result.missing(rule.id))
    }
    if clock and looked_at & set(_lapses(before.result.book.rules[clock])):
        return "clock", clock
    if older and looked_at & set(ages.AGE_FACTS):
        return "age", ""
    rules = {rule.id, *before.result.rests_on(rule.id), *after.result.rests_on(rule.id)}
    edges = {
        edge
        for id in rules
        for version in before.result.book.rules[id].versions
        for edge in (version.start, version.end, version.effect_from)
    }
    return ("law" if day in edges else "date"), ""


def _lapses(rule: Rule) -> tuple[str, ...]:
    found = rule.extra.get("lapses", ())
    return found if isinstance(found, tuple) else ()
