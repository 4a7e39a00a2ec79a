# SPDX-License-Identifier: EUPL-1.2
"""What a rule says to a reader who works where it sends others: her own task, never a call home."""

from __future__ import annotations

from samvern.law.model import LocalizedText, Rule
from samvern.law.result import Result


def name_of(result: Result, rule: Rule) -> LocalizedText:
    """The rule's name, as this reader should have it."""
    own = _own(result, rule)
    return (own[0] if own else None) or rule.name


def text_of(result: Result, rule: Rule) -> LocalizedText | None:
    """What the rule means and what to do, as this reader should have it."""
    own = _own(result, rule)
    return own[1] if own else result.version(rule).text


def actors_of(result: Result, rule: Rule) -> tuple[str, ...]:
    """Whom to call; never the body the reader works for."""
    works, actors = _works_as(result), result.ruleset.actors
    if rule.kind not in ("duty", "referral"):
        return rule.actors
    return tuple(id for id in rule.actors if id not in actors or works not in actors[id].profession)


def _own(result: Result, rule: Rule) -> tuple[LocalizedText | None, LocalizedText] | None:
    wordings = rule.extra.get("own")
    return wordings.get(_works_as(result)) if isinstance(wordings, dict) and wordings else None


def _works_as(result: Result) -> str:
    """The one answer to what the reader works as; empty while that is open."""
    fact = result.ruleset.facts.get(result.ruleset.declared.reader)
    mask = result.situation.masks.get(fact.id, 0) if fact else 0
    if fact is None or mask.bit_count() != 1:
        return ""
    return fact.options[mask.bit_length() - 1].id
