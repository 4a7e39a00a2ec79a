# SPDX-License-Identifier: EUPL-1.2
"""The pack's answer on what is known about a person, on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import inf
from typing import Any

from samvern.cases.ages import calculation
from samvern.cases.assessments.ladder import PRESUMED
from samvern.law import Pack, Result, Truth
from samvern.law.model import Rule

PRESUMED_FACT = "already_presumed"
AS_CHILD = "treated_as_child"


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is known about a person. ``seen``: her age as decided; ``help``: from the ladder."""

    facts: Mapping[str, Any]
    known_on: date
    event_on: object = None
    seen: str = "unknown"
    help: str = ""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The pack's answer on a day. ``lapsed``: answers set aside, each with the clock that ended."""

    result: Result
    doubtful: bool
    lapsed: Mapping[str, str] = field(default_factory=dict)


def facts_on_day(pack: Pack, sheet: PersonFacts, day: date) -> dict[str, Any]:
    """The answers for a day: older by the time passed, with what was decided about her.

    Nothing is set aside yet: clocks are worked out from these.
    """
    facts = calculation.apply_age_decision(
        calculation.facts_on(sheet.facts, sheet.known_on, day), sheet.seen
    )
    if sheet.help == PRESUMED and PRESUMED_FACT in pack.ruleset.facts:
        facts[PRESUMED_FACT] = True
    return {name: value for name, value in facts.items() if name in pack.ruleset.facts}


def evaluate_on_day(
    pack: Pack, sheet: PersonFacts, day: date, ends: Mapping[str, float] | None = None
) -> Evaluation:
    """What the pack answers on ``day``. Raises InputError for answers that contradict each other.

    ``ends``: when the clocks that answers lapse with end, if that is worked out already.
    """
    facts = facts_on_day(pack, sheet, day)
    if ends is None:
        ends = lapsing_clocks(pack.assess(facts, asked_on=day, event_on=sheet.event_on))
    over = [id for id, end in ends.items() if day.toordinal() > end]
    lapsed = {
        fact: id for id in over for fact in lapses_with(pack.ruleset.rules[id]) if fact in facts
    }
    facts = {name: value for name, value in facts.items() if name not in lapsed}
    result, doubtful = evaluate_carefully(pack, facts, day, sheet.event_on)
    return Evaluation(result, doubtful, lapsed)


def evaluate_carefully(
    pack: Pack, facts: Mapping[str, Any], day: date, event_on: object
) -> tuple[Result, bool]:
    """The pack's answer, and whether it is a child's because nobody has decided her age."""
    result = pack.assess(facts, asked_on=day, event_on=event_on)
    if AS_CHILD not in pack.ruleset.rules or result.value(AS_CHILD) is not Truth.UNKNOWN:
        return result, facts.get(calculation.GROUP) == calculation.DOUBT
    doubtful = {**facts, calculation.GROUP: calculation.DOUBT}
    return pack.assess(doubtful, asked_on=day, event_on=event_on), True


def lapsing_clocks(result: Result) -> dict[str, float]:
    """The clocks that hold and that answers lapse with, and the first day each may end on."""
    clocks = (rule for rule in result.of_kind("clock") if lapses_with(rule))
    return {
        rule.id: end
        for rule in clocks
        if result.value(rule.id) is Truth.YES
        and (end := result.clock(rule.id).end[0]) not in (-inf, inf)
    }


def lapses_with(rule: Rule) -> tuple[str, ...]:
    found = rule.extra.get("lapses", ())
    return found if isinstance(found, tuple) else ()
