# SPDX-License-Identifier: EUPL-1.2
"""The expressions a jurist writes after ``when:``, ``starts:`` and ``ends:``, as a tree.

    expression := conjunction ("or" conjunction)*
    conjunction := negation ("and" negation)*
    negation := "not" negation | comparison
    comparison := sum (("=" | "!=" | "<" | "<=" | ">" | ">=") sum | "in" "{" name ("," name)* "}")?
    sum := atom (("+" | "-") atom)*
    atom := name | number | date | duration | "yes" | "no" | "(" expression ")"
          | "count" "(" expression ("," expression)* ")"

There is no ``known(x)``: an expression that could tell ignorance from a no would let new knowledge
turn an answer round.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from samvern.law.dates import Duration

MAX_TOKENS = 2000
MAX_DEPTH = 40


@dataclass(frozen=True, slots=True)
class Const:
    """yes, no, a number, a date or a duration."""

    value: bool | float | date | Duration


@dataclass(frozen=True, slots=True)
class Name:
    """A fact, an option of a set, a rule, a parameter or a clock's date."""

    name: str


@dataclass(frozen=True, slots=True)
class Not:
    """Negation."""

    item: Expr


@dataclass(frozen=True, slots=True)
class All:
    """Every one of ``items`` holds."""

    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of ``items`` holds."""

    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many of ``items`` hold; only meaningful inside a comparison with a number."""

    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """``left op right``, op one of ``= != < <= > >=``."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class In:
    """A choice is one of ``options``."""

    name: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """A date moved by a duration (or by a parameter that is one)."""

    base: Expr
    sign: int
    by: Expr


Expr = Const | Name | Not | All | Any | Count | Compare | In | Shift


class ExpressionError(ValueError):
    """An expression that cannot be read; the message says where and what was expected."""


_TOKEN = re.compile(
    r"""\s*(?:(?P<date>\d{4}-\d\d-\d\d)
      | (?P<duration>\d+\ +(?:hour|day|week|month|year)s?\b)
      | (?P<number>\d+(?:\.\d+)?)(?![\w.-])
      | (?P<name>(?:[A-Za-z_]|\d+_)\w*(?:[-.]\w+)*)
      | (?P<op><=|>=|!=|[=<>+(){},]|-))""",
    re.VERBOSE | re.ASCII,
)
_COMPARISONS = frozenset(("=", "!=", "<", "<=", ">", ">="))
_KEYWORDS = frozenset(("and", "or", "not", "in", "count", "yes", "no"))


def parse(text: str) -> Expr:
    """The tree of ``text``. Raises ExpressionError."""
    return _Parser(_tokens(text)).whole()


def _tokens(text: str) -> list[tuple[str, str, int]]:
    tokens: list[tuple[str, str, int]] = []
    at, end = 0, len(text.rstrip())
    while at < end:
        found = _TOKEN.match(text, at)
        if not found:
            raise ExpressionError(f"cannot read {text[at : at + 20].strip()!r} at column {at + 1}")
        kind = found.lastgroup or ""
        tokens.append((kind, found[kind], found.start(kind) + 1))
        at = found.end()
        if len(tokens) > MAX_TOKENS:
            raise ExpressionError(f"is longer than {MAX_TOKENS} words; name a part as a definition")
    tokens.append(("end", "", end + 1))
    return tokens


class _Parser:
    def __init__(self, tokens: list[tuple[str, str, int]]) -> None:
        self.tokens, self.at, self.depth = tokens, 0, 0

    def whole(self) -> Expr:
        expr = self.either()
        if self.kind != "end":
            raise self.expected("and, or, or the end")
        return expr

    @property
    def kind(self) -> str:
        return self.tokens[self.at][0]

    @property
    def text(self) -> str:
        return self.tokens[self.at][1]

    def take(self, *words: str) -> str | None:
        kind, text, _ = self.tokens[self.at]
        if kind in ("name", "op") and text in words:
            self.at += 1
            return text
        return None

    def need(self, word: str) -> None:
        if not self.take(word):
            raise self.expected(word)

    def expected(self, what: str) -> ExpressionError:
        found = repr(self.text) if self.text else "the end"
        return ExpressionError(
            f"expected {what}, found {found} at column {self.tokens[self.at][2]}"
        )

    def either(self) -> Expr:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ExpressionError(f"is nested deeper than {MAX_DEPTH}; name a part as a definition")
        items = [self.both()]
        while self.take("or"):
            items.append(self.both())
        self.depth -= 1
        return items[0] if len(items) == 1 else Any(tuple(items))

    def both(self) -> Expr:
        items = [self.negation()]
        while self.take("and"):
            items.append(self.negation())
        return items[0] if len(items) == 1 else All(tuple(items))

    def negation(self) -> Expr:
        negative = False
        while self.take("not"):
            negative = not negative
        item = self.comparison()
        return Not(item) if negative else item

    def comparison(self) -> Expr:
        left = self.sum()
        op = self.take(*_COMPARISONS)
        if op:
            return Compare(op, left, self.sum())
        if self.take("in"):
            if not isinstance(left, Name):
                raise self.expected("a choice before in")
            return In(left.name, self.options())
        return left

    def options(self) -> tuple[str, ...]:
        self.need("{")
        names = [self.name()]
        while self.take(","):
            names.append(self.name())
        self.need("}")
        return tuple(names)

    def name(self) -> str:
        if self.kind not in ("name", "number"):
            raise self.expected("a name")
        self.at += 1
        return self.tokens[self.at - 1][1]

    def sum(self) -> Expr:
        left = self.atom()
        while sign := self.take("+", "-"):
            left = Shift(left, 1 if sign == "+" else -1, self.atom())
        return left

    def atom(self) -> Expr:
        kind, text = self.kind, self.text
        if self.take("("):
            inner = self.either()
            self.need(")")
            return inner
        if self.take("count"):
            return self.count()
        if self.take("yes", "no"):
            return Const(text == "yes")
        if kind == "name" and text not in _KEYWORDS:
            self.at += 1
            return Name(text)
        return Const(self.literal(kind, text))

    def count(self) -> Expr:
        self.need("(")
        items = [self.either()]
        while self.take(","):
            items.append(self.either())
        self.need(")")
        return Count(tuple(items))

    def literal(self, kind: str, text: str) -> float | date | Duration:
        self.at += 1
        try:
            if kind == "number":
                return float(text)
            if kind == "date":
                return date.fromisoformat(text)
            if kind == "duration" and (duration := Duration.parse(text)):
                return duration
        except ValueError as error:
            raise ExpressionError(f"{text} is not a day that exists") from error
        self.at -= 1
        raise self.expected("a fact, a rule, a number or a date")


def names_in(expr: Expr, choices: Container[str] = ()) -> list[str]:
    """Every name in ``expr``, in reading order, with repetitions.

    What a choice is compared with is an option, no name; ``choices`` says which facts are choices.
    """
    match expr:
        case Compare(_, Name(left), Name()) if left in choices:
            return [left]
        case Name(name):
            return [name]
        case In(name, _):
            return [name]
        case Not(item):
            return names_in(item, choices)
        case All(items) | Any(items) | Count(items):
            return [name for item in items for name in names_in(item, choices)]
        case Compare(_, left, right):
            return names_in(left, choices) + names_in(right, choices)
        case Shift(base, _, by):
            return names_in(base, choices) + names_in(by, choices)
    return []
