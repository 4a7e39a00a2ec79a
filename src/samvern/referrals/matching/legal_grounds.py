# SPDX-License-Identifier: EUPL-1.2
"""Who the law names for a need of a person: by a rule that holds for her, or by its task.

A voluntary body that a rule names is pointed to, never bound.
"""

from dataclasses import dataclass

from samvern.access.models import Organisation
from samvern.cases.core.models import Person
from samvern.cases.core.pack import current_pack, localized, rule_provisions
from samvern.cases.facts.domain import evaluate_person
from samvern.cases.sharing.disclosure_grounds import PRIVATE
from samvern.law import InputError, Result, Truth
from samvern.law.model import Rule
from samvern.referrals.choices import source_names

BOUND, TASK, FREE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class LegalGround:
    """What the law says of one organisation and one need."""

    duty: int
    """0 bound by a rule that holds for the person, 1 by its task in law, 2 not bound."""
    text: str = ""
    provision: str = ""


def evaluate_law(person: Person) -> Result | None:
    """What the law says of what is known; None where that contradicts itself."""
    try:
        return evaluate_person(person)
    except InputError:
        return None


def ground_for(organisation: Organisation, need: str, result: Result | None) -> LegalGround:
    """The strongest ground there is, with its provision."""
    code, is_private = organisation.actor_code, organisation.kind in PRIVATE
    rule = _naming(result, code, need) if result and code else None
    if rule:
        return LegalGround(
            FREE if is_private else BOUND, localized(rule.name), rule_provisions(rule.id)
        )
    actor = current_pack().ruleset.actors.get(code)
    if actor is None or need not in actor.needs:
        return LegalGround(FREE)
    return LegalGround(
        FREE if is_private else TASK, localized(actor.does), source_names(actor.basis)
    )


def _naming(result: Result, code: str, need: str) -> Rule | None:
    """The first rule that holds for the person, answers the need and names the actor."""
    actor = current_pack().ruleset.actors.get(code)
    offers = actor is not None and need in actor.needs
    found = [
        rule
        for kind in RULE_KINDS
        for rule in result.of_kind(kind)
        if code in rule.actors and _answers(rule, need, offers)
        and result.value(rule.id) is Truth.YES
    ]  # fmt: skip
    return min(found, key=lambda rule: _nearness(rule, need), default=None)


def _nearness(rule: Rule, need: str) -> tuple[int, int, int]:
    topics = topics_of(need)
    topic = rule.extra.get("topic")
    near = topics.index(topic) if isinstance(topic, str) and topic in topics else len(topics)
    return RULE_KINDS.index(rule.kind), near, rule.order


def _answers(rule: Rule, need: str, offers: bool) -> bool:
    topic = rule.extra.get("topic")
    return topic in topics_of(need) if topic else offers


RULE_KINDS = ("right", "duty", "referral")


def topics_of(need: str) -> tuple[str, ...]:
    """The topics of the pack's rights that answer a need, the nearest first.

    A rule without a topic answers by its actor.
    """
    row = current_pack().ruleset.needs.get(need)
    return row.topics if row else ()
