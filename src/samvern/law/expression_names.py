# SPDX-License-Identifier: EUPL-1.2
"""The names an expression may use."""

from __future__ import annotations

from difflib import get_close_matches

from samvern.law.model import RuleSet

BUILT_IN_FACTS = ("event_on", "asked_on")


def is_known_name(ruleset: RuleSet, name: str) -> bool:
    """Whether ``name`` may stand in an expression."""
    head, _, tail = name.rpartition(".")
    if name in ruleset.facts or name in ruleset.rules or name in BUILT_IN_FACTS:
        return True
    if head in ruleset.facts and ruleset.facts[head].type == "set":
        return ruleset.facts[head].option(tail) is not None
    if head in ruleset.rules and ruleset.rules[head].kind == "clock":
        return tail in ("start", "end")
    return name.startswith("param.") and name[6:] in ruleset.parameters


def choice_facts(ruleset: RuleSet) -> frozenset[str]:
    """The facts that are choices: what they are compared with is an option."""
    return frozenset(fact.id for fact in ruleset.facts.values() if fact.type == "choice")


def nearest_name(ruleset: RuleSet, name: str) -> str:
    """A hint at the name that was meant, or nothing."""
    options = [
        f"{f.id}.{o.id}" for f in ruleset.facts.values() if f.type == "set" for o in f.options
    ]
    close = get_close_matches(name, [*ruleset.facts, *ruleset.rules, *options], n=1)
    return f"; did you mean {close[0]}?" if close else ""
