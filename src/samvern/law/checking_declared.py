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


def declared_problems(book: RuleSet) -> Iterator[PackProblem]:
    """Every dangling name and every expression that cannot be read."""
    yield from _actor_problems(book)
    for property in book.declared.properties.values():
        for message in _messages(book, property):
            yield PackProblem(property.file, property.line, property.id, message)
    for impossible in book.declared.impossible:
        for message in _expression_messages(book, impossible.when):
            yield PackProblem(impossible.file, impossible.line, "impossible", message)
    for meant in book.declared.on_purpose:
        for id in meant.of:
            if id not in book.rules and not known_answer(book, id):
                yield PackProblem(
                    meant.file, meant.line, "on_purpose", f"{id} is neither a rule nor a fact"
                )


def _actor_problems(book: RuleSet) -> Iterator[PackProblem]:
    reader = book.declared.reader
    if reader and (reader not in book.facts or book.facts[reader].type != "choice"):
        yield PackProblem(f"{book.id}/pack.yaml", 0, "prove.reader", f"{reader} is not a choice")
        return
    for actor in book.actors.values():
        for profession in actor.profession:
            if reader and book.facts[reader].option(profession) is None:
                message = f"profession: {profession} is not an option of {reader}"
                yield PackProblem("actors", 0, actor.id, message)


def _messages(book: RuleSet, property: Property) -> Iterator[str]:
    try:
        if property.shape == "independent":
            independence_of(book, property)
        exprs = [claim.bad for claim in claims_of(book, property)]
    except InvalidDeclaration as error:
        yield str(error)
        return
    if property.select and not selected(book, property.select):
        yield f"{property.shape}: means no rule"
    yield from _unknown(book, exprs)


def _expression_messages(book: RuleSet, text: str) -> Iterator[str]:
    try:
        yield from _unknown(book, [parsed("when", text)])
    except InvalidDeclaration as error:
        yield str(error)


def _unknown(book: RuleSet, exprs: Iterable[Expr]) -> Iterator[str]:
    known = choice_facts(book)
    names = dict.fromkeys(name for expr in exprs for name in names_in(expr, known))
    for name in names:
        if not is_known_name(book, name):
            near = nearest_name(book, name)
            yield f"{name} is neither a fact, an option, a rule nor a parameter{near}"
