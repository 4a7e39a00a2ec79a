# SPDX-License-Identifier: EUPL-1.2
"""Does the page for the person herself ask in her words, and promise no more than is known?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samvern.law.errors import InputError, PackProblem
from samvern.law.model import Fact, RuleSet
from samvern.law.self_help import MOST_RIGHTS, SelfHelpRight
from samvern.law.situation import read_situation

FILE = "door.yaml"


def self_help_problems(ruleset: RuleSet) -> Iterator[PackProblem]:
    """Every question without her words, every right that is none, and a page too long."""
    self_help = ruleset.self_help
    for name in self_help.asks:
        for message in _question_messages(ruleset, name):
            yield PackProblem(FILE, 0, name, message)
    for message in _given_messages(ruleset, self_help.given):
        yield PackProblem(FILE, 0, "given", message)
    for told in self_help.told():
        for message in _told_messages(ruleset, told):
            yield PackProblem(FILE, 0, told.id, message)
    for id in sorted(_twice([told.id for told in self_help.told()])):
        yield PackProblem(FILE, 0, id, "is written twice")
    most = sum(group.most for group in self_help.groups)
    if most > MOST_RIGHTS:
        yield PackProblem(
            FILE, 0, "most", f"is {most} in all; at most {MOST_RIGHTS} rights are shown"
        )


def _question_messages(ruleset: RuleSet, name: str) -> Iterator[str]:
    fact = ruleset.facts.get(name)
    if fact is None:
        yield f"asks: {name} is not a fact"
    elif fact.you is None:
        yield "is asked of the person herself, but has no words for her (you:)"
    elif lacking := _untranslated(fact):
        yield f"you: lacks {', '.join(lacking)}, in which the question to others is written"


def _untranslated(fact: Fact) -> list[str]:
    """Languages in which others are asked, but she is not."""
    assert fact.you is not None
    own = [
        fact.you.question,
        *fact.you.options.values(),
        *([fact.you.help] if fact.you.help else []),
    ]
    return sorted(lang for lang in fact.question if any(lang not in text for text in own))


def _told_messages(ruleset: RuleSet, told: SelfHelpRight) -> Iterator[str]:
    rule = ruleset.rules.get(told.right)
    if rule is None or rule.kind != "right":
        yield f"right: {told.right} is not a right"
    if known := sorted(ruleset.self_help.given.keys() & told.given.keys()):
        yield f"given: {', '.join(known)} is given for the whole page"
    if asked := sorted(set(ruleset.self_help.asks) & told.given.keys()):
        yield f"given: {', '.join(asked)} is asked on the page; only she can answer it"
    yield from _given_messages(ruleset, {**ruleset.self_help.given, **told.given})


def _given_messages(ruleset: RuleSet, given: Mapping[str, object]) -> Iterator[str]:
    try:
        read_situation(ruleset, given)
    except InputError as error:
        yield f"given: {error}"


def _twice(ids: list[str]) -> set[str]:
    return {id for id in ids if ids.count(id) > 1}
