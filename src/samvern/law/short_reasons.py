# SPDX-License-Identifier: EUPL-1.2
"""What conclusions turn on, in short: the first few facts, and how many more there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from samvern.law.explanation import Explanation
from samvern.law.fact_names import FactNames

MOST_FACTS = 5
"""So many facts a short answer names as what a conclusion turns on. A wide one rests on dozens."""
FirstFacts = tuple[tuple[str, ...], int]


class ShortReasons:
    """The short grounds of one person's conclusions, or of somebody's of whom nothing is known.

    ``names``: the facts each leaf looks at, sets with their option and without.
    ``places``: where a fact stands among what is missing; a fact without a place comes last.
    ``base``: the short grounds while nothing is told. ``told``: the leaves that look at what was.
    """

    def __init__(
        self, names: tuple[FactNames, FactNames], explanation: Explanation,
        places: Mapping[str, int],
        base: Self | None = None, told: int = 0,
    ) -> None:  # fmt: skip
        self.explanation, self.places, self.base, self.told = explanation, places, base, told
        self.rules = explanation.program.rules
        self.options, self.heads = names
        self._told: dict[tuple[str, int], FirstFacts] = {}
        self.kept: dict[tuple[str, ...], Any] = {}
        """What others make of conclusions that rest on nothing that was told; gone with the day."""

    def of(self, id: str, most: int = MOST_FACTS) -> FirstFacts:
        """At most so many facts that settle a rule or that it waits for, and how many more are.

        What is missing comes in the order of ``places``, and of a set only its name. So it is with
        what settles a rule when all the options would be too many.
        """
        if self.base and self.explanation.like(self.rules[id]):
            return self.base.of(id, most)
        found = self._told.get((id, most))
        if found is None:
            names = self._names(self.rules[id], most)
            found = self._told[id, most] = (tuple(names[:most]), max(0, len(names) - most))
        return found

    def general(self, id: str) -> dict[tuple[str, ...], Any] | None:
        """Where to keep what is made of a conclusion that nothing told has to do with."""
        cone = self.explanation.program.cones[self.rules[id]]
        return None if self.base is None or cone & self.told else self.base.kept

    def reasons(self, id: str, most: int) -> FirstFacts:
        """The first facts that settle a rule, sets with their option, and how many more do."""
        leaves, _ = self.explanation.proof(self.rules[id])
        leaves &= ~self.explanation.fixed
        names = self.options.told(leaves, most)[:most]
        return tuple(names), self.options.count(leaves) - len(names)

    def waits(self, id: str, most: int) -> list[str]:
        """The first facts that a rule waits for, of a set its name, in the order of the leaves."""
        return self.heads.told(self.explanation.missing(self.rules[id]), most)[:most]

    def _names(self, node: int, most: int) -> list[str]:
        certain, possible = self.explanation.certain[node], self.explanation.possible[node]
        if certain != possible:
            return self._waiting(self.explanation.missing(node))
        leaves, _ = self.explanation.proof(node)
        return self._reasons(leaves & ~self.explanation.fixed, most)

    def _waiting(self, leaves: int) -> list[str]:
        heads, places = self.heads.told(leaves), self.places
        if len(heads) > 1:
            last = len(places)
            heads.sort(key=lambda name: places.get(name, last))
        return heads

    def _reasons(self, leaves: int, most: int) -> list[str]:
        names = self.options.told(leaves, most + 1)
        return names if len(names) <= most else self.heads.told(leaves)
