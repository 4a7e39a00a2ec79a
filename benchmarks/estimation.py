# SPDX-License-Identifier: EUPL-1.2
"""The hidden population: time and figures against the R packages, as given.

R 4.2.2, one process a row, one core, 1,000 bootstraps, start-up left out: bernardsilverman's
MultipleSystemsEstimation 1.2.0 (stepwise, bic, threshold), dga with MSETools (graphs), Rcapture
(independence, chao, all models by BIC), LCMCR with 20 chains x 200 draws. There is no Python
package for the task to run beside. Ours is seconds of processor time of one thread.

Options: `--repeat N` (median of N runs, default 3), `--data FOLDER`.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TypeVar

import numpy as np

from samvern.estimation import CaptureTable, Estimate, estimate, existence, read_lists
from samvern.estimation.bic import rank
from samvern.estimation.decomposable import factors, neighbours
from samvern.estimation.hierarchy import all_models

T = TypeVar("T")

DATA = Path(__file__).parents[1] / "tests" / "data" / "mse"
GIVEN = {
    ("UKdat_4", "stepwise"): (11015, "9,028–13,482", 24.3),
    ("UKdat_5", "stepwise"): (11313, "8,785–14,700", 78.5),
    ("UKdat", "stepwise"): (11418, "9,267–14,307", 183.9),
    ("Western", "stepwise"): (2483, "1,293–3,672", 35.6),
    ("Korea", "stepwise"): (269, "123–434", 7.6),
    ("UKdat_4", "bic"): (11987, "10,062–32,295", 22.9),
    ("UKdat_5", "bic"): (25311, "11,227–55,831", 150.6),
    ("Western", "bic"): (2483, "1,293–4,889", 124.1),
    ("Korea", "bic"): (157, "128–350", 8.3),
    ("UKdat_5", "graphs"): (23016, "10,408–33,481", 0.1),
    ("Western", "graphs"): (2128, "1,340–3,868", 0.1),
    ("UKdat", "graphs"): None,
    ("UKdat", "threshold"): (12346, "10,891–14,408", 2.8),
    ("UKdat_5", "threshold"): (12400, "11,061–14,240", 2.2),
    ("UKdat_4", "latent"): (11956, "7,327–14,647", 17.8),
    ("UKdat_5", "latent"): (20107, "10,952–32,421", 22.4),
    ("UKdat", "latent"): (22048, "11,081–33,668", 42.2),
    ("UKdat", "independence"): (12209, "10,984–13,648", 0.1),
    ("UKdat", "chao"): (12283, "11,034–13,722", 0.1),
    ("UKdat", "combined"): None,
}
ALL_MODELS_RCAPTURE = 281.4


def table(folder: Path, name: str) -> CaptureTable:
    """A published table."""
    return read_lists([folder / f"{name}.csv"]).table


def many_lists(lists: int, rate: float, persons: int = 1200) -> CaptureTable:
    """A made-up table of `lists` lists, each finding `rate` of `persons`; seed 8."""
    rng = np.random.default_rng(8)
    found = rng.random((persons, lists)) < rate * rng.uniform(0.5, 1.5, lists)
    counts = np.bincount(found @ (1 << np.arange(lists)), minlength=2**lists)
    counts[0] = 0
    return CaptureTable(tuple(f"L{i + 1}" for i in range(lists)), counts.astype(np.int64))


def timed(work: Callable[[], T], repeat: int) -> tuple[T, float]:
    """The answer and the median of `repeat` processor times, in seconds."""
    seconds = []
    for _ in range(repeat):
        for cached in (neighbours, factors, all_models, existence._status):
            cached.cache_clear()
        begun = time.process_time()
        answer = work()
        seconds.append(time.process_time() - begun)
    return answer, median(seconds)


def figures(result: Estimate) -> str:
    """Point and 95 % interval."""
    if result.estimate is None or result.interval95 is None:
        return "– | –"
    low, high = result.interval95
    return f"{result.estimate:,.0f} | {low:,.0f}–{high:,.0f}"


def main() -> None:
    """Print the table of the documentation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args()
    print("| table | method | estimate | 95 % | s | R: estimate | 95 % | s | times faster |")
    print("|---|---|---:|---|---:|---:|---|---:|---:|")
    for (name, method), given in GIVEN.items():
        lists = table(options.data, name)
        [result], seconds = timed(lambda: estimate(lists, [method]), options.repeat)  # noqa: B023
        row = f"| {name} | {method} | {figures(result)} | {seconds:.2f} |"
        if given:
            point, bounds, theirs = given
            print(row, f"{point:,} | {bounds} | {theirs} | {theirs / seconds:.0f} |")
        else:
            print(row, "– | – | – | – |")
    lists = table(options.data, "UKdat")
    ranking, seconds = timed(lambda: rank(lists), options.repeat)
    print(
        f"| UKdat | bic, {len(ranking.bic):,} models, no bootstrap | {ranking.total[0]:,.0f} | – "
        f"| {seconds:.2f} | 12,342 | 10,868–14,142 | {ALL_MODELS_RCAPTURE} "
        f"| {ALL_MODELS_RCAPTURE / seconds:.0f} |"
    )
    for name, method, lists in (
        ("made up, 7 lists", "graphs", many_lists(7, 0.05)),
        ("made up, 8 lists", "stepwise", many_lists(8, 0.03)),
        ("made up, 8 lists", "combined", many_lists(8, 0.03)),
    ):
        [result], seconds = timed(lambda: estimate(lists, [method]), options.repeat)  # noqa: B023
        limit = "over 500" if method == "stepwise" else "–"
        print(f"| {name} | {method} | {figures(result)} | {seconds:.2f} | – | – | {limit} | – |")


if __name__ == "__main__":
    main()
