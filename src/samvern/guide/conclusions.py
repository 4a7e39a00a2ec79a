# SPDX-License-Identifier: EUPL-1.2
"""One conclusion of the law as a page shows it;
what explains it is worked out only when it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from samvern.guide.loaded_pack import loaded_pack
from samvern.guide.provisions import Provision, provision
from samvern.law import Result, Truth, own_tasks
from samvern.law.fact_labels import known_in_words
from samvern.law.localization import localized
from samvern.law.model import Rule, Version

MOST_OPEN = 4
"""So many facts are named when something waits for more; a longer list helps nobody choose."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A fact something waits for, to be asked about."""

    fact: str
    label: str


class Conclusion:
    """A rule's answer in one language."""

    def __init__(self, result: Result, rule: Rule, language: str) -> None:
        self.result, self.rule, self.language = result, rule, language
        self.id, self.truth = rule.id, result.value(rule.id)
        self.value = self.truth.value

    @property
    def name(self) -> str:
        """A few words."""
        return localized(own_tasks.name_of(self.result, self.rule), self.language)

    @property
    def text(self) -> str:
        """What it means and what to do."""
        return localized(own_tasks.text_of(self.result, self.rule), self.language)

    @property
    def actors(self) -> tuple[str, ...]:
        """Whom to call: never the body the reader works for."""
        return own_tasks.actors_of(self.result, self.rule)

    @property
    def plain(self) -> str:
        """The same to the person herself, in the plainest words; empty if the pack has none."""
        return localized(self.rule.plain, self.language)

    @cached_property
    def version(self) -> Version:
        """The wording that speaks."""
        return self.result.version(self.rule)

    @property
    def confidence(self) -> str:
        """verified, derived or unverified."""
        return self.version.confidence

    @property
    def urgency(self) -> str:
        """now, today, soon, later or nothing."""
        return self.rule.urgency

    def __getattr__(self, name: str) -> Any:
        """What only some kinds have: strength, consent, severity, topic, to, data."""
        try:
            extra = self.__dict__["rule"].extra
        except KeyError:
            raise AttributeError(name) from None
        if name in OWN_FIELDS:
            return extra.get(name, "")
        raise AttributeError(name)

    @cached_property
    def why(self) -> list[dict[str, str]]:
        """The facts that settle it, in words."""
        return self._in_words(self.result.why(self.id))

    def first_reasons(self, most: int) -> tuple[list[dict[str, str]], int]:
        """The first facts that settle it, in words, and how many more there are."""
        names, more = self.result.short_reasons.reasons(self.id, most)
        return self._in_words(names), more

    @cached_property
    def open(self) -> list[OpenQuestion]:
        """The facts it waits for, the first few."""
        return questions(self.result.short_reasons.waits(self.id, MOST_OPEN), self.language)

    @cached_property
    def would_change(self) -> list[dict[str, Any]]:
        """The smallest changes that would turn it."""
        return self.result.would_change(self.id, self.language)

    @property
    def sources(self) -> tuple[Provision, ...]:
        """The provisions it rests on."""
        return provisions_of(self.version, self.language)

    def _in_words(self, facts: Iterable[str]) -> list[dict[str, str]]:
        return known_in_words(self.result.ruleset, self.result.situation, facts, self.language)


OWN_FIELDS = frozenset(
    {"strength", "consent", "severity", "topic", "to", "data", "max_years", "beside"}
)


def of_kind(result: Result, kind: str, language: str, *values: Truth) -> list[Conclusion]:
    """The conclusions of a kind with one of these values, as the pack orders them."""
    return [
        Conclusion(result, rule, language)
        for rule in result.pack.in_order.get(kind, ())
        if result.value(rule.id) in values
    ]


def questions(names: Iterable[str], language: str) -> list[OpenQuestion]:
    """Facts to ask about, once each; of a set's options only the set."""
    facts = loaded_pack().facts
    heads = dict.fromkeys(name.partition(".")[0] for name in names)
    return [OpenQuestion(id, localized(facts[id].label, language)) for id in heads if id in facts]


@lru_cache(maxsize=4096)
def _provisions(sources: tuple[Any, ...], language: str) -> tuple[Provision, ...]:
    return tuple(provision(source, language) for source in sources)


def provisions_of(version: Version, language: str) -> tuple[Provision, ...]:
    """The provisions of one wording, with names and addresses."""
    return _provisions(version.sources, language)
