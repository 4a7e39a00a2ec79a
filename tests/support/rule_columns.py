# SPDX-License-Identifier: EUPL-1.2
"""The same rules for many places and many requests at once.

What a rule says of every place depends on one or two answers of a request, and few answers differ:
each is worked out once, as a column of small numbers, and kept. A request is then a minimum and a
sum of such columns. Cell by cell it is what ``matching.judge`` says; a property test compares them.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from samvern.places.matching.hard_rules import HARD
from samvern.places.matching.soft_rules import SOFT
from samvern.places.matching.traits import PlaceTraits, RequestTraits

Bytes = NDArray[np.uint8]
TURNS_ON: dict[str, tuple[str, ...]] = {
    "sex": ("sex",), "age": ("age",), "children": ("children",), "beds": ("children",),
    "accessible": ("accessible",), "security": ("security",), "staffed": ("staffed",),
    "district": ("avoids",), "substance": ("use",), "intake": ("arrives",),
    "region": ("region",), "kind": ("kinds",), "plain": ("security",), "language": ("languages",),
    "spare": ("children", "accessible"), "whole": ("staffed",), "gap": ("hours",),
}  # fmt: skip
"""The answers of a request each rule looks at."""
OF_A_PLACE: dict[str, tuple[str, ...]] = {
    "sex": ("sexes",), "age": ("youngest", "oldest"), "children": ("children",), "beds": ("beds",),
    "accessible": ("accessible",), "security": ("security",), "staffed": ("staffed",),
    "district": ("apart",), "substance": ("policy",), "intake": ("intake",),
    "region": ("region",), "kind": ("kind",), "plain": ("security",), "language": ("languages",),
    "spare": ("beds", "accessible"), "whole": ("staffed",), "gap": ("free_hours",),
}  # fmt: skip
"""And what of a place. Places that agree in it are judged once."""
Grouped = tuple[list[PlaceTraits], NDArray[np.int32]]
Rule = Callable[[PlaceTraits, RequestTraits], int]


class RuleColumns:
    """Many places, and what each rule says of them for each answer met."""

    def __init__(self, places: Sequence[PlaceTraits]) -> None:
        self.count = len(places)
        once = {traits: grouped(places, traits) for traits in set(OF_A_PLACE.values())}
        self.groups = {name: once[traits] for name, traits in OF_A_PLACE.items()}
        self.known: dict[Hashable, Bytes] = {}
        self.blank = RequestTraits()

    def verdicts(self, request: RequestTraits) -> Bytes:
        """What every place is for a request: 0 out, 1 to be asked, 2 sure."""
        row = np.full(self.count, 2, dtype=np.uint8)
        for name, rule in HARD.items():
            np.minimum(row, self._column(name, rule, request), out=row)
        return row

    def points(self, request: RequestTraits) -> Bytes:
        """The points of every place for a request."""
        row = np.zeros(self.count, dtype=np.uint8)
        for name, rule in SOFT.items():
            row += self._column(name, rule, request)
        return row

    def _column(self, name: str, rule: Rule, request: RequestTraits) -> Bytes:
        answers = {trait: getattr(request, trait) for trait in TURNS_ON[name]}
        key = (name, *answers.values())
        if key not in self.known:
            asked = replace(self.blank, **answers)
            kinds, which = self.groups[name]
            said = np.array([rule(place, asked) for place in kinds], dtype=np.uint8)
            self.known[key] = said[which]
        return self.known[key]


def grouped(places: Sequence[PlaceTraits], traits: tuple[str, ...]) -> Grouped:
    """One place of each kind in these traits, and the kind of every place."""
    keys: list[Hashable] = list(map(attrgetter(*traits), places))
    firsts = dict(zip(reversed(keys), reversed(places), strict=True))
    kinds = {key: number for number, key in enumerate(firsts)}
    which = np.fromiter(map(kinds.__getitem__, keys), dtype=np.int32, count=len(keys))
    return list(firsts.values()), which
