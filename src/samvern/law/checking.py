# SPDX-License-Identifier: EUPL-1.2
"""Does a ruleset hang together: names known, types right, no circle, no text missing."""

from __future__ import annotations

from collections.abc import Iterator

from samvern.law.checking_declared import declared_problems
from samvern.law.checking_needs import needs_problems
from samvern.law.checking_self_help import self_help_problems
from samvern.law.errors import PackError, PackProblem
from samvern.law.expr import Expr, names_in
from samvern.law.expression_names import BUILT_IN_FACTS, choice_facts, is_known_name, nearest_name
from samvern.law.model import Rule, RuleSet, Source, Step, Version


def check_ruleset(ruleset: RuleSet) -> None:
    """Raises PackError with every dangling name and every circle.

    Types are checked by compiling.
    """
    problems = [
        *_twice(ruleset), *_rule_problems(ruleset), *_fact_problems(ruleset),
        *_guide_problems(ruleset), *_calendar_problems(ruleset), *_retention_problems(ruleset),
        *needs_problems(ruleset),
    ]  # fmt: skip
    problems = problems or [
        *_circles(ruleset),
        *declared_problems(ruleset),
        *self_help_problems(ruleset),
    ]
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


def _twice(ruleset: RuleSet) -> Iterator[PackProblem]:
    for id in ruleset.rules.keys() & ruleset.facts.keys():
        rule = ruleset.rules[id]
        yield PackProblem(
            rule.file, rule.line, id, "is the name of both a rule and a fact; rename one"
        )


def _rule_problems(ruleset: RuleSet) -> Iterator[PackProblem]:
    for rule in ruleset.rules.values():
        for message in _messages(ruleset, rule):
            yield PackProblem(rule.file, rule.line, rule.id, message)


def _messages(ruleset: RuleSet, rule: Rule) -> Iterator[str]:
    options = choice_facts(ruleset)
    for expr in all_expressions(rule):
        for name in dict.fromkeys(names_in(expr, options)):
            own = rule.kind == "clock" and name == "start"
            if not own and not is_known_name(ruleset, name):
                near = nearest_name(ruleset, name)
                yield f"{name} is neither a fact, an option, a rule nor a parameter{near}"
            if _tells_source(ruleset, name):
                yield f"{name} tells how something is known; no rule may rest on it"
    for version in rule.versions:
        yield from _source_messages(ruleset, version.sources)
    for actor in rule.actors:
        if actor not in ruleset.actors:
            yield f"actors: {actor} is not in actors/"
    for article in rule.fulfils:
        if ruleset.articles and article not in ruleset.articles:
            yield f"fulfils: {article} is not an article of {', '.join(ruleset.chain)}"
    if rule.kind == "dimension":
        yield from _dimension_messages(ruleset, rule)
    for fact in rule.extra.get("lapses", ()):  # type: ignore[attr-defined]
        if fact not in ruleset.facts:
            yield f"lapses: {fact} is not a fact"


def _dimension_messages(ruleset: RuleSet, rule: Rule) -> Iterator[str]:
    if rule.extra["decision"] not in ruleset.decisions:
        yield f"decision: {rule.extra['decision']} is not in pack.yaml"
    indicators = rule.extra["indicators"]
    assert isinstance(indicators, dict)
    for id in (id for ids in indicators.values() for id in ids):
        if not is_known_name(ruleset, id):
            yield f"indicators: {id} is neither an indicator nor a fact"


def _source_messages(ruleset: RuleSet, sources: tuple[Source, ...]) -> Iterator[str]:
    for source in sources:
        if source.law not in ruleset.instruments:
            yield f"sources: {source.law} is not in instruments.yaml"


def _fact_problems(ruleset: RuleSet) -> Iterator[PackProblem]:
    options = choice_facts(ruleset)
    for fact in ruleset.facts.values():
        for _, expr in fact.implied_by:
            for name in names_in(expr, options):
                if name not in ruleset.facts and name not in BUILT_IN_FACTS:
                    message = f"implied_by: {name} is not a fact; only facts may imply a fact"
                    yield PackProblem("facts", 0, fact.id, message)


def _guide_problems(ruleset: RuleSet) -> Iterator[PackProblem]:
    options = choice_facts(ruleset)
    for step in ruleset.steps:
        names = [*step.facts, *(names_in(step.when, options) if step.when else ())]
        for name in names:
            if name not in ruleset.facts and not (
                name not in step.facts and is_known_name(ruleset, name)
            ):
                yield PackProblem("guide.yaml", 0, step.id, f"{name} is not a fact")
        for message in _page_messages(ruleset, step):
            yield PackProblem("guide.yaml", 0, step.id, message)
    for receiver in ruleset.receivers.values():
        if receiver.agreed and not is_known_name(ruleset, receiver.agreed):
            message = f"agreed: {receiver.agreed} is not an option"
            yield PackProblem("guide.yaml", 0, receiver.id, message)
    for column in ruleset.matrix:
        for name in column.facts:
            if name not in ruleset.facts:
                yield PackProblem("matrix", 0, column.id, f"{name} is not a fact")


def _page_messages(ruleset: RuleSet, step: Step) -> Iterator[str]:
    """What is wrong with when a step comes and with what it asks in part."""
    if step.first and step.when:
        yield "first: everybody meets it, so it has no when"
    whole = {name for each in ruleset.steps for name in each.whole}
    for name, options in step.shows.items():
        fact = ruleset.facts.get(name)
        if fact and fact.type != "set":
            yield f"shows: {name} is not a set"
        elif fact:
            yield from (f"shows: {name} has no {id}" for id in options if not fact.option(id))
            if name not in whole:
                yield f"shows: no step asks {name} in full"


def _calendar_problems(ruleset: RuleSet) -> Iterator[PackProblem]:
    for change in ruleset.changes:
        for id in change.rules:
            if id not in ruleset.rules:
                yield PackProblem("calendar.yaml", 0, change.id, f"{id} is not a rule")


def _retention_problems(ruleset: RuleSet) -> Iterator[PackProblem]:
    for rule in ruleset.retention.values():
        for message in _source_messages(ruleset, rule.sources):
            yield PackProblem("retention.yaml", 0, rule.id, message)


def _tells_source(ruleset: RuleSet, name: str) -> bool:
    fact = ruleset.facts.get(name) or ruleset.facts.get(name.rpartition(".")[0])
    return bool(fact and fact.known_of)


def dependencies(ruleset: RuleSet, rule: Rule) -> dict[str, None]:
    """The rules that ``rule`` rests on, in reading order."""
    found: dict[str, None] = {}
    options = choice_facts(ruleset)
    for expr in all_expressions(rule):
        for name in names_in(expr, options):
            head = name.rpartition(".")[0]
            for id in (name, head):
                if id in ruleset.rules:
                    found[id] = None
    indicators = rule.extra.get("indicators")
    if isinstance(indicators, dict):
        found.update({id: None for ids in indicators.values() for id in ids if id in ruleset.rules})
    return found


def _circles(ruleset: RuleSet) -> Iterator[PackProblem]:
    done: set[str] = set()
    for start in ruleset.rules:
        circle = _circle_from(ruleset, start, done)
        if circle:
            rule = ruleset.rules[circle[0]]
            yield PackProblem(
                rule.file, rule.line, rule.id, f"goes in a circle: {' → '.join(circle)}"
            )
            return


def _circle_from(ruleset: RuleSet, start: str, done: set[str]) -> list[str]:
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
            stack.extend((other, False) for other in dependencies(ruleset, ruleset.rules[id]))
    return []
