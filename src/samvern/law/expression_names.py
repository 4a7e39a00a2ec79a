# SPDX-License-Identifier: EUPL-1.2
"""The names an expression may use."""

from __future__ import annotations

from difflib import get_close_matches

from samvern.law.model import RuleSet

BUILT_IN_FACTS = ("event_on", "asked_on")


def is_known_name(book: RuleSet, name: str) -> bool:
    """Whether ``name`` may stand in an expression."""
    head, _, tail = name.rpartition(".")
    if name in book.facts or name in book.rules or name in BUILT_IN_FACTS:
        return True
    if head in book.facts and book.facts[head].type == "set":
        return book.facts[head].option(tail) is not None
    if head in book.rules and book.rules[head].kind == "clock":
        return tail in ("start", "end")
    return name.startswith("param.") and name[6:] in book.parameters


def choice_facts(book: RuleSet) -> frozenset[str]:
    """The facts that are choices: what they are compared with is an option."""
    return frozenset(fact.id for fact in book.facts.values() if fact.type == "choice")


def nearest_name(book: RuleSet, name: str) -> str:
    """A hint at the name that was meant, or nothing."""
    options = [f"{f.id}.{o.id}" for f in book.facts.values() if f.type == "set" for o in f.options]
    close = get_close_matches(name, [*book.facts, *book.rules, *options], n=1)
    return f"; did you mean {close[0]}?" if close else ""
