# SPDX-License-Identifier: EUPL-1.2
"""The test with known truth: can the other lists tell how long a list is?

Binette & Steorts (2022, section 4). Take the members of one list as a population whose size is
known; the other lists, restricted to those members, form a capture table; estimate the size from it
and compare. LRB = log(estimate / truth). The published test leaves out tables with fewer than 30
observed persons; here every problem is answered and both scores are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from samvern.estimation.methods import Options, run
from samvern.estimation.result import Estimate
from samvern.estimation.table import CaptureTable

PUBLISHED_MINIMUM = 30
"""Binette & Steorts leave out problems with fewer observed persons."""


@dataclass(frozen=True)
class ConsistencyProblem:
    """One list as the truth: its name, `truth` members, `observed` on any other list."""

    source: str
    name: str
    truth: int
    observed: int
    recaptured: int
    result: Estimate

    @property
    def log_error(self) -> float | None:
        """log(estimate / truth), or None where the method gave no figure."""
        estimate = self.result.estimate
        return None if estimate is None else float(np.log(estimate / self.truth))

    @property
    def covered(self) -> bool | None:
        """Is the truth inside the 95 % interval?"""
        bounds = self.result.interval95
        return None if bounds is None else bounds[0] <= self.truth <= bounds[1]


@dataclass(frozen=True)
class Score:
    """RMSE and mean of the log errors and coverage of the 95 % interval, over those answered."""

    problems: int
    answered: int
    rmse: float
    mean: float
    coverage: float
    median_log_width: float


def problems(
    tables: Sequence[tuple[str, CaptureTable]], method: str, options: Options | None = None
) -> Iterator[ConsistencyProblem]:
    """Each list of each named table in turn as the known population."""
    options = options or Options()
    answer = Options(options.bootstraps, options.seed, prior_only=True)
    for source, table in tables:
        for i in range(table.lists if table.lists > 2 else 0):
            inner, truth = table.within(i)
            if inner.observed:
                sizes = truth, inner.observed, inner.recaptured
                yield ConsistencyProblem(source, table.names[i], *sizes, run(inner, method, answer))


def score(found: Sequence[ConsistencyProblem]) -> Score | None:
    """Summary of the problems, or None where none was answered."""
    done = [p for p in found if p.log_error is not None]
    if not done:
        return None
    errors = np.array([p.log_error for p in done], dtype=np.float64)
    widths = [np.log(b[1] / b[0]) for p in done if (b := p.result.interval95) is not None]
    return Score(
        problems=len(found),
        answered=len(done),
        rmse=float(np.sqrt(np.mean(errors**2))),
        mean=float(errors.mean()),
        coverage=float(np.mean([bool(p.covered) for p in done])),
        median_log_width=float(np.median(widths)),
    )
