# SPDX-License-Identifier: EUPL-1.2
"""Does the interval hold the truth when people are linked by name? Made-up studies of known size.

    samvern bench linkage_draws --studies 200 --mode private --mode plain
    samvern bench linkage_draws --studies 6           (short)

Each study (`linkage_studies`) is linked, its plausible linkages are carried into the estimate as
`samvern estimate draws.csv` does, and the 95 % interval is asked whether it holds the number of
people there are. Beside it: the true table, the shown linkage, and the draws without the pairs
no token shows. Lists are independent by design, so `independence` shows what linkage alone does.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Iterable, Sequence

import numpy as np

import linkage_studies as studies
from samvern.estimation.methods import Options, run
from samvern.estimation.pooling import pool
from samvern.estimation.result import Estimate
from samvern.estimation.table import CaptureTable
from samvern.linkage import Linkage, link_plain, match, overlap
from samvern.linkage.overlap import Pattern

TABLES = ("truth", "shown", "draws without hidden", "draws")


def linked(data: studies.StudyData, mode: str, draws: int) -> Linkage:
    """One study's linkage, in private or plain mode."""
    if mode == "plain":
        return link_plain(data.lists, draws=draws)
    return match([studies.tokens(name, people)[0] for name, people in data.lists], draws=draws)


def tables(
    linkage: Linkage, truth: dict[Pattern, int], draws: int
) -> dict[str, list[dict[Pattern, int]]]:
    """Table name -> the overlap tables the estimate is made from."""
    bare = Linkage(
        linkage.names, linkage.candidates, linkage.probability, linkage.chosen, linkage.draws,
        linkage.coverage, linkage.hidden[:0],
    )  # fmt: skip
    return {
        "truth": [truth],
        "shown": [overlap(linkage)],
        "draws without hidden": [overlap(bare, draw) for draw in range(draws)],
        "draws": [overlap(linkage, draw) for draw in range(draws)],
    }


def estimate(found: Iterable[dict[Pattern, int]], names: Sequence[str], method: str) -> Estimate:
    """Pooled over the tables, as `samvern estimate`."""
    return pool([run(_table(counts, names), method, Options(bootstraps=200)) for counts in found])


def _table(counts: dict[Pattern, int], names: Sequence[str]) -> CaptureTable:
    cells = np.zeros(2 ** len(names), dtype=np.int64)
    for pattern, count in counts.items():
        cells[sum(on << bit for bit, on in enumerate(pattern))] = count
    return CaptureTable(tuple(names), cells)


def one(seed: int, mode: str, method: str, draws: int) -> dict[str, object]:
    """A line of results."""
    data = studies.study(seed)
    started = time.process_time()
    linkage = linked(data, mode, draws)
    row: dict[str, object] = {"seed": seed, "mode": mode, "method": method}
    row["links"] = _pairs(overlap(linkage)) / _pairs(data.table)
    row["links in draws"] = statistics.mean(
        _pairs(overlap(linkage, draw)) for draw in range(draws)
    ) / _pairs(data.table)  # fmt: skip
    for name, found in tables(linkage, data.table, draws).items():
        made = estimate(found, linkage.names, method)
        if made.estimate is not None and made.interval95 is not None:
            row[name] = [round(made.estimate), *map(round, made.interval95)]
    row["seconds"] = round(time.process_time() - started, 1)
    return row


def _pairs(table: dict[Pattern, int]) -> int:
    return sum(count * sum(on) * (sum(on) - 1) // 2 for on, count in table.items())


def summary(rows: Sequence[dict[str, object]]) -> list[str]:
    """Median estimate, share of intervals that hold the truth, and links found of true."""
    lines = []
    for name in TABLES:
        got = [row[name] for row in rows if name in row]
        if not got:
            continue
        points = [found[0] for found in got]  # type: ignore[index]
        held = sum(found[1] <= studies.PEOPLE <= found[2] for found in got)  # type: ignore[index]
        lines.append(
            f"{name}: median estimate {statistics.median(points):.0f}, interval holds "
            f"{studies.PEOPLE} in {held} of {len(got)} ({held / len(got):.0%})"
        )
    for name in ("links", "links in draws"):
        lines.append(f"{name} of true: median {statistics.median(row[name] for row in rows):.3f}")  # type: ignore[type-var]
    return lines


def main() -> None:
    """Run the studies asked for; one JSON line each, then the summary."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--studies", type=int, default=6)
    options.add_argument("--first", type=int, default=1000, help="seed of the first study")
    options.add_argument("--mode", choices=("private", "plain"), action="append")
    options.add_argument("--method", default="independence")
    options.add_argument("--draws", type=int, default=40)
    said = options.parse_args()
    for mode in said.mode or ("private",):
        rows = []
        for seed in range(said.first, said.first + said.studies):
            rows.append(one(seed, mode, said.method, said.draws))
            print(json.dumps(rows[-1]), flush=True)
        print(f"== {mode}, {said.method}, {said.studies} studies, {said.draws} draws")
        print("\n".join(summary(rows)), flush=True)


if __name__ == "__main__":
    main()
