# SPDX-License-Identifier: EUPL-1.2
"""Sets of leaves as the facts they look at, each named once, in the order of the leaves."""

from __future__ import annotations

from collections.abc import Iterable

Leaves = int


class FactNames:
    """For each leaf some names, read for a whole set of leaves at once.

    Beside each leaf stand the leaves that name nothing it does not name: they are passed over.
    """

    def __init__(self, names: Iterable[Iterable[str]]) -> None:
        self.names = [tuple(found) for found in names]
        alike: dict[tuple[str, ...], int] = {}
        for leaf, found in enumerate(self.names):
            alike[found] = alike.get(found, 0) | 1 << leaf
        within = {
            found: _union(leaves for other, leaves in alike.items() if set(other) <= set(found))
            for found in alike
        }
        self._rest = [~within[found] for found in self.names]
        self._alone = _union(
            leaves
            for found, leaves in alike.items()
            if leaves.bit_count() == len(found) == 1
            and within[found] == leaves
            and not any(found[0] in other for other in alike if other != found)
        )

    def told(self, leaves: Leaves, enough: int = 0) -> list[str]:
        """What these leaves name; with ``enough``, no more once so many are found."""
        found: dict[str, None] = {}
        names, rest = self.names, self._rest
        while leaves and not (enough and len(found) >= enough):
            leaf = (leaves & -leaves).bit_length() - 1
            for name in names[leaf]:
                found[name] = None
            leaves &= rest[leaf]
        return list(found)

    def count(self, leaves: Leaves) -> int:
        """How many names they have."""
        return (leaves & self._alone).bit_count() + len(self.told(leaves & ~self._alone))


def _union(sets: Iterable[Leaves]) -> Leaves:
    union = 0
    for one in sets:
        union |= one
    return union
