# SPDX-License-Identifier: EUPL-1.2
"""Places: a day's assignment of 1,000 requests to 10,000 places, beside a MILP solver's optimum.

The optimum is HiGHS's, of the same objective: who is served by the order, then the points of fit. A
program with every pair is millions of columns, so it begins with the best of each request; the
prices of its rows then find every pair that could do better, which come in, until none is left.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
import highspy
import numpy as np
from scipy.sparse import csc_array

from samvern.places.choices import LANGUAGES, PlaceKind
from samvern.places.matching.ranking import rank
from samvern.places.matching.traits import PlaceTraits, RequestTraits
from support.day_assignment import MOST, NOBODY, RoomFits, assign, sure_fits

TONGUES = [code for code, _name in LANGUAGES]
SEXES = (["woman"], ["woman"], ["man"], ["woman", "man", "other"])


def make_places(count: int, chance: random.Random) -> list[PlaceTraits]:
    """Made-up places of fifteen regions."""
    return [
        PlaceTraits(
            key=number,
            name=f"p{number}",
            kind=chance.choice(PlaceKind.values),
            region=f"r{chance.randrange(15)}",
            apart=chance.random() > 0.1,
            sexes=frozenset(chance.choice(SEXES)),
            youngest=chance.choice([0, 16, 18, 18]),
            oldest=chance.choice([None, None, 60]),
            children=chance.random() < 0.5,
            beds=chance.choice([1, 1, 2, 3, 4]),
            accessible=chance.random() < 0.2,
            languages=frozenset(chance.sample(TONGUES, 2)),
            security=chance.choice([1, 1, 1, 2, 2, 3]),
            staffed=chance.choice(["none", "day", "round_the_clock"]),
            policy=chance.choice(["admitted", "not_there", "none"]),
            free_hours=chance.choice([None, 24.0, 100.0, 1000.0]),
        )
        for number in range(count)
    ]


def make_requests(count: int, chance: random.Random) -> list[RequestTraits]:
    """Made-up requests, in their fair order."""
    return [
        RequestTraits(
            sex=chance.choice(["woman", "woman", "woman", "man"]),
            age=chance.choice([15, 17, 19, 22, 30, 40, 55]),
            children=chance.choice([0, 0, 0, 1, 2]),
            accessible=chance.random() < 0.1,
            languages=frozenset(chance.sample(TONGUES, 2)),
            security=chance.choice([1, 1, 2, 3]),
            staffed=chance.choice(["none", "day", "round_the_clock"]),
            use=chance.choice(["none", "none", "sober_there", "active"]),
            avoids=chance.random() < 0.4,
            kinds=frozenset([chance.choice(PlaceKind.values)]),
            region=f"r{chance.randrange(15)}",
            hours=chance.choice([24.0, 72.0, 300.0]),
        )
        for _number in range(count)
    ]


def optimum(fits: RoomFits) -> tuple[int, int, int]:
    """Served, points, and how often pairs came in, by HiGHS."""
    count = len(fits.rooms)
    # Units of MOST * count: small numbers are kinder to a solver's tolerances.
    order = np.arange(count, 0, -1, dtype=float)
    worth = [order[r] + fits.points[r] / (MOST * count) for r in range(count)]
    inside = [np.argsort(-w, kind="stable")[:40] for w in worth]
    turns = more = 1
    while more:
        chosen, prices, rents = solve(fits, worth, inside)
        more = sum(let_in(fits, worth, inside, row, prices[row], rents) for row in range(count))
        turns += bool(more)
    served = [row for row in range(count) if chosen[row] != NOBODY]
    return len(served), int(sum(fits.points[row][chosen[row]] for row in served)), turns


def let_in(
    fits: RoomFits, worth: list, inside: list, row: int, price: float, rents: np.ndarray
) -> int:
    """Let the best pairs of a request in that its price does not rule out; how many there are."""
    gain = worth[row] - price - rents[fits.rooms[row]]
    new = np.setdiff1d(np.flatnonzero(gain > 1e-9), inside[row])
    inside[row] = np.concatenate([inside[row], new[np.argsort(-gain[new])][:40]])
    return len(new)


def solve(fits: RoomFits, worth: list, inside: list) -> tuple[list[int], np.ndarray, np.ndarray]:
    """One program: each request at most one room, each room at most one request."""
    count, size = len(worth), sum(len(each) for each in inside)
    rows = np.repeat(np.arange(count), [len(each) for each in inside])
    at = np.concatenate(inside).astype(int)
    rooms = np.concatenate([fits.rooms[r][each] for r, each in enumerate(inside)])
    matrix = csc_array(
        (np.ones(2 * size), (np.concatenate([rows, count + rooms]), np.tile(np.arange(size), 2))),
        shape=(count + fits.count, size),
    )
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = size, count + fits.count
    model.col_cost_ = -np.concatenate([worth[r][each] for r, each in enumerate(inside)])
    model.col_lower_, model.col_upper_ = np.zeros(size), np.ones(size)
    model.row_lower_ = np.full(count + fits.count, -highspy.kHighsInf)
    model.row_upper_ = np.ones(count + fits.count)
    model.a_matrix_.start_, model.a_matrix_.index_ = matrix.indptr, matrix.indices
    model.a_matrix_.value_ = matrix.data
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("solver", "simplex")
    solver.setOptionValue("dual_feasibility_tolerance", 1e-10)
    solver.passModel(model)
    solver.run()
    found = solver.getSolution()
    value, dual = np.array(found.col_value), -np.array(found.row_dual)
    assert np.allclose(value, value.round(), atol=1e-6), "a vertex of an assignment is whole"
    chosen = [NOBODY] * count
    for column in np.flatnonzero(value > 0.5):
        chosen[rows[column]] = int(at[column])
    return chosen, dual[:count], dual[count:]


def measure(places: int, requests: int, *, seed: int) -> str:
    """One line of the table."""
    chance = random.Random(seed)
    kept, asked = make_places(places, chance), make_requests(requests, chance)
    start = time.perf_counter()
    fits = sure_fits(kept, asked)
    middle = time.perf_counter()
    found = assign(fits)
    end = time.perf_counter()
    served, points, turns = optimum(fits)
    solved = time.perf_counter() - end
    return (
        f"| {places:,} × {requests:,} | {sum(map(len, fits.rooms)):,} | {middle - start:.2f} s | "
        f"{end - middle:.2f} s | {found.served:,} / {found.points:,} | {served:,} / {points:,} | "
        f"{100 * (points - found.points) / max(points, 1):.2f} % | {solved:.1f} s ({turns}) |"
    )


def one_search(places: int) -> float:
    """Seconds to rank all places for one request, with reasons."""
    chance = random.Random(1)
    kept, (request,) = make_places(places, chance), make_requests(1, chance)
    start = time.perf_counter()
    rank(kept, request)
    return time.perf_counter() - start


def main(sizes: Iterable[tuple[int, int]]) -> None:
    """Print the table."""
    print("| places × requests | pairs that fit | fits | assignment | served / points | "
          "optimum | short of it by | the solver (turns) |")  # fmt: skip
    print("|---:|---:|---:|---:|---:|---:|---:|---:|")
    for places, requests in sizes:
        print(measure(places, requests, seed=places))
    print(f"\nOne search of 10,000 places, ranked with reasons: {one_search(10_000):.2f} s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="the small sizes alone")
    short = parser.parse_args().short
    small = [(100, 300), (300, 1000), (1000, 1000)]
    main(small if short else [*small, (10_000, 1000)])
