# SPDX-License-Identifier: EUPL-1.2
"""Whole persons add up, and none moves by one."""

from hypothesis import given
from hypothesis import strategies as st

from samvern.estimation.rounding import whole


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=20))
def test_whole_numbers_keep_the_sum(values: list[float]) -> None:
    rounded = whole(values)
    assert int(rounded.sum()) == round(float(sum(values)))
    assert max(abs(r - v) for r, v in zip(rounded, values, strict=True)) < 1 + 1e-6
