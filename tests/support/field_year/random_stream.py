# SPDX-License-Identifier: EUPL-1.2
"""Luck that belongs to one person: what happens to her changes nobody else's, at any volume."""

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")
MASK = (1 << 64) - 1


class RandomStream:
    """A stream of draws from one number (SplitMix64: Steele, Lea and Flood 2014). One of the
    library's own sources would take 2.5 kB for each person."""

    __slots__ = ("at",)

    def __init__(self, seed: int) -> None:
        self.at = seed * 0x2545F4914F6CDD1D & MASK

    def roll(self) -> float:
        """At least 0, below 1."""
        self.at = self.at + 0x9E3779B97F4A7C15 & MASK
        found = (self.at ^ self.at >> 30) * 0xBF58476D1CE4E5B9 & MASK
        found = (found ^ found >> 27) * 0x94D049BB133111EB & MASK
        return ((found ^ found >> 31) >> 11) / (1 << 53)

    def chance(self, share: float) -> bool:
        """True in a share of draws."""
        return self.roll() < share

    def seconds(self, minutes: tuple[float, float, float]) -> int:
        """A time between the least and the most, most often about the usual."""
        least, usual, most = minutes
        roll, turn = self.roll(), (usual - least) / (most - least)
        if roll < turn:
            found = least + (roll * (most - least) * (usual - least)) ** 0.5
        else:
            found = most - ((1 - roll) * (most - least) * (most - usual)) ** 0.5
        return int(found * 60)

    def one(self, weights: Mapping[T, float]) -> T:
        """One of some things, by their weights."""
        left = self.roll() * sum(weights.values())
        chosen = next(iter(weights))
        for chosen, weight in weights.items():  # noqa: B007
            left -= weight
            if left < 0:
                break
        return chosen
