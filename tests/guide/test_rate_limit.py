# SPDX-License-Identifier: EUPL-1.2
"""Token buckets: fair, forgetful, and without names."""

from hypothesis import given
from hypothesis import strategies as st

from samvern.guide import rate_limit as module
from samvern.guide.rate_limit import TokenBuckets


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_fills_again() -> None:
    clock = Clock()
    buckets = TokenBuckets(2, 0.5, clock)
    assert [buckets.take("a") for _ in range(3)] == [0, 0, 2]
    clock.now = 2.0
    assert [buckets.take("a") for _ in range(2)] == [0, 2]


def test_callers_have_buckets_of_their_own() -> None:
    buckets = TokenBuckets(1, 1, Clock())
    assert [buckets.take("a"), buckets.take("b"), buckets.take("a")] == [0, 0, 1]


def test_what_costs_more_than_a_bucket_waits_for_a_full_one_and_leaves_a_debt() -> None:
    clock = Clock()
    buckets = TokenBuckets(10, 1, clock)
    assert buckets.take("a", 25) == 0
    assert buckets.take("a") == 16


@given(st.lists(st.tuples(st.floats(0, 5), st.floats(0.1, 3)), max_size=40))
def test_nobody_gets_more_than_the_bucket_and_what_flowed_in(
    asked: list[tuple[float, float]],
) -> None:
    clock = Clock()
    buckets = TokenBuckets(5, 1, clock)
    taken = 0.0
    for pause, tokens in asked:
        clock.now += pause
        taken += tokens if buckets.take("a", tokens) == 0 else 0
    assert taken <= 5 + clock.now + 1e-6


def test_no_address_is_kept_and_full_buckets_are_forgotten() -> None:
    clock = Clock()
    buckets = TokenBuckets(1, 1, clock)
    for number in range(module.MOST_CALLERS):
        buckets.take(f"192.0.2.{number}")
    assert not any(b"192.0.2" in name for name in buckets._left)
    clock.now = 10.0
    buckets.take("new")
    assert len(buckets._left) == 1


def test_a_flood_of_callers_does_not_fill_the_memory() -> None:
    buckets = TokenBuckets(1, 1, Clock())
    for number in range(module.MOST_CALLERS + 100):
        buckets.take(str(number))
    assert len(buckets._left) <= module.MOST_CALLERS
