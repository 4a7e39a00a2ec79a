# SPDX-License-Identifier: EUPL-1.2
"""What the search answers, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samvern.law.fact_labels import known_in_words
from samvern.law.localization import localized, localized_word, show_day, show_span, translated
from samvern.law.model import Fact, RuleSet
from samvern.law.properties import Property
from samvern.law.proving.concrete_situations import ConcreteSituation
from samvern.law.proving.verdicts import CounterExample, LocalizedText, PackFinding
from samvern.law.situation import read_situation, read_span

_PHRASES = {
    "holds": "holds for everybody",
    "broken": "does not hold",
    "unproved": "not proved",
    "out of time": "out of time",
    "somebody": "For somebody of whom this is known:",
    "anybody": "For somebody of whom nothing is known.",
    "changed": "And this changed:",
    "asked": "Asked",
    "event": "The event",
    "only": "and none of the others",
    "lacks": "lacks",
    "never_yes": "Never a yes",
    "never_no": "Never a no",
    "only_open": "May be open, but is never a yes",
    "only_unknown": "A yes only while something is not known",
    "changes_nothing": "Changes nothing",
    "answer_unused": "No page uses the answer",
}


def phrase(key: str, lang: str) -> str:
    """One of the words the search says."""
    return translated(_PHRASES.get(key, key), lang)


def sentence(property: Property, lang: str) -> str:
    """What a property promises, with no option in particular."""
    return localized(property.name, lang).replace("{option}", "…")


def about(counter: CounterExample, property: Property, lang: str) -> str:
    """What exactly does not hold."""
    name, label = (
        localized(property.name, lang),
        localized(counter.about, lang) if counter.about else "",
    )
    if "{option}" in name:
        return name.replace("{option}", label)
    return f"{name}: {label}" if label else name


def person(ruleset: RuleSet, someone: ConcreteSituation, lang: str) -> list[str]:
    """A situation, one line a fact, and its days."""
    situation = read_situation(ruleset, someone.facts)
    lines = []
    for id, value in someone.facts.items():
        fact = ruleset.facts[id]
        label = localized(fact.label, lang)
        if fact.type == "set":
            lines.append(f"{label}: {_ticked(fact, value, lang)}")
        else:
            lines.append(f"{label}: {known_in_words(ruleset, situation, [id], lang)[0]['value']}")
    lines.append(f"{phrase('asked', lang)}: {show_day(someone.asked_on.toordinal(), lang)}")
    if someone.event_on is not None:
        span = read_span("event_on", someone.event_on)
        lines.append(f"{phrase('event', lang)}: {show_span(span, 'date', '', lang)}")
    return lines


def _ticked(fact: Fact, value: Any, lang: str) -> str:
    """Options that are there, and those that are not."""
    found = value if isinstance(value, Mapping) else {"has": value}
    has, lacks = (found.get(key, ()) for key in ("has", "not"))
    if len(lacks) == len(fact.options):
        return localized_word("none", lang)
    labels = {option.id: localized(option.label, lang) for option in fact.options}
    parts = [labels[id] for id in has]
    if len(has) + len(lacks) == len(fact.options):
        return f"{', '.join(parts)} {phrase('only', lang)}"
    return ", ".join([*parts, *(f"{localized_word('not', lang)} {labels[id]}" for id in lacks)])


def answers(ruleset: RuleSet, rules: Mapping[str, str], lang: str) -> list[str]:
    """Rules by name, and their answers."""
    return [
        f"{localized(ruleset.rules[id].name, lang)} ({id}): "
        + " → ".join(localized_word(one, lang) for one in value.split("|"))
        for id, value in rules.items()
    ]


def named(ruleset: RuleSet, finding: PackFinding, lang: str) -> str:
    """What a finding is about."""
    id = finding.id
    if id in ruleset.rules:
        return f"{localized(ruleset.rules[id].name, lang)} ({id})"
    fact, _, option = id.rpartition(".")
    if id in ruleset.facts:
        return f"{localized(ruleset.facts[id].label, lang)} ({id})"
    labels: list[LocalizedText] = [ruleset.facts[fact].label]
    labels += [o.label for o in ruleset.facts[fact].options if o.id == option]
    return f"{': '.join(localized(label, lang) for label in labels)} ({id})"
