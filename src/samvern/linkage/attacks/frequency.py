# SPDX-License-Identifier: EUPL-1.2
"""Frequency attack: common values are common in the plain file too (Christen et al. 2018).

In each column the attacker ranks the tokens by how often they occur, ranks the plain values of
a file they know, and reads a token as the value of the same frequency when only one has it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence


def frequency_attack(tokens: Sequence[Hashable], plain: Sequence[Hashable]) -> int:
    """How many rows of one column are read rightly.

    Args:
        tokens: the column as it is sent, one entry a row.
        plain: the true values of the same rows (used to count what was read rightly, and, their
            order apart, as the attacker's knowledge).
    """
    seen, known = Counter(tokens), Counter(plain)
    value_of = dict(_unambiguous(known))
    guess = {token: value_of[count] for count, token in _unambiguous(seen) if count in value_of}
    return sum(guess.get(token) == value for token, value in zip(tokens, plain, strict=True))


def _unambiguous(counts: Counter[Hashable]) -> list[tuple[int, Hashable]]:
    """(frequency, value) for the frequencies exactly one value has, once excepted."""
    with_count: dict[int, list[Hashable]] = {}
    for value, count in counts.items():
        with_count.setdefault(count, []).append(value)
    return [(n, values[0]) for n, values in with_count.items() if len(values) == 1 and n > 1]
