# SPDX-License-Identifier: EUPL-1.2
"""What the person's own page holds: questions in her words, and the few rights that help first.

A right is told only when the law gives it to everybody who has answered as she has, provided that
the words beside it are true of her. What turns on an answer she has not given is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from samvern.guide.controls import control
from samvern.guide.loaded_pack import known_facts, loaded_pack
from samvern.guide.values import Answers
from samvern.law import Result, Truth
from samvern.law.localization import localized
from samvern.law.model import Fact, Option
from samvern.law.self_help import SelfHelp, SelfHelpGroup, SelfHelpRight


@dataclass(frozen=True, slots=True)
class ShownRight:
    """A right in one language: its condition, and what it gives."""

    id: str
    provided: str
    says: str


@dataclass(frozen=True, slots=True)
class ShownRights:
    """The rights of one group, and whom to ask."""

    id: str
    name: str
    ask: str
    rights: list[ShownRight]


def self_help_facts() -> list[Fact]:
    """The few facts she is asked about."""
    return [loaded_pack().facts[name] for name in _self_help().asks]


def self_help_page(answers: Answers, language: str, today: date) -> dict[str, Any]:
    """Questions with the answers so far, and the rights that hold, by group."""
    asked = {fact.id: answers[fact.id] for fact in self_help_facts() if fact.id in answers}
    return {
        "controls": [
            control(self_help_question(fact), asked.get(fact.id), language)
            for fact in self_help_facts()
        ],
        "groups": shown_rights(known_facts(asked), language, today),
        "answered": bool(asked),
    }


def self_help_question(fact: Fact) -> Fact:
    """The question with its answers as it is put to the person herself."""
    if fact.you is None:
        return fact
    options = tuple(Option(one.id, fact.you.options[one.id]) for one in fact.options)
    return replace(fact, question=fact.you.question, help=fact.you.help, options=options)


def shown_rights(asked: Mapping[str, Any], language: str, today: date) -> list[ShownRights]:
    """The groups with something in them for whoever has answered this."""
    law = _Law(asked, today)
    return [
        ShownRights(
            id=group.id,
            name=localized(group.name, language),
            ask=localized(group.ask, language),
            rights=[_right(told, language) for told in law.held(group)],
        )
        for group in _self_help().groups
        if any(law.truth(told) is not Truth.NO for told in group.rights)
    ]


def _right(told: SelfHelpRight, language: str) -> ShownRight:
    return ShownRight(told.id, localized(told.provided, language), localized(told.says, language))


class _Law:
    """What the law says to whoever has answered this; one reading serves many rights."""

    def __init__(self, asked: Mapping[str, Any], today: date) -> None:
        self._asked, self._today = asked, today
        self._read: dict[str, Result] = {}

    def held(self, group: SelfHelpGroup) -> list[SelfHelpRight]:
        """The first of a group that she has, no right twice."""
        found: dict[str, SelfHelpRight] = {}
        for told in group.rights:
            if self.truth(told) is Truth.YES:
                found.setdefault(told.right, told)
        return list(found.values())[: group.most]

    def truth(self, told: SelfHelpRight) -> Truth:
        """Whether she has it, if what its condition says is so."""
        key = repr(sorted(told.given.items()))
        if key not in self._read:
            facts = {**_self_help().given, **self._asked, **told.given}
            self._read[key] = loaded_pack().assess(facts, self._today)
        return self._read[key].value(told.right)


def _self_help() -> SelfHelp:
    return loaded_pack().pack.ruleset.self_help
