# SPDX-License-Identifier: EUPL-1.2
"""Does what a pack declares of itself speak of things that are there?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samvern.law.claims import (
    InvalidDeclaration,
    claims_of,
    independence_of,
    known_answer,
    parsed,
    selected,
)
from samvern.law.errors import PackProblem
from samvern.law.expr import Expr, names_in
from samvern.law.expression_names import choice_facts, is_known_name, nearest_name
from samvern.law.model import RuleSet
from samvern.law.properties import Property


def declared_problems(ruleset: RuleSet) -> Iterator[PackProblem]:
    """Every dangling name and every expression that cannot be read."""
    yield from _actor_problems(ruleset)
    for property in ruleset.declared.properties.values():
        for message in _messages(ruleset, property):
            yield PackProblem(property.file, property.line, property.id, message)
    for impossible in ruleset.declared.impossible:
        for message in _expression_messages(ruleset, impossible.when):
            yield PackProblem(impossible.file, impossible.line, "impossible", message)
    for meant in ruleset.declared.on_purpose:
        for id in meant.of:
            if id not in ruleset.rules and not known_answer(ruleset, id):
                yield PackProblem(
                    meant.file, meant.line, "on_purpose", f"{id} is neither a rule nor a fact"
                )


def _actor_problems(ruleset: RuleSet) -> Iterator[PackProblem]:
    reader = ruleset.declared.reader
    if reader and (reader not in ruleset.facts or ruleset.facts[reader].type != "choice"):
        yield PackProblem(f"{ruleset.id}/pack.yaml", 0, "prove.reader", f"{reader} is not a choice")
        return
    for actor in ruleset.actors.values():
        for profession in actor.profession:
            if reader and ruleset.facts[reader].option(profession) is None:
                message = f"profession: {profession} is not an option of {reader}"
                yield PackProblem("actors", 0, actor.id, message)


def _messages(ruleset: RuleSet, property: Property) -> Iterator[str]:
    try:
        if property.shape == "independent":
            independence_of(ruleset, property)
        exprs = [claim.bad for claim in claims_of(ruleset, property)]
    except InvalidDeclaration as error:
        yield str(error)
        return
    if property.select and not selected(ruleset, property.select):
        yield f"{property.shape}: means no rule"
    yield from _unknown(ruleset, exprs)


def _expression_messages(ruleset: RuleSet, text: str) -> Iterator[str]:
    try:
        yield from _unknown(ruleset, [parsed("when", text)])
    except InvalidDeclaration as error:
        yield str(error)


def _unknown(ruleset: RuleSet, exprs: Iterable[Expr]) -> Iterator[str]:
    known = choice_facts(ruleset)
    names = dict.fromkeys(name for expr in exprs for name in names_in(expr, known))
    for name in names:
        if not is_known_name(ruleset, name):
            near = nearest_name(ruleset, name)
            yield f"{name} is neither a fact, an option, a rule nor a parameter{near}"
