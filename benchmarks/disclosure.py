# SPDX-License-Identifier: EUPL-1.2
"""Rounding and suppression on the registers of ../shared beside Statistics Norway's R packages.

The R figures (SmallCountRounding 1.2.5, GaussSuppression 1.2.3, R 4.2.2, one of two cores) are
stated as given in ../shared/disclosure.md; ours are the median of RUNS runs here, in processor
seconds of one thread, without reading the file.
Usage: python benchmarks/disclosure.py [round|suppress] [RUNS]
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TypeVar

from samvern.disclosure import Rules, cells_of, needs, read_sheet, round_table, suppress
from samvern.disclosure.audit import audit_rounded, audit_suppressed

T = TypeVar("T")
DATA = Path(__file__).parents[2] / "shared/data/disclosure"
F1 = "year*sex*age*form"
F2 = F1 + " + (county+mun)*year*sex + (natreg+nat)*form*sex"
F3 = "(natreg+nat)*(county+mun)*year*sex"
FORMULAS = {"f1": F1, "f2": F2, "f3": F3, "f4": F3 + "*form", "f5": F3 + "*form*age"}
# people, formula: seconds, mean absolute difference, largest, Hellinger utility
ROUNDING = {
    (1_000, "f1"): (0.5, 1.60, 8, 0.865),
    (1_000, "f2"): (0.7, 2.22, 12, 0.789),
    (10_000, "f1"): (0.4, 1.26, 6, 0.962),
    (10_000, "f2"): (2.0, 2.36, 14, 0.931),
    (10_000, "f3"): (2.2, 2.00, 13, 0.783),
    (10_000, "f4"): (4.2, 2.04, 20, 0.723),
    (10_000, "f5"): (8.6, 2.03, 22, 0.648),
    (100_000, "f1"): (0.2, 0.66, 6, 0.993),
    (100_000, "f2"): (5.5, 1.17, 10, 0.988),
    (100_000, "f3"): (4.7, 2.05, 16, 0.907),
    (100_000, "f4"): (20.9, 2.26, 23, 0.860),
    (100_000, "f5"): (56.9, 2.32, 31, 0.797),
}
# people, formula: seconds, primary, secondary
SUPPRESSION = {
    (1_000, "f1"): (0.6, 471, 221),
    (1_000, "f2"): (0.6, 1_882, 1_025),
    (10_000, "f1"): (1.2, 362, 310),
    (100_000, "f1"): (0.9, 124, 196),
}


def timed(work: Callable[[int], T], runs: int) -> tuple[T, float]:
    """The result of seed 0 and the median processor seconds over seeds (one thread)."""
    results, seconds = [], []
    for seed in range(runs):
        begun = time.process_time()
        results.append(work(seed))
        seconds.append(time.process_time() - begun)
    return results[0], median(seconds)


def rounding(runs: int) -> None:
    print("| people | tables | cells | s (R) | ratio | mean (R) | largest (R) | HD (R) | attack |")
    print("|---:|---|---:|---|---:|---|---|---|---|")
    for (people, name), (seconds, mean, largest, utility) in ROUNDING.items():
        sheet = read_sheet(DATA / f"register_{people}.csv")
        table, took = timed(
            lambda seed, s=sheet, f=name: round_table(cells_of(s, FORMULAS[f]), 5, seed), runs
        )
        loss, audit = table.loss, audit_rounded(table)
        fell = audit.exact_persons + audit.proven_small + audit.published_small
        print(
            f"| {people} | {name} | {table.cells.published} | {took:.2f} ({seconds}) "
            f"| {seconds / took:.1f} | {loss.mean_abs_error:.3f} ({mean}) "
            f"| {loss.max_error} ({largest}) | {loss.hellinger_utility:.3f} ({utility}) | {fell} |",
            flush=True,
        )


def suppression(runs: int) -> None:
    print("| people | tables | primary | secondary (R) | ratio | s (R) | attack |")
    print("|---:|---|---:|---|---:|---|---|")
    for (people, name), (seconds, primary, secondary) in SUPPRESSION.items():
        cells = cells_of(read_sheet(DATA / f"register_{people}.csv"), FORMULAS[name])
        need = needs(cells, Rules(5))
        table, took = timed(lambda seed, c=cells, n=need: suppress(c, n, seed), runs)
        assert int(table.primary.sum()) == primary
        audit, ours = audit_suppressed(table, 5), int(table.secondary.sum())
        print(
            f"| {people} | {name} | {primary} | {ours} ({secondary}) | {secondary / ours:.2f} "
            f"| {took:.1f} ({seconds}) | {audit.exact_cells} exact, {audit.proven_small} small |",
            flush=True,
        )


if __name__ == "__main__":
    what = sys.argv[1] if len(sys.argv) > 1 else "round"
    (suppression if what == "suppress" else rounding)(int(sys.argv[2]) if sys.argv[2:] else 3)
