# SPDX-License-Identifier: EUPL-1.2
"""Drawing from published margins, the same way every time.

Each draw has a name of its own, so that a new draw somewhere changes no other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Draws:
    """The named draws of one seed."""

    seed: str

    def named(self, *name: object) -> Random:
        """The source of one draw."""
        return Random(":".join([self.seed, *map(str, name)]))  # noqa: S311  # nothing is secret

    def key(self, *name: object) -> UUID:
        """A random-looking key that is the same for the same name."""
        return UUID(int=self.named("key", *name).getrandbits(128), version=4)

    def one(self, choices: Sequence[T], *name: object) -> T:
        """One of some choices, all as likely."""
        return self.named(*name).choice(choices)

    def chance(self, share: float, *name: object) -> bool:
        """True in a share (0 to 1) of draws."""
        return self.named(*name).random() < share

    def between(self, least: int, most: int, *name: object) -> int:
        """A whole number, both ends possible."""
        return self.named(*name).randint(least, most)

    def deal(self, total: int, weights: Mapping[T, float], *name: object) -> list[T]:
        """``total`` cards in the proportions of ``weights``, shuffled.

        Each kind's number is right to within one: the margins hold in every year, not on average.
        """
        counts = apportion(total, weights)
        cards = [kind for kind, count in counts.items() for _ in range(count)]
        self.named(*name).shuffle(cards)
        return cards


def apportion(total: int, weights: Mapping[T, float]) -> dict[T, int]:
    """``total`` divided in proportion, by largest remainder (Hamilton's method).

    Raises:
        ValueError: the weights do not sum to more than zero.
    """
    whole = sum(weights.values())
    if whole <= 0:
        raise ValueError(f"weights sum to {whole}; they must sum to more than 0")
    exact = {kind: total * weight / whole for kind, weight in weights.items()}
    counts = {kind: int(share) for kind, share in exact.items()}
    left = total - sum(counts.values())
    for kind in sorted(exact, key=lambda kind: counts[kind] - exact[kind])[:left]:
        counts[kind] += 1
    return counts
