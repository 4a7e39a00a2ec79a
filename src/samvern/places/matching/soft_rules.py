# SPDX-License-Identifier: EUPL-1.2
"""The soft rules of matching, one function each: points that order what the hard rules let through.

Their weights are stated here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from samvern.places.matching.hard_rules import STAFF

if TYPE_CHECKING:
    from samvern.places.matching.traits import PlaceTraits, RequestTraits

WEIGHTS = {"region": 32, "kind": 16, "plain": 12, "language": 8, "spare": 6, "whole": 4, "gap": 2}
"""Points of each soft rule at most. Whole numbers: sums are exact and the order is stable."""


def region(place: PlaceTraits, request: RequestTraits) -> int:
    """Near where she wants to be; nothing is nearer when she has said nothing."""
    return WEIGHTS["region"] if request.region and place.region == request.region else 0


def kind(place: PlaceTraits, request: RequestTraits) -> int:
    """Of a kind that is wanted."""
    return WEIGHTS["kind"] if place.kind in request.kinds else 0


def plain(place: PlaceTraits, request: RequestTraits) -> int:
    """No safer than needed: what is rare stays free for whoever needs it."""
    surplus = max(0, place.security - request.security)
    return WEIGHTS["plain"] * (2 - min(2, surplus)) // 2


def language(place: PlaceTraits, request: RequestTraits) -> int:
    """Somebody there speaks a language she speaks."""
    return WEIGHTS["language"] if place.languages & request.languages else 0


def spare(place: PlaceTraits, request: RequestTraits) -> int:
    """No bed left empty, nor a step-free room for one who does not need it."""
    empty = max(0, place.beds - 1 - request.children)
    wasted = 2 if place.accessible and not request.accessible else 0
    return max(0, WEIGHTS["spare"] - 2 * empty - wasted)


def whole(place: PlaceTraits, request: RequestTraits) -> int:
    """Staffed no more than she needs."""
    surplus = max(0, STAFF[place.staffed] - STAFF[request.staffed])
    return WEIGHTS["whole"] - 2 * surplus


def gap(place: PlaceTraits, request: RequestTraits) -> int:
    """Fills a gap between two stays rather than cut a long free time in two."""
    if place.free_hours is None:
        return 0
    return WEIGHTS["gap"] if place.free_hours <= 2 * request.hours else 0


SOFT: dict[str, Callable[[PlaceTraits, RequestTraits], int]] = {
    "region": region, "kind": kind, "plain": plain, "language": language, "spare": spare,
    "whole": whole, "gap": gap,
}  # fmt: skip
