# SPDX-License-Identifier: EUPL-1.2
"""The hard rules of matching, one function each: they are never broken.

Hard rules answer ``OUT``, ``ASK`` or ``SURE``. What is not known never passes a rule that protects
her or others: it is asked. What orders the rest are ``preferences``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samvern.places.matching.traits import PlaceTraits, RequestTraits

OUT, ASK, SURE = 0, 1, 2
ADULT = 18
STAFF = {"none": 0, "day": 1, "round_the_clock": 2}
USE = {"none": 0, "sober_there": 1, "active": 2}
BEARS = {"none": 0, "not_there": 1, "admitted": 2}


def _sure(is_so: bool | None) -> int:
    return ASK if is_so is None else SURE if is_so else OUT


def sex(place: PlaceTraits, request: RequestTraits) -> int:
    """Her sex is among those admitted; a place that admits all asks nothing."""
    if len(place.sexes) >= 3:
        return SURE
    return _sure(request.sex in place.sexes if request.sex and place.sexes else None)


def age(place: PlaceTraits, request: RequestTraits) -> int:
    """Her age lies within the limits. Age not known: asked, where there is a limit at all.

    Places without a lowest age are for adults; a child is asked about.
    """
    if request.age is None:
        return ASK
    if place.oldest is not None and request.age > place.oldest:
        return OUT
    if place.youngest is None:
        return ASK if request.age < ADULT else SURE
    return _sure(request.age >= place.youngest)


def children(place: PlaceTraits, request: RequestTraits) -> int:
    """Children who come along are admitted."""
    return _sure(place.children) if request.children else SURE


def beds(place: PlaceTraits, request: RequestTraits) -> int:
    """The room has a bed for each of them."""
    return SURE if place.beds >= 1 + request.children else OUT


def accessible(place: PlaceTraits, request: RequestTraits) -> int:
    """She can get in and live there."""
    return _sure(place.accessible) if request.accessible else SURE


def security(place: PlaceTraits, request: RequestTraits) -> int:
    """It is as safe as she needs."""
    return SURE if place.security >= request.security else OUT


def staffed(place: PlaceTraits, request: RequestTraits) -> int:
    """Somebody is there when she needs it."""
    return SURE if STAFF[place.staffed] >= STAFF[request.staffed] else OUT


def district(place: PlaceTraits, request: RequestTraits) -> int:
    """It lies in no district she must avoid, and does not keep away from those she flees."""
    return _sure(place.apart) if request.avoids else SURE


def substance(place: PlaceTraits, request: RequestTraits) -> int:
    """Her use is one the place can bear. Where either is not known it is asked."""
    if place.policy == "admitted" or request.use == "none":
        return SURE
    if not place.policy or not request.use:
        return ASK
    return _sure(BEARS[place.policy] >= USE[request.use])


def intake(place: PlaceTraits, request: RequestTraits) -> int:
    """She comes at an hour when somebody is received; else ring first."""
    if place.intake is None:
        return SURE
    start, end = place.intake
    within = start <= request.arrives < end if start < end else not end <= request.arrives < start
    return SURE if within else ASK


HARD: dict[str, Callable[[PlaceTraits, RequestTraits], int]] = {
    "sex": sex, "age": age, "children": children, "beds": beds, "accessible": accessible,
    "security": security, "staffed": staffed, "district": district, "substance": substance,
    "intake": intake,
}  # fmt: skip
