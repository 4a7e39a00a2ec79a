# SPDX-License-Identifier: EUPL-1.2
"""Splink on DuckDB and on Spark: one set of settings, one answer. Needs the group `scale`."""

import shutil

import pytest

from linkage.registers import two_lists
from samvern.linkage import LinkageError
from samvern.linkage.scale import find_duplicates_at_scale, link_with_splink

pytestmark = [pytest.mark.long, pytest.mark.scale]


def test_duckdb_finds_the_people_on_both_lists() -> None:
    pytest.importorskip("splink", reason="splink is not installed (dependency group scale)")
    left, right = two_lists(300, 100)
    found = link_with_splink(left, right, "duckdb")
    correct = sum(left[i].key == right[j].key for i, j, _ in found)
    assert correct >= 85
    assert len(found) - correct <= 3
    doubled = find_duplicates_at_scale([*left, left[5]], "duckdb")
    assert [pair[:2] for pair in doubled if 300 in pair[:2]] == [(5, 300)]


def test_spark_gives_what_duckdb_gives() -> None:
    pytest.importorskip("splink", reason="splink is not installed (dependency group scale)")
    pytest.importorskip("pyspark", reason="pyspark is not installed (dependency group scale)")
    if shutil.which("java") is None:
        pytest.skip("no Java runtime on this machine")
    left, right = two_lists(200, 60)
    here, there = (link_with_splink(left, right, engine) for engine in ("duckdb", "spark"))
    assert [pair[:2] for pair in here] == [pair[:2] for pair in there]
    assert [p for *_, p in here] == pytest.approx([p for *_, p in there], abs=1e-9)


def test_without_the_group_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "splink", None)
    with pytest.raises(LinkageError, match="install the dependency group `scale`"):
        find_duplicates_at_scale(two_lists(20, 5)[0], "duckdb")
