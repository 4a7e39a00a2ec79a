# SPDX-License-Identifier: EUPL-1.2
"""Who the law names for a need of a person: by a rule that holds for her, or by its task.

A voluntary body that a rule names is pointed to, never bound.
"""

from dataclasses import dataclass

from samvern.access.models import Organisation
from samvern.cases.domain.facts import result_for
from samvern.cases.domain.gates import PRIVATE
from samvern.cases.law import law, provisions, said
from samvern.cases.models import Person
from samvern.law import InputError, Result, Truth
from samvern.law.model import Rule
from samvern.referrals.domain.legal_needs import KINDS, TOPICS
from samvern.referrals.wording import source_names

BOUND, TASK, FREE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Ground:
    """What the law says of one organisation and one need."""

    duty: int
    """0 bound by a rule that holds for the person, 1 by its task in law, 2 not bound."""
    text: str = ""
    provision: str = ""


def result_of(person: Person) -> Result | None:
    """What the law says of what is known; None where that contradicts itself."""
    try:
        return result_for(person)
    except InputError:
        return None


def ground_for(organisation: Organisation, need: str, result: Result | None) -> Ground:
    """The strongest ground there is, with its provision."""
    code, is_private = organisation.actor_code, organisation.kind in PRIVATE
    rule = _naming(result, code, need) if result and code else None
    if rule:
        return Ground(FREE if is_private else BOUND, said(rule.name), provisions(rule.id))
    actor = law().book.actors.get(code)
    if actor is None or need not in actor.needs:
        return Ground(FREE)
    return Ground(FREE if is_private else TASK, said(actor.does), source_names(actor.basis))


def _naming(result: Result, code: str, need: str) -> Rule | None:
    """The first rule that holds for the person, answers the need and names the actor."""
    actor = law().book.actors.get(code)
    offers = actor is not None and need in actor.needs
    found = [
        rule
        for kind in KINDS
        for rule in result.of_kind(kind)
        if code in rule.actors and _answers(rule, need, offers)
        and result.value(rule.id) is Truth.YES
    ]  # fmt: skip
    return min(found, key=lambda rule: _nearness(rule, need), default=None)


def _nearness(rule: Rule, need: str) -> tuple[int, int, int]:
    topics = TOPICS.get(need, ())
    topic = rule.extra.get("topic")
    near = topics.index(topic) if isinstance(topic, str) and topic in topics else len(topics)
    return KINDS.index(rule.kind), near, rule.order


def _answers(rule: Rule, need: str, offers: bool) -> bool:
    topic = rule.extra.get("topic")
    return topic in TOPICS.get(need, ()) if topic else offers
