# SPDX-License-Identifier: EUPL-1.2
"""Whom the law is asked about as a child: whoever nobody has decided is an adult.

She is treated as a child until her age is decided (ETS 197 art. 10(3); barnevernsloven § 6-6 sixth
paragraph), wherever somebody wants to tell others of her.
"""

from typing import Any

from django.utils import timezone

from samvern.cases.ages import calculation
from samvern.cases.core.models import Person
from samvern.cases.core.pack import current_pack
from samvern.cases.facts.domain import person_facts, read_facts
from samvern.cases.facts.evaluation import PRESUMED_FACT, facts_on_day

CHILD_WELFARE = "child_welfare"


def may_be_child(person: Person) -> bool:
    """Nobody has decided that she is an adult: child welfare may be told, whatever she said."""
    return person.age_seen != Person.AgeSeen.ADULT


def read_facts_today(person: Person, *, as_child: bool = False) -> dict[str, Any]:
    """What is known of a person today; with no age told, that she may be a child.

    ``as_child``: whatever was told of her age, nobody has decided that she is an adult.
    """
    facts = facts_on_day(
        current_pack(), person_facts(person, read_facts(person)), timezone.localdate()
    )
    if person.age_seen != Person.AgeSeen.UNKNOWN:
        return facts
    if as_child or not facts.keys() & {*calculation.AGE_FACTS}:
        facts = {name: value for name, value in facts.items() if name not in calculation.AGE_FACTS}
        facts[calculation.GROUP] = calculation.DOUBT
    return facts


def facts_for_receiver(person: Person, kind: str) -> dict[str, Any]:
    """What is known of a person when somebody wants to tell a kind of receiver of her."""
    settled = settled_for_receiver(person, kind)
    return {**read_facts_today(person, as_child=bool(settled)), **settled}


def settled_for_receiver(person: Person, kind: str) -> dict[str, Any]:
    """What holds whatever was told: whoever turns to child welfare fears for a child."""
    if kind != CHILD_WELFARE or not may_be_child(person):
        return {}
    undecided = person.age_seen == Person.AgeSeen.UNKNOWN
    return {PRESUMED_FACT: True, **({calculation.GROUP: calculation.DOUBT} if undecided else {})}
