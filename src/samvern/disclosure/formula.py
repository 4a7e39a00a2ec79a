# SPDX-License-Identifier: EUPL-1.2
"""Which tables are published, said in a formula: `year*sex + (county+municipality)*year`.

The formula is that of R's models (Wilkinson & Rogers 1973, Applied Statistics 22, 392-399) and of
SmallCountRounding: `a` the table by a, `a:b` the table by a and b, `a*b` means a + b + a:b, `+`
adds tables, and the grand total is always published.
"""

import re
from itertools import combinations, product

from samvern.disclosure.errors import TableError

Term = frozenset[str]
TOKEN = re.compile(r"\s*(?:([^\s+*:()~`]+)|`([^`]+)`|([+*:()~]))")
MAX_TERMS = 20_000


def parse_formula(formula: str) -> list[Term]:
    """The margins a formula publishes, coarsest first; the first is the empty set: the total.

    Raises TableError pointing at the sign that is not understood.
    """
    tokens = _tokens(formula)
    parser = _FormulaParser(formula, tokens)
    terms = parser.whole()
    return sorted({Term(), *terms}, key=lambda term: (len(term), sorted(term)))


def bracketed(formula: str) -> set[frozenset[str]]:
    """Pairs of variables a bracket offers as alternatives, as in `(county+municipality)`.

    Only such a pair is read as a hierarchy where the data are nested: in a small table one variable
    may determine another by accident, and writing that on a row would publish it.
    """
    parser = _FormulaParser(formula, _tokens(formula))
    parser.whole()
    return parser.alternatives


def _tokens(formula: str) -> list[tuple[str, str]]:
    tokens, at = [], 0
    text = formula.rstrip()
    while at < len(text):
        found = TOKEN.match(text, at)
        if not found:
            raise TableError(f"formula: cannot read '{text[at : at + 10]}' at sign {at + 1}.")
        name, quoted, sign = found.groups()
        tokens.append(("sign", sign) if sign else ("name", name or quoted))
        at = found.end()
    return tokens[1:] if tokens[:1] == [("sign", "~")] else tokens


class _FormulaParser:
    """Recursive descent: sum of crossings of interactions of names or brackets."""

    def __init__(self, formula: str, tokens: list[tuple[str, str]]) -> None:
        self.formula, self.tokens, self.at, self.depth = formula, tokens, 0, 0
        self.alternatives: set[Term] = set()

    def whole(self) -> set[Term]:
        terms = self.sum()
        if self.at < len(self.tokens):
            raise self.trouble(f"'{self.tokens[self.at][1]}' was not expected")
        return terms

    def sum(self) -> set[Term]:
        terms = self.crossing()
        while self.take("+"):
            terms = terms | self.crossing()
        return terms

    def crossing(self) -> set[Term]:
        terms = self.interaction()
        while self.take("*"):
            right = self.interaction()
            terms = self.checked(terms | right | _interact(terms, right))
        return terms

    def interaction(self) -> set[Term]:
        terms = self.atom()
        while self.take(":"):
            terms = self.checked(_interact(terms, self.atom()))
        return terms

    def atom(self) -> set[Term]:
        if self.take("("):
            self.depth += 1
            if self.depth > 50:
                raise self.trouble("brackets are nested too deeply")
            terms = self.sum()
            if not self.take(")"):
                raise self.trouble("a bracket is not closed")
            single = sorted(next(iter(term)) for term in terms if len(term) == 1)
            self.alternatives |= {Term(p) for p in combinations(single, 2)} - terms
            return terms
        if self.at < len(self.tokens) and self.tokens[self.at][0] == "name":
            self.at += 1
            return {Term([self.tokens[self.at - 1][1]])}
        raise self.trouble("a column name is missing")

    def take(self, sign: str) -> bool:
        if self.at < len(self.tokens) and self.tokens[self.at] == ("sign", sign):
            self.at += 1
            return True
        return False

    def checked(self, terms: set[Term]) -> set[Term]:
        if len(terms) > MAX_TERMS:
            raise self.trouble(f"more than {MAX_TERMS} tables")
        return terms

    def trouble(self, what: str) -> TableError:
        shown = self.formula if len(self.formula) <= 60 else self.formula[:57] + "..."
        return TableError(
            f"formula '{shown}': {what}. Write it as in: year*sex*age + (county+municipality)*year"
        )


def _interact(left: set[Term], right: set[Term]) -> set[Term]:
    return {a | b for a, b in product(left, right)}
