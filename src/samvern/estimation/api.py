# SPDX-License-Identifier: EUPL-1.2
"""The two calls other rooms need."""

from __future__ import annotations

from collections.abc import Sequence

from samvern.estimation.consistency import ConsistencyProblem, problems
from samvern.estimation.methods import METHODS, Options, run_all
from samvern.estimation.result import Estimate
from samvern.estimation.table import CaptureTable


def estimate(
    table: CaptureTable, methods: Sequence[str] = tuple(METHODS), options: Options | None = None
) -> list[Estimate]:
    """Estimate the number of persons, seen and unseen, by each of `methods`.

    Never raises for sparse tables: an `Estimate` without a figure carries the reason. Raises
    KeyError for an unknown method.
    """
    return list(run_all(table, methods, options))


def check_consistency(
    table: CaptureTable, method: str = "combined", options: Options | None = None
) -> list[ConsistencyProblem]:
    """Let the other lists estimate the known length of each list (Binette & Steorts 2022)."""
    return list(problems([("", table)], method, options))
