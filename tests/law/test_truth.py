# SPDX-License-Identifier: EUPL-1.2
"""Strong Kleene logic, one person or many in one number."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from samvern.law.truth import Truth, at_least

PLANES = {Truth.YES: (1, 1), Truth.NO: (0, 0), Truth.UNKNOWN: (0, 1)}
truths = st.sampled_from(list(Truth))


def possible_counts(items: list[Truth]) -> set[int]:
    choices = {Truth.YES: (1,), Truth.NO: (0,), Truth.UNKNOWN: (0, 1)}
    return {sum(world) for world in product(*(choices[item] for item in items))}


@given(st.lists(truths, max_size=6), st.integers(1, 7))
def test_at_least_is_what_every_possible_world_says(items: list[Truth], k: int) -> None:
    worlds = {count >= k for count in possible_counts(items)}
    expected = Truth.UNKNOWN if len(worlds) == 2 else (Truth.YES if worlds == {True} else Truth.NO)
    assert Truth.of(at_least(k, [PLANES[item] for item in items], 1)) is expected


@given(st.lists(st.lists(truths, min_size=3, max_size=3), min_size=1, max_size=5))
def test_many_people_in_one_number_are_each_as_alone(rows: list[list[Truth]]) -> None:
    columns = list(zip(*rows, strict=True))
    packed = [
        tuple(sum(PLANES[t][plane] << n for n, t in enumerate(column)) for plane in (0, 1))
        for column in columns
    ]
    together = at_least(2, packed, (1 << len(rows)) - 1)  # type: ignore[arg-type]
    for person, row in enumerate(rows):
        alone = at_least(2, [PLANES[t] for t in row], 1)
        assert Truth.of(together, person) is Truth.of(alone)
