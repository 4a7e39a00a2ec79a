# SPDX-License-Identifier: EUPL-1.2
"""A person's rights today, and the coming days on which they change.

Only what is known and the passing of time count. An answer that rests on a permit does not outlast
it: when the clock that ends it has run out, the answer is open until somebody gives a new one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from samvern.cases.ages import calculation
from samvern.cases.facts.evaluation import (
    Evaluation,
    PersonFacts,
    evaluate_on_day,
    facts_on_day,
    lapses_with,
    lapsing_clocks,
)
from samvern.law import Pack, Truth
from samvern.law.model import Rule
from samvern.law.upcoming_days import days_that_may_change

HORIZON = 400
"""How many days ahead: a permit of a year, and the weeks of work before it ends."""


@dataclass(frozen=True, slots=True)
class RightChange:
    """A right that changes on a day; its cause is ``clock``, ``age``, ``law`` or ``date``."""

    rule: Rule
    on: date
    before: Truth
    after: Truth
    cause: str
    clock: str = ""


@dataclass(frozen=True)
class Forecast:
    """Rights today and their turns, the soonest first."""

    view: Evaluation
    turns: tuple[RightChange, ...]

    @cached_property
    def first_to_run_out(self) -> RightChange | None:
        """Of what the person has, what she may lose first."""
        return next((turn for turn in self.turns if turn.before is Truth.YES), None)

    def next_turn(self, id: str) -> RightChange | None:
        """A right's next change."""
        return next((turn for turn in self.turns if turn.rule.id == id), None)


def forecast_rights(
    pack: Pack, sheet: PersonFacts, *, today: date, days: int = HORIZON
) -> Forecast:
    """Rights on ``today`` and every change of one in the coming ``days``. Raises InputError."""
    facts, until = facts_on_day(pack, sheet, today), today + timedelta(days=days)
    plain = pack.assess(facts, asked_on=today, event_on=sheet.event_on)
    ends = lapsing_clocks(plain)
    first = evaluate_on_day(pack, sheet, today, ends)
    birthdays = set(calculation.turning_days(sheet.facts, sheet.known_on, today, until))
    lapses = {date.fromordinal(int(end) + 1): id for id, end in ends.items()}
    coming = {*days_that_may_change(plain, until), *birthdays, *lapses}
    found: list[RightChange] = []
    before = first
    for day in sorted(day for day in coming if today < day <= until):
        after = evaluate_on_day(pack, sheet, day, ends)
        found += _turns(before, after, day, day in birthdays, lapses.get(day, ""))
        before = after
    return Forecast(first, tuple(found))


def _turns(
    before: Evaluation, after: Evaluation, day: date, older: bool, clock: str
) -> Iterator[RightChange]:
    for rule in before.result.of_kind("right"):
        was, is_ = before.result.value(rule.id), after.result.value(rule.id)
        if was is not is_:
            cause, by = _cause(before, after, rule, day, older, clock)
            yield RightChange(rule, day, was, is_, cause, by)


def _cause(
    before: Evaluation, after: Evaluation, rule: Rule, day: date, older: bool, clock: str
) -> tuple[str, str]:
    """What changed a right on a day; where several things did, the one people can act on."""
    looked_at = {
        name.partition(".")[0]
        for view in (before, after)
        for name in (*view.result.why(rule.id), *view.result.missing(rule.id))
    }
    if clock and looked_at & set(lapses_with(before.result.ruleset.rules[clock])):
        return "clock", clock
    if older and looked_at & set(calculation.AGE_FACTS):
        return "age", ""
    rules = {rule.id, *before.result.rests_on(rule.id), *after.result.rests_on(rule.id)}
    edges = {
        edge
        for id in rules
        for version in before.result.ruleset.rules[id].versions
        for edge in (version.start, version.end, version.effect_from)
    }
    return ("law" if day in edges else "date"), ""
