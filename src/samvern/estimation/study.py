# SPDX-License-Identifier: EUPL-1.2
"""Everything said about one set of lists: methods, warnings, sensitivity, strata."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from samvern.estimation import sensitivity
from samvern.estimation.methods import Options, run
from samvern.estimation.pooling import pool
from samvern.estimation.reading import ListFile
from samvern.estimation.result import Estimate, empty_pairs
from samvern.estimation.sensitivity import SensitivityShift
from samvern.estimation.strata import Breakdown, breakdown

DISAGREEMENT = 1.3
"""Highest over lowest estimate from which the reader is warned."""

YARDSTICKS = ("independence", "chao")
SLOW = ("latent", "bic")


@dataclass
class Study:
    """What is known so far; filled step by step, so that an interruption keeps what is done.

    `base`: the estimate that sensitivity and strata belong to.
    """

    source: str
    lists: ListFile
    results: list[Estimate] = field(default_factory=list)
    missed: list[SensitivityShift] = field(default_factory=list)
    dropped: list[SensitivityShift] = field(default_factory=list)
    one_person: tuple[float, float] | None = None
    breakdowns: list[Breakdown] = field(default_factory=list)

    @property
    def base(self) -> Estimate | None:
        """The first estimate with a figure, if possible of a method quick enough to repeat."""
        found = [r for r in self.results if r.estimate is not None]
        return min(found, key=lambda r: r.method in SLOW, default=None)

    @property
    def empty_pairs(self) -> list[tuple[str, str]]:
        """Pairs of lists that share nobody."""
        return empty_pairs(self.lists.table)

    @property
    def extremes(self) -> tuple[Estimate, Estimate] | None:
        """Lowest and highest estimate, yardsticks aside, if they disagree."""
        found = [r for r in self.results if r.estimate and r.method not in YARDSTICKS]
        if len(found) < 2:
            return None
        low = min(found, key=lambda r: r.estimate or 0.0)
        high = max(found, key=lambda r: r.estimate or 0.0)
        ratio = (high.estimate or 0.0) / (low.estimate or 1.0)
        return (low, high) if ratio >= DISAGREEMENT else None


def estimate_all(study: Study, methods: Sequence[str], options: Options) -> Iterator[Estimate]:
    """Run the methods on every plausible linkage, pool, and keep each answer as it comes."""
    for method in methods:
        answers = [run(table, method, options) for table in study.lists.samples]
        study.results.append(pool(answers))
        yield study.results[-1]


def probe(study: Study, options: Options) -> Iterator[str]:
    """Sensitivity and strata of the base estimate, step by step; yields what was done."""
    base = study.base
    if base is None:
        return
    table = study.lists.table
    if len(study.lists.samples) > 1:
        base = run(table, base.method, replace(options, progress=None))
    for shift in sensitivity.missed_links(table, base, options.seed):
        study.missed.append(shift)
        yield shift.label
    for shift in sensitivity.dropped_lists(table, base, options.seed):
        study.dropped.append(shift)
        yield shift.label
    study.one_person = sensitivity.one_person(table)
    for covariate, tables in study.lists.strata.items():
        parts = breakdown(covariate, tables, base, options)
        if parts:
            study.breakdowns.append(parts)
        yield covariate
