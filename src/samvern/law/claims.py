# SPDX-License-Identifier: EUPL-1.2
"""From declared properties to single claims: where one is a yes, its property is broken.

``for_each`` gives one claim an option or rule; ``excludes`` one a pair; ``not_own`` one for each
rule and actor. What needs no search (``every``) is answered from the rules as written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from samvern.law.expr import All, Compare, Expr, ExpressionError, In, Name, Not, parse
from samvern.law.model import Fact, Rule, RuleSet
from samvern.law.properties import LocalizedText, Property, Selector

PLACE = "{option}"


class InvalidDeclaration(ValueError):
    """A property that cannot be read: an expression, an option or a name that is not there."""


@dataclass(frozen=True, slots=True)
class PropertyClaim:
    """``bad`` is a yes in no situation. ``about``: the option, rule or pair it is about, in words.

    ``rules``: the rules it names, to be shown with a counter-example.
    """

    id: str
    property: Property
    bad: Expr
    about: LocalizedText
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Independence:
    """No change of ``of`` alone (facts, options or rules) changes a rule of ``rules``."""

    id: str
    property: Property
    rules: tuple[str, ...]
    of: tuple[str, ...]
    given: Expr | None


@dataclass(frozen=True, slots=True)
class _Instance:
    option: str
    about: LocalizedText
    given: tuple[Expr, ...]


def claims_of(ruleset: RuleSet, property: Property) -> list[PropertyClaim]:
    """The claims of one property; none for ``every`` and ``independent``.

    Raises:
        InvalidDeclaration: what it names is no part of the pack.
    """
    found = []
    for instance in _instances(ruleset, property):
        for suffix, expr, about in _bad(ruleset, property, instance):
            parts = (*instance.given, *_given(property, instance.option), expr)
            bad = All(parts) if len(parts) > 1 else expr
            id = ":".join(filter(None, (property.id, instance.option, suffix)))
            rules = tuple(dict.fromkeys(n for n in _names(bad) if n in ruleset.rules))
            found.append(PropertyClaim(id, property, bad, {**instance.about, **about}, rules))
    return found


def independence_of(ruleset: RuleSet, property: Property) -> Independence:
    """What an ``independent`` property says. Raises InvalidDeclaration."""
    for name in property.body:
        if name not in ruleset.rules:
            raise InvalidDeclaration(f"independent: {name} is not a rule")
    for name in property.of:
        if name not in ruleset.rules and not known_answer(ruleset, name):
            raise InvalidDeclaration(f"independent: {name} is neither a fact, an option nor a rule")
    if property.for_each:
        raise InvalidDeclaration("independent: goes without for_each")
    given = _given(property, "")
    return Independence(
        property.id, property, property.body, property.of, given[0] if given else None
    )


def known_answer(ruleset: RuleSet, name: str) -> bool:
    """Whether ``name`` is a fact or an option of one (``fact.option``)."""
    fact, _, option = name.rpartition(".")
    return name in ruleset.facts or (
        fact in ruleset.facts and ruleset.facts[fact].option(option) is not None
    )


def rules_lacking(ruleset: RuleSet, property: Property) -> list[tuple[Rule, str]]:
    """The rules that lack something ``every`` says they have, and what."""
    return [
        (rule, what)
        for rule in selected(ruleset, property.select)
        for what in property.has
        if not _has(rule, what)
    ]


def selected(ruleset: RuleSet, selector: Selector) -> list[Rule]:
    """The rules a selector means."""
    return [
        r for r in ruleset.rules.values() if all(_value(r, f) in v for f, v in selector.items())
    ]


def _value(rule: Rule, field: str) -> object:
    return rule.extra.get(field) if field in rule.extra else getattr(rule, field, None)


def _has(rule: Rule, what: str) -> bool:
    if what == "who":
        return bool(rule.actors or rule.who)
    if what in ("sources", "text"):
        return all(getattr(version, what) for version in rule.versions)
    return bool(_value(rule, what))


# what a property is about, one by one


def _instances(ruleset: RuleSet, property: Property) -> list[_Instance]:
    each = property.for_each
    if not each:
        return [_Instance("", {}, ())]
    if isinstance(each, str):
        if each not in ruleset.facts:
            raise InvalidDeclaration(f"for_each: {each} is not a fact")
        return [
            _of_option(ruleset.facts[each], option.id) for option in ruleset.facts[each].options
        ]
    rules = (
        [_rule(ruleset, id) for id in each] if isinstance(each, tuple) else selected(ruleset, each)
    )
    if not rules:
        raise InvalidDeclaration("for_each: means no rule")
    return [_Instance(rule.id, rule.name, (Name(rule.id),)) for rule in rules]


def _of_option(fact: Fact, option: str) -> _Instance:
    label = next(o.label for o in fact.options if o.id == option)
    held = In(fact.id, (option,)) if fact.type == "choice" else Name(f"{fact.id}.{option}")
    return _Instance(option, label, (held,))


def _rule(ruleset: RuleSet, id: str) -> Rule:
    if id not in ruleset.rules:
        raise InvalidDeclaration(f"{id} is not a rule")
    return ruleset.rules[id]


# what would break it


def _bad(
    ruleset: RuleSet, property: Property, instance: _Instance
) -> Iterator[tuple[str, Expr, Mapping[str, str]]]:
    option = instance.option
    if property.shape == "never":
        yield "", _parsed("never", property.body[0], option), {}
    if property.shape == "always":
        yield "", Not(_parsed("always", property.body[0], option)), {}
    if property.shape == "excludes":
        items = [(text, _parsed("excludes", text, option)) for text in property.body]
        for (one, a), (other, b) in combinations(items, 2):
            yield (
                f"{one}+{other}" if len(items) > 2 else "",
                All((a, b)),
                _pair(ruleset, one, other),
            )
    if property.shape == "not_own":
        yield from _own_calls(ruleset, property)


def _own_calls(
    ruleset: RuleSet, property: Property
) -> Iterator[tuple[str, Expr, Mapping[str, str]]]:
    reader = ruleset.declared.reader
    if reader not in ruleset.facts:
        raise InvalidDeclaration(
            "not_own: prove.reader in pack.yaml must name the reader's own fact"
        )
    for rule in selected(ruleset, property.select):
        for actor in (ruleset.actors[id] for id in rule.actors if id in ruleset.actors):
            works = tuple(p for p in actor.profession if p not in _worded(rule))
            if works:
                own = In(reader, works)
                about = {k: f"{v} ({actor.name.get(k, '')})" for k, v in rule.name.items()}
                yield f"{rule.id}+{actor.id}", All((Name(rule.id), own)), about


def _worded(rule: Rule) -> Mapping[str, object]:
    """The readers for whom the rule has words of its own."""
    wordings = rule.extra.get("own")
    return wordings if isinstance(wordings, dict) else {}


def _pair(ruleset: RuleSet, one: str, other: str) -> Mapping[str, str]:
    names = [ruleset.rules[text].name if text in ruleset.rules else {} for text in (one, other)]
    if not all(names):
        return {}
    return {lang: f"{names[0][lang]} / {names[1].get(lang, '')}" for lang in names[0]}


def _given(property: Property, option: str) -> tuple[Expr, ...]:
    return (_parsed("given", property.given, option),) if property.given else ()


def _parsed(field: str, text: str, option: str) -> Expr:
    if PLACE in text and not option:
        raise InvalidDeclaration(f"{field}: {PLACE} goes with for_each")
    try:
        return parse(text.replace(PLACE, option))
    except ExpressionError as error:
        raise InvalidDeclaration(f"{field}: {error}") from error


def parsed(field: str, text: str) -> Expr:
    """An expression outside any ``for_each``. Raises InvalidDeclaration."""
    return _parsed(field, text, "")


def _names(expr: Expr) -> list[str]:
    match expr:
        case Name(name):
            return [name]
        case Not(item):
            return _names(item)
        case Compare(_, left, right):
            return _names(left) + _names(right)
        case _:
            return [name for item in getattr(expr, "items", ()) for name in _names(item)]
