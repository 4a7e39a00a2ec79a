# SPDX-License-Identifier: EUPL-1.2
"""Proving a pack: every declared property, one after the other, within a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from samvern.law.claims import Claim, claims_of, independence_of, lacking, parsed
from samvern.law.errors import InputError
from samvern.law.expr import Expr
from samvern.law.model import Book
from samvern.law.pack import Pack
from samvern.law.properties import Property
from samvern.law.proving.formula import OutOfTime
from samvern.law.proving.order import Undecided
from samvern.law.proving.people import Smallest, Someone
from samvern.law.proving.search import Search
from samvern.law.proving.verdicts import Counter, Report, Verdict
from samvern.law.truth import Truth

YEARS = 5
_IMPOSSIBLE = "impossible "
OUT_OF_TIME = "out of time"
Progress = Callable[[int, int, str], None]


class Disagreement(Exception):
    """The kernel does not say of a situation what the search says: nothing may be concluded."""


class Prover:
    """A pack and everybody about whom it may be asked."""

    def __init__(self, book: Book, properties: Iterable[Property], seconds: float = 60) -> None:
        self.started, self.seconds = time.monotonic(), seconds
        self.book, self.properties = book, list(properties)
        self.claims = {p.id: claims_of(book, p) for p in self.properties}
        self.pack = Pack(book, self._questions())
        self.search = Search(book, self.pack.program, days(book), self.started + seconds)
        for number, _ in enumerate(book.declared.impossible):
            certain, _ = self.node(f"{_IMPOSSIBLE}{number}")
            self.search.formula.require(-certain)

    def _questions(self) -> dict[str, Expr]:
        asked = {claim.id: claim.bad for claims in self.claims.values() for claim in claims}
        for number, impossible in enumerate(self.book.declared.impossible):
            asked[f"{_IMPOSSIBLE}{number}"] = parsed("when", impossible.when)
        return asked

    def node(self, extra: str) -> tuple[int, int]:
        """The literals of a question."""
        return self.search.situations.nodes[self.pack.program.extras[extra]]

    def verdict(self, property: Property) -> Verdict:
        """Whether one property holds."""
        if property.shape == "every":
            return self._written(property)
        found = []
        try:
            for claim in self.claims[property.id]:
                counter = self._counter(claim)
                found += [counter] if counter else []
        except (OutOfTime, Undecided, Disagreement) as error:
            return Verdict(property, len(self.claims[property.id]), tuple(found), _why(error))
        return Verdict(property, len(self.claims[property.id]), tuple(found))

    def _written(self, property: Property) -> Verdict:
        missing = lacking(self.book, property)
        counters = (Counter(f"{rule.id}.{what}", rule.name) for rule, what in missing)
        return Verdict(property, 1, tuple(counters))

    def _counter(self, claim: Claim) -> Counter | None:
        node = self.pack.program.extras[claim.id]
        smallest = Smallest(self.search, self.search.facts_of([node]))
        found = smallest.find([self.search.situations.nodes[node][0]])
        if found is None:
            return None
        someone = smallest.someone(found)
        return Counter(claim.id, claim.about, someone, rules=self._replayed(someone, claim))

    def _replayed(self, someone: Someone, claim: Claim) -> dict[str, str]:
        try:
            result = self.pack.assess(
                someone.facts, asked_on=someone.asked_on, event_on=someone.event_on
            )
        except InputError as error:
            raise Disagreement(f"{claim.id}: the kernel refuses {someone}: {error}") from error
        if result.concerns(claim.id) is not Truth.YES:
            raise Disagreement(f"{claim.id}: the kernel does not find {someone}")
        return {id: result.value(id).value for id in claim.rules}


def days(book: Book) -> tuple[date, date]:
    """The days of asking that are searched."""
    start = book.declared.start or book.law_read_on or date(2000, 1, 1)
    return start, book.declared.end or start + timedelta(days=366 * YEARS)


def _why(error: Exception) -> str:
    return OUT_OF_TIME if isinstance(error, OutOfTime) else str(error) or "undecided"


def prove(
    book: Book,
    *,
    only: Iterable[str] = (),
    seconds: float = 60,
    progress: Progress = lambda done, of, id: None,
) -> Report:
    """Every property of ``book`` (or ``only`` these), within ``seconds``.

    Raises PackError where a property mixes sorts, KeyError for a property that is not there.
    """
    started = time.monotonic()
    known = book.declared.properties
    chosen = [known[id] for id in only] if only else list(known.values())
    prover = Prover(book, chosen, seconds)
    verdicts = []
    for number, property in enumerate(chosen):
        progress(number, len(chosen), property.id)
        verdicts.append(prover.verdict(property))
    return Report(tuple(verdicts), seconds=time.monotonic() - started)


__all__ = ["Disagreement", "Prover", "days", "independence_of", "prove"]
