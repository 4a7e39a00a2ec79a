# SPDX-License-Identifier: EUPL-1.2
"""Differentially private micro-data with the exact number of persons.

What is guaranteed. The number of persons n is published exactly: it is an invariant. Neighbours are
therefore two registers of the same n that differ in one person's whole record (replacement), and
for them the output is (epsilon, delta)-private. Nothing is promised about n itself, about the list
of values of a column where it is taken as public, or about structural zeros: these are public.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from samvern.disclosure.errors import RefusedError
from samvern.disclosure.reading import TableSheet
from samvern.disclosure.synthetic.accounting import mu_of, usual_delta
from samvern.disclosure.synthetic.estimate import targets
from samvern.disclosure.synthetic.measure import Measured, measure, noise_of
from samvern.disclosure.synthetic.records import BLANK, Floats, Records
from samvern.disclosure.synthetic.search import RecordSearch
from samvern.disclosure.synthetic.zeros import Mask, impossible_pairs, violations

DOUBT_BELOW, DOUBT_SECRET = 2.5, 2.0
"""A pair expected on fewer persons is left out; under Poisson 2.5 expected exist with 92 %. Where
values are secret the rare ones are gone already, and fewer pairs are in doubt."""
FEWEST = 100
LEAK_SHARE = 1 / 3
"""Share of delta for keeping the values of one person out, where values are not public."""


@dataclass(frozen=True)
class Synthetic:
    """Synthetic records and what they cost. withheld: share of records with "" in a column whose
    real values are never ""; noise: standard deviations of single and pair counts."""

    records: Records
    epsilon: float
    delta: float
    mu: float
    leak: float
    single_noise: float
    pair_noise: float
    values_kept: int
    values_all: int
    withheld: dict[str, float]
    impossible_rows: int


def synthesize(
    records: Records,
    epsilon: float,
    delta: float | None = None,
    seed: int | None = None,
    private_values: bool = False,
    codebook: TableSheet | None = None,
    declared_zeros: TableSheet | None = None,
    progress: Callable[[float], None] | None = None,
) -> Synthetic:
    """Make as many synthetic records as there are real ones.

    delta: 1 / (n ln n) unless given. seed: for tests; without one the noise comes from the
    operating system, and a seed that becomes known undoes the protection. private_values: a value
    that is not in `codebook` (columns column,value) is released only if enough people carry it.
    Raises RefusedError where the loss would be worse than useless.
    """
    persons = len(records.codes)
    delta = usual_delta(persons) if delta is None else delta
    if delta > 1 / persons:
        raise RefusedError(
            f"delta {delta:g} is above 1/n: it would allow one record to be published."
        )
    leak = delta * LEAK_SHARE if private_values else 0.0
    mu = mu_of(epsilon, delta - leak)
    refuse_if_useless(records, persons, mu)
    rng = np.random.default_rng(seed)
    public = _public(records, codebook, private_values)
    measured = measure(records, mu, leak, public, rng)
    impossible = impossible_pairs(measured.records, declared_zeros)
    target = targets(measured, impossible)
    found = _search(measured, records, target, impossible, rng, progress)
    repair(found, impossible, target)
    return Synthetic(
        found, epsilon, delta, mu, leak, measured.single_noise, measured.pair_noise,
        sum(len(set(v) - {BLANK}) for v in found.values),
        sum(len(set(v) - {BLANK}) for v in records.values),
        _withheld(records, found), int(violations(found, impossible).sum()),
    )  # fmt: skip


def refuse_if_useless(records: Records, persons: int, mu: float) -> None:
    """Refuse where a typical pair count is smaller than the noise put on it.

    A typical pair: n / v**2 persons, v the mean number of values of a column. Only n and the lists
    of values enter, both public, so the refusal tells nothing of anybody.
    """
    columns = len(records.names)
    if persons < FEWEST:
        raise RefusedError(
            f"{persons} persons are too few for synthetic records: {FEWEST} is the least. "
            "Publish a protected table."
        )
    typical = persons / (records.size / columns) ** 2
    noise = noise_of(mu, columns, secret=False)[1]
    if noise > typical:
        needed = int(np.ceil(persons * noise / typical))
        raise RefusedError(
            f"{persons} persons are too few for {columns} columns at this epsilon: a typical pair "
            f"of values holds {typical:.1f} persons, the noise on it is {noise:.1f}. Pool years "
            f"until about {needed}, group values, leave out columns or publish a protected table."
        )


def _public(records: Records, codebook: TableSheet | None, private: bool) -> list[set[str]]:
    if not private:
        return [set(values) for values in records.values]
    public: list[set[str]] = [set() for _ in records.names]
    if codebook is not None:
        for name, value in zip(codebook.column("column"), codebook.column("value"), strict=True):
            if name in records.names:
                public[records.names.index(name)].add(value)
    return public


def _search(
    measured: Measured, real: Records, target: Floats, impossible: Mask,
    rng: np.random.Generator, progress: Callable[[float], None] | None,
) -> Records:  # fmt: skip
    """Records near the target; "" is free where it only means withheld."""
    kept = measured.records
    free = np.zeros(kept.size, bool)
    for column, values in enumerate(real.values):
        free[kept.start[column]] = BLANK not in values
    doubtful = target < (DOUBT_BELOW if measured.public else DOUBT_SECRET)
    doubtful[free, :] = doubtful[:, free] = False
    search = RecordSearch(kept, target, doubtful, impossible, free)
    return Records(kept.names, kept.values, search.run(measured.persons, rng, progress))


def repair(found: Records, impossible: Mask, target: Floats) -> None:
    """Change, in place, one value of each impossible pair the search has left."""
    for row in np.flatnonzero(violations(found, impossible)).tolist():
        for _ in found.names:
            at = found.codes[row] + found.start[:-1]
            clash = impossible[np.ix_(at, at)]
            if not clash.any():
                break
            column = int(clash.sum(axis=1).argmax())
            block = found.block(column)
            others = np.delete(at, column)
            likely = np.log(target[block][:, others] + 1e-3).sum(axis=1)
            likely[impossible[block][:, others].any(axis=1)] = -np.inf
            found.codes[row, column] = int(likely.argmax())


def _withheld(real: Records, found: Records) -> dict[str, float]:
    return {
        name: round(float((found.codes[:, column] == 0).mean()), 4)
        for column, name in enumerate(found.names)
        if BLANK not in real.values[column]
    }
