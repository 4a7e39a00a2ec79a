# SPDX-License-Identifier: EUPL-1.2
"""How carefully these registers were kept, and how many true pairs no token shows.

The weights begin with published rates of mistakes. A handful of lists says more: from the pairs
that are surely one person the share of names alike and dates whole can be read, if one counts
that pairs with many mistakes are seen less often. That is an EM step over a mixture whose
matched part is cut off where no anchor is shared (Dempster, Laird & Rubin 1977, section 4.2,
truncated data): fields err independently, `replay` says which agreements are seen, and the
published rates count as `PRIOR` pairs, so that a few pairs change little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvern.linkage.compare import FieldAgreement, Levels
from samvern.linkage.replay import NAMES, Reach, coarse
from samvern.linkage.strangers import evidence
from samvern.linkage.weights import BIRTH_M, NAME_M, Errors, Floats, Rates, pair_weights

PRIOR = 30.0  # pairs the published rates of mistakes are worth
MET_BY = (0.95, 0.75)  # how often one person's number, and address, are written alike
RICH = 0.3  # where so many pairs meet through numbers or addresses, being compared says little
_STEPS = 40
_WHOLE = [0, 1, 2, 5]  # positions in BIRTH_M that need two whole dates
_NEAR, _YEAR, _OTHER = 4, 3, 6
_PROMISING = -7.0  # pairs below these ln odds at the start say nothing about who errs how


@dataclass(frozen=True)
class ComparedLists:
    """Two lists, compared.

    Attributes:
        people: positions in both lists of each compared pair of names, shape (rows, 2).
        seen: how far they agree.
        rates: how often two different people agree.
        sizes: people in each list.
        whole, year: share of pairs of records with two whole dates; with a year only in common.
        reach: chance that a true pair is compared, by agreement (`replay.chance`).
        also: chance that it is compared through a number or an address.
        evidence: what it adds to a pair's weight that it is compared at all (`strangers`).
    """

    people: NDArray[np.int64]
    seen: FieldAgreement
    rates: Rates
    sizes: tuple[int, int]
    whole: float
    year: float
    reach: NDArray[np.float64]
    also: float
    evidence: Floats

    @classmethod
    def of(
        cls, people: NDArray[np.int64], seen: FieldAgreement, rates: Rates, sizes: tuple[int, int],
        dates: tuple[float, float], reach: NDArray[np.float64],
        strangers: tuple[Reach, Reach] | None, also: float,
    ) -> ComparedLists:  # fmt: skip
        """With the evidence of being compared, where only names and dates can bring it about."""
        adds = np.zeros_like(reach)
        if strangers is not None and also < RICH:
            adds = evidence(reach, strangers, sizes, rates, dates)
        return cls(people, seen, rates, sizes, *dates, reach, also, adds)

    def weights(
        self, errors: Errors | None = None, rows: NDArray[np.int64] | None = None
    ) -> Floats:
        """ln of the likelihood ratio of each row, or of some of them."""
        seen = self.seen if rows is None else self.seen.at(rows)
        adds = self.evidence[coarse(seen.given), coarse(seen.family), seen.birth]
        return pair_weights(seen, self.rates, errors) + adds

    def coverage(self, errors: Errors) -> float:
        """Share of the true pairs that are compared at all."""
        return float((self.expected(errors) * self.seen_when()).sum())

    def expected(self, errors: Errors) -> NDArray[np.float64]:
        """Share of true pairs with each agreement: given, family (as `replay`), date."""
        names = [_coarsely(m) for m in (errors.given, errors.family)]
        return np.asarray(np.einsum("g,f,b->gfb", *names, self.dates(errors)))

    def dates(self, errors: Errors) -> Floats:
        """Share of true pairs with each level of the date, "missing" first."""
        birth = np.asarray(errors.birth)
        found = np.zeros(8)
        found[1:] = (self.whole + self.year) * birth
        found[1 + np.array(_WHOLE)] = self.whole * birth[_WHOLE]
        found[1 + _YEAR] = self.year * birth[_YEAR]
        found[0] = max(1 - self.whole - self.year, 0.0)
        return np.asarray(found / found.sum())

    def seen_when(self) -> NDArray[np.float64]:
        """Chance that a true pair with each agreement is compared."""
        return np.asarray(1 - (1 - self.reach) * (1 - self.also))


def also_met(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Chance that a true pair is compared through a number or an address, from the share of each
    list's records that hold one."""
    number, address = (left[n] * right[n] * MET_BY[n] for n in (0, 1))
    return 1 - (1 - number) * (1 - address)


@dataclass(frozen=True)
class Learnt:
    """What was learnt: rates of mistakes, and for each two lists ln odds of their rows, people in
    common, and the share of true pairs compared; `pairs` is how many pairs are behind `errors`."""

    errors: Errors
    odds: list[Floats]
    shared: list[float]
    coverage: list[float]
    pairs: float

    def draw(self, rng: np.random.Generator) -> Errors:
        """Rates of mistakes as they may be, after so many pairs."""
        kinds = (self.errors.given, self.errors.family, self.errors.birth)
        drawn = [rng.gamma(np.maximum(self.pairs * np.asarray(m), 1e-3)) for m in kinds]
        return Errors(*(tuple(np.maximum(counts, 1e-9)) for counts in drawn)).normal()


def learn(lists: Sequence[ComparedLists]) -> Learnt:
    """Rates of mistakes common to all lists, and people in common for each two of them."""
    errors = Errors()
    shared = [0.3 * min(one.sizes) for one in lists]
    hopeful = [_hopeful(one, n) for one, n in zip(lists, shared, strict=True)]
    for _ in range(_STEPS):
        found = [_weigh(one, errors, n, rows) for one, n, rows in
                 zip(lists, shared, hopeful, strict=True)]  # fmt: skip
        share = [one.coverage(errors) for one in lists]
        before = shared
        shared = [
            float(np.clip(mass.sum() / c, 0.5, max(min(one.sizes) - 0.5, 0.5)))
            for mass, c, one in zip(found, share, lists, strict=True)
        ]
        errors = _count(lists, found, hopeful, errors, shared).normal()
        if max(abs(a - b) for a, b in zip(before, shared, strict=True)) < 1e-3:
            break
    odds = [
        one.weights(errors) + prior_odds(n, *one.sizes)
        for one, n in zip(lists, shared, strict=True)
    ]
    pairs = PRIOR + float(sum(mass.sum() for mass in found))
    return Learnt(errors, odds, shared, [one.coverage(errors) for one in lists], pairs)


def prior_odds(shared: float, left: int, right: int) -> float:
    """ln odds that two records are one person, where each may be one with nobody.

    Of the linkages with `shared` links every one is as likely, so a link is weighed against the
    records that stay without one: M / ((n - M) (m - M)).
    """
    alone = max(left - shared, 0.5) * max(right - shared, 0.5)
    return float(np.log(shared) - np.log(alone))


def _hopeful(one: ComparedLists, shared: float) -> NDArray[np.int64]:
    odds = one.weights() + prior_odds(shared, *one.sizes)
    return np.flatnonzero(odds > _PROMISING)


def _weigh(one: ComparedLists, errors: Errors, shared: float, rows: NDArray[np.int64]) -> Floats:
    """Probability of each hopeful row, in competition with the others of the same people."""
    weights = one.weights(errors, rows)
    odds = np.exp(np.minimum(weights + prior_odds(shared, *one.sizes), 500.0))
    rivals = np.ones(len(rows))
    for side in (0, 1):
        total = np.zeros(one.sizes[side])
        np.add.at(total, one.people[rows, side], odds)
        rivals += total[one.people[rows, side]] - odds
    return np.asarray(odds / (rivals + odds))


def _count(
    lists: Sequence[ComparedLists],
    found: Sequence[Floats],
    hopeful: Sequence[NDArray[np.int64]],
    errors: Errors,
    shared: Sequence[float],
) -> Errors:
    """Pairs at each level: seen, not seen, and those the published rates are worth."""
    given, family = PRIOR * np.asarray(NAME_M), PRIOR * np.asarray(NAME_M)
    birth = PRIOR * np.asarray(BIRTH_M)
    for one, mass, rows, people in zip(lists, found, hopeful, shared, strict=True):
        seen = one.seen.at(rows)
        hidden = people * one.expected(errors) * (1 - one.seen_when())
        given += _seen(seen.given, mass, 6) + _spread(hidden.sum((1, 2)), errors.given)
        family += _seen(seen.family, mass, 6) + _spread(hidden.sum((0, 2)), errors.family)
        birth += _seen(seen.birth, mass, 7) + hidden.sum((0, 1))[1:]
    return Errors(tuple(given), tuple(family), tuple(birth))


def _seen(levels: Levels, mass: Floats, count: int) -> Floats:
    return np.asarray(np.bincount(levels, mass, count + 1)[1 : count + 1])


def _coarsely(m: Sequence[float]) -> Floats:
    """From six levels of a name to the five of `replay`; nobody's name is missing here."""
    found = np.zeros(NAMES)
    np.add.at(found, coarse(np.arange(1, 7, dtype=np.int8)), np.asarray(m))
    return found


def _spread(hidden: Floats, m: Sequence[float]) -> Floats:
    """From the five levels of `replay` back to six, the last ones as they are now."""
    at, share = coarse(np.arange(1, 7, dtype=np.int8)), np.asarray(m)
    total = _coarsely(m)
    return np.asarray(hidden[at] * share / np.maximum(total[at], 1e-12))
