# SPDX-License-Identifier: EUPL-1.2
"""Linkages are pooled, strata add up, sensitivity moves the way it must, truth is found again."""

import numpy as np
import pytest
from hypothesis import given, settings

from samvern.estimation import CaptureTable, Options, check_consistency, estimate, score
from samvern.estimation.pooling import pool
from samvern.estimation.sensitivity import MISSED, broken_links, missed_links
from samvern.estimation.strata import breakdown
from support.lists import published, tables

QUICK = Options(bootstraps=50)


def test_pooling_one_linkage_is_that_linkage() -> None:
    [result] = estimate(published("Korea"), ["independence"])
    assert pool([result]) == result


def test_pooling_different_linkages_widens_the_interval() -> None:
    table = published("UKdat_5")
    [one] = estimate(table, ["independence"])
    [other] = estimate(broken_links(table, 0.2), ["independence"])
    pooled = pool([one, other])
    assert pooled.estimate == pytest.approx(np.sqrt(one.estimate * other.estimate))  # type: ignore
    for part in (one, other):
        assert pooled.interval95[0] < part.interval95[0]  # type: ignore[index]
        assert pooled.interval95[1] > part.interval95[1]  # type: ignore[index]


def test_a_linkage_without_an_answer_is_not_hidden() -> None:
    apart = CaptureTable(("b", "c", "d"), np.array([0, 5, 5, 0, 4, 0, 0, 0]))
    results = [estimate(t, ["stepwise"], QUICK)[0] for t in (published("Korea"), apart)]
    assert pool(results).estimate is None


@settings(max_examples=30)
@given(tables(largest=200))
def test_breaking_links_makes_persons_and_loses_overlap(table: CaptureTable) -> None:
    before = sum(table.overlap(i) for i in range(table.lists))
    after = broken_links(table, 0.2)
    assert sum(after.overlap(i) for i in range(table.lists)) == pytest.approx(
        before, abs=table.lists * 4
    )
    assert after.observed >= table.observed
    assert after.recaptured <= table.recaptured


def test_missed_links_inflate_independence_as_published() -> None:
    [base] = estimate(published("UKdat_5"), ["independence"])
    shifts = list(missed_links(published("UKdat_5"), base, 1))
    growth = [round(100 * ((s.ratio or 0) - 1)) for s in shifts]
    assert dict(zip(MISSED, growth, strict=True)) == {0.02: 2, 0.05: 5, 0.1: 11, 0.2: 25}


def test_strata_add_up_to_the_whole() -> None:
    table = published("UKdat_5")
    half = table.with_counts(table.counts // 2)
    parts = {"women": half, "men": table.with_counts(table.counts - half.counts)}
    [total] = estimate(table, ["independence"])
    found = breakdown("sex", parts, total, QUICK)
    assert found is not None
    assert sum(s.observed for s in found.strata) == table.observed
    assert sum(s.result.estimate or 0 for s in found.strata) == round(total.estimate or 0)


def test_a_stratum_without_overlap_joins_the_smallest_that_has_one() -> None:
    korea = published("Korea")
    lonely = korea.with_counts(np.array([0, 3, 0, 0, 2, 0, 0, 0]))
    [total] = estimate(korea.with_counts(korea.counts + lonely.counts), ["independence"])
    found = breakdown("form", {"work": korea, "other": lonely}, total, QUICK)
    assert found is not None
    assert [s.label for s in found.strata] == ["other + work"]
    assert found.strata[0].result.estimate == round(total.estimate or 0)


@pytest.mark.parametrize("data", ["UKdat", "UKdat_5", "UKdat_4", "Western"])
def test_combined_answers_every_problem_with_known_truth(data: str) -> None:
    problems = check_consistency(published(data))
    result = score(problems)
    assert result is not None
    assert (result.answered, len(problems)) == (result.problems, published(data).lists)
    assert result.coverage == 1.0


def test_only_the_prior_answers_where_nobody_is_on_two_lists() -> None:
    problems = {p.name: p for p in check_consistency(published("UKdat_5"))}
    assert [name for name, p in problems.items() if not p.result.identified] == ["GP"]
    assert problems["GP"].truth == 336
