# SPDX-License-Identifier: EUPL-1.2
"""The hidden population: do the intervals hold the truth? Simulation with a known number.

Three worlds. `fit`: the published design (Chan, Silverman & Vincent 2021, section 3.4), drawn
from the stepwise model of the UK's five lists, N = 11,313. `easy and hard`: two kinds of persons,
one four times as easy to find. `referral`: one agency sends half of those it finds to the next.

Options: `--tables N` (default 200), `--bootstraps B` (default 500), `--methods ...`.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
from collections.abc import Callable
from pathlib import Path

import numpy as np

from samvern.estimation import CaptureTable, Options, estimate, read_lists
from samvern.estimation.stepwise import select

DATA = Path(__file__).parents[1] / "tests" / "data" / "mse"
METHODS = ("combined", "stepwise", "graphs", "threshold", "independence", "chao")
Draw = Callable[[np.random.Generator], np.ndarray]


def from_fit(table: CaptureTable) -> tuple[Draw, int]:
    """Multinomial tables from the stepwise fit, the unseen cell included and then hidden."""
    walk = select(table.counts[None, :].astype(np.float64))
    means = walk.fits.mu[0].copy()
    means[0] = walk.fits.hidden[0]
    total = round(float(means.sum()))

    def draw(rng: np.random.Generator) -> np.ndarray:
        return rng.multinomial(total, means / means.sum())

    return draw, total


def from_persons(
    total: int, visit: Callable[[np.random.Generator], np.ndarray]
) -> tuple[Draw, int]:
    """Tables from made-up persons; `visit` gives who is on which list, (persons, lists)."""

    def draw(rng: np.random.Generator) -> np.ndarray:
        found = visit(rng)
        return np.bincount(found @ (1 << np.arange(found.shape[1])), minlength=1 << found.shape[1])

    return draw, total


def easy_and_hard(rng: np.random.Generator) -> np.ndarray:
    """3,000 persons, three in ten of them four times as easy to find; five lists."""
    ease = np.where(rng.random(3000) < 0.3, 4.0, 1.0)
    return rng.random((3000, 5)) < ease[:, None] * np.array([0.03, 0.05, 0.04, 0.02, 0.06])


def referral(rng: np.random.Generator) -> np.ndarray:
    """3,000 persons, four lists; the first sends half of its persons on to the second."""
    found = rng.random((3000, 4)) < np.array([0.08, 0.06, 0.05, 0.07])
    found[:, 1] |= found[:, 0] & (rng.random(3000) < 0.5)
    return found


def measure(draw: Draw, truth: int, names: tuple[str, ...], options: argparse.Namespace) -> None:
    """Print coverage, RMSE and log RMSE of each method over the tables."""
    rng = np.random.default_rng(2021)
    rows: dict[str, list[tuple[float, bool, bool, float]]] = {m: [] for m in options.methods}
    for i in range(options.tables):
        counts = draw(rng).astype(np.int64)
        counts[0] = 0
        table = CaptureTable(names, counts)
        for r in estimate(table, options.methods, Options(options.bootstraps, seed=i)):
            if r.estimate and r.interval80 and r.interval95:
                (low, high), (low80, high80) = r.interval95, r.interval80
                width = float(np.log(high / low))
                inside = low <= truth <= high, low80 <= truth <= high80
                rows[r.method].append((r.estimate, *inside, width))
    for method, found in rows.items():
        points = np.array([row[0] for row in found])
        cover, cover80, width = (np.mean([row[i] for row in found]) for i in (1, 2, 3))
        rmse = np.sqrt(np.mean((points - truth) ** 2))
        log_rmse = np.sqrt(np.mean(np.log(points / truth) ** 2))
        bias = np.mean(np.log(points / truth))
        print(
            f"| {method} | {len(found)} | {cover:.3f} | {cover80:.3f} | {rmse:,.0f} "
            f"| {log_rmse:.2f} | {bias:+.2f} | {width:.2f} |"
        )


def main() -> None:
    """Print one table a world."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=200)
    parser.add_argument("--bootstraps", type=int, default=500)
    parser.add_argument("--methods", nargs="+", default=METHODS)
    options = parser.parse_args()
    uk = read_lists([DATA / "UKdat_5.csv"]).table
    for world, (draw, truth) in {
        "fit": from_fit(uk),
        "easy and hard": from_persons(3000, easy_and_hard),
        "referral": from_persons(3000, referral),
    }.items():
        lists = int(np.log2(draw(np.random.default_rng(0)).size))
        print(f"\n{world}: N = {truth:,}, {lists} lists, {options.tables} tables\n")
        print(
            "| method | answered | covers 95 | covers 80 | RMSE | log RMSE | log bias | log width |"
        )
        print("|---|---:|---:|---:|---:|---:|---:|---:|")
        measure(draw, truth, tuple(f"L{i + 1}" for i in range(lists)), options)


if __name__ == "__main__":
    main()
