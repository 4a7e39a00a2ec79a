# SPDX-License-Identifier: EUPL-1.2
"""Does a book hang together: every name known, every type right, no circle, no text missing."""

from __future__ import annotations

from collections.abc import Iterator

from samvern.law.checking_declared import declared_problems
from samvern.law.checking_self_help import self_help_problems
from samvern.law.errors import PackError, PackProblem
from samvern.law.expr import Expr, names_in
from samvern.law.expression_names import BUILT_IN_FACTS, choice_facts, is_known_name, nearest_name
from samvern.law.model import Rule, RuleSet, Source, Step, Version


def check_ruleset(book: RuleSet) -> None:
    """Raises PackError with every dangling name and every circle.

    Types are checked by compiling.
    """
    problems = [
        *_twice(book), *_rule_problems(book), *_fact_problems(book),
        *_guide_problems(book), *_calendar_problems(book), *_retention_problems(book),
    ]  # fmt: skip
    problems = problems or [*_circles(book), *declared_problems(book), *self_help_problems(book)]
    if problems:
        raise PackError(problems)


def expressions(version: Version) -> tuple[Expr, ...]:
    """Every expression of one version."""
    return tuple(e for e in (version.when, version.starts, version.ends) if e is not None)


def all_expressions(rule: Rule) -> Iterator[Expr]:
    """Every expression of a rule: those of its versions, and what it is presumed from."""
    for version in rule.versions:
        yield from expressions(version)
    presumed = rule.extra.get("presumed")
    if isinstance(presumed, dict):
        yield from presumed.values()


def _twice(book: RuleSet) -> Iterator[PackProblem]:
    for id in book.rules.keys() & book.facts.keys():
        rule = book.rules[id]
        yield PackProblem(
            rule.file, rule.line, id, "is the name of both a rule and a fact; rename one"
        )


def _rule_problems(book: RuleSet) -> Iterator[PackProblem]:
    for rule in book.rules.values():
        for message in _messages(book, rule):
            yield PackProblem(rule.file, rule.line, rule.id, message)


def _messages(book: RuleSet, rule: Rule) -> Iterator[str]:
    options = choice_facts(book)
    for expr in all_expressions(rule):
        for name in dict.fromkeys(names_in(expr, options)):
            own = rule.kind == "clock" and name == "start"
            if not own and not is_known_name(book, name):
                near = nearest_name(book, name)
                yield f"{name} is neither a fact, an option, a rule nor a parameter{near}"
            if _tells_source(book, name):
                yield f"{name} tells how something is known; no rule may rest on it"
    for version in rule.versions:
        yield from _source_messages(book, version.sources)
    for actor in rule.actors:
        if actor not in book.actors:
            yield f"actors: {actor} is not in actors/"
    for article in rule.fulfils:
        if book.articles and article not in book.articles:
            yield f"fulfils: {article} is not an article of {', '.join(book.chain)}"
    if rule.kind == "dimension":
        yield from _dimension_messages(book, rule)
    for fact in rule.extra.get("lapses", ()):  # type: ignore[attr-defined]
        if fact not in book.facts:
            yield f"lapses: {fact} is not a fact"


def _dimension_messages(book: RuleSet, rule: Rule) -> Iterator[str]:
    if rule.extra["decision"] not in book.decisions:
        yield f"decision: {rule.extra['decision']} is not in pack.yaml"
    indicators = rule.extra["indicators"]
    assert isinstance(indicators, dict)
    for id in (id for ids in indicators.values() for id in ids):
        if not is_known_name(book, id):
            yield f"indicators: {id} is neither an indicator nor a fact"


def _source_messages(book: RuleSet, sources: tuple[Source, ...]) -> Iterator[str]:
    for source in sources:
        if source.law not in book.instruments:
            yield f"sources: {source.law} is not in instruments.yaml"


def _fact_problems(book: RuleSet) -> Iterator[PackProblem]:
    options = choice_facts(book)
    for fact in book.facts.values():
        for _, expr in fact.implied_by:
            for name in names_in(expr, options):
                if name not in book.facts and name not in BUILT_IN_FACTS:
                    message = f"implied_by: {name} is not a fact; only facts may imply a fact"
                    yield PackProblem("facts", 0, fact.id, message)


def _guide_problems(book: RuleSet) -> Iterator[PackProblem]:
    options = choice_facts(book)
    for step in book.steps:
        names = [*step.facts, *(names_in(step.when, options) if step.when else ())]
        for name in names:
            if name not in book.facts and not (
                name not in step.facts and is_known_name(book, name)
            ):
                yield PackProblem("guide.yaml", 0, step.id, f"{name} is not a fact")
        for message in _page_messages(book, step):
            yield PackProblem("guide.yaml", 0, step.id, message)
    for receiver in book.receivers.values():
        if receiver.agreed and not is_known_name(book, receiver.agreed):
            message = f"agreed: {receiver.agreed} is not an option"
            yield PackProblem("guide.yaml", 0, receiver.id, message)
    for column in book.matrix:
        for name in column.facts:
            if name not in book.facts:
                yield PackProblem("matrix", 0, column.id, f"{name} is not a fact")


def _page_messages(book: RuleSet, step: Step) -> Iterator[str]:
    """What is wrong with when a step comes and with what it asks in part."""
    if step.first and step.when:
        yield "first: everybody meets it, so it has no when"
    whole = {name for each in book.steps for name in each.whole}
    for name, options in step.shows.items():
        fact = book.facts.get(name)
        if fact and fact.type != "set":
            yield f"shows: {name} is not a set"
        elif fact:
            yield from (f"shows: {name} has no {id}" for id in options if not fact.option(id))
            if name not in whole:
                yield f"shows: no step asks {name} in full"


def _calendar_problems(book: RuleSet) -> Iterator[PackProblem]:
    for change in book.changes:
        for id in change.rules:
            if id not in book.rules:
                yield PackProblem("calendar.yaml", 0, change.id, f"{id} is not a rule")


def _retention_problems(book: RuleSet) -> Iterator[PackProblem]:
    for rule in book.retention.values():
        for message in _source_messages(book, rule.sources):
            yield PackProblem("retention.yaml", 0, rule.id, message)


def _tells_source(book: RuleSet, name: str) -> bool:
    fact = book.facts.get(name) or book.facts.get(name.rpartition(".")[0])
    return bool(fact and fact.known_of)


def dependencies(book: RuleSet, rule: Rule) -> dict[str, None]:
    """The rules that ``rule`` rests on, in reading order."""
    found: dict[str, None] = {}
    options = choice_facts(book)
    for expr in all_expressions(rule):
        for name in names_in(expr, options):
            head = name.rpartition(".")[0]
            for id in (name, head):
                if id in book.rules:
                    found[id] = None
    indicators = rule.extra.get("indicators")
    if isinstance(indicators, dict):
        found.update({id: None for ids in indicators.values() for id in ids if id in book.rules})
    return found


def _circles(book: RuleSet) -> Iterator[PackProblem]:
    done: set[str] = set()
    for start in book.rules:
        circle = _circle_from(book, start, done)
        if circle:
            rule = book.rules[circle[0]]
            yield PackProblem(
                rule.file, rule.line, rule.id, f"goes in a circle: {' → '.join(circle)}"
            )
            return


def _circle_from(book: RuleSet, start: str, done: set[str]) -> list[str]:
    """The first circle reached from ``start``, depth first without recursion."""
    path: list[str] = []
    stack = [(start, False)]
    while stack:
        id, leaving = stack.pop()
        if leaving:
            done.add(path.pop())
        elif id in path:
            return [*path[path.index(id) :], id]
        elif id not in done:
            path.append(id)
            stack.append((id, True))
            stack.extend((other, False) for other in dependencies(book, book.rules[id]))
    return []
