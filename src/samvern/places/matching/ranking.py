# SPDX-License-Identifier: EUPL-1.2
"""Which places fit somebody, and in which order. Pure: no database, no clock, no person's score.

A place is *out* when a hard rule is broken, *asks* when something a hard rule turns on is not
known, and is *sure* otherwise. Sure ones come first, then those to ask; within each by the sum of
``WEIGHTS``, then by name and key, so that the same question always gets the same answer. Places
are ranked; people never are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from samvern.places.matching.hard_rules import ASK, HARD, OUT, SURE
from samvern.places.matching.soft_rules import SOFT
from samvern.places.matching.traits import PlaceTraits, RequestTraits


@dataclass(frozen=True, slots=True)
class RankedPlace:
    """A place in its order: why there, what must be asked, or why not at all."""

    place: PlaceTraits
    verdict: int
    score: int
    """Of the place for this stay, the higher the better; see ``preferences.WEIGHTS``."""
    reasons: tuple[str, ...]
    """Codes of ``words.REASONS``, those that weigh most first."""
    asks: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    parts: dict[str, int] = field(default_factory=dict)


def judge(place: PlaceTraits, request: RequestTraits) -> RankedPlace:
    """One place for one request."""
    asks, broken = [], []
    for name, rule in HARD.items():
        verdict = rule(place, request)
        if verdict == OUT:
            broken.append(name)
        elif verdict == ASK:
            asks.append(name)
    parts = {name: rule(place, request) for name, rule in SOFT.items()}
    told = sorted((n for n, points in parts.items() if points), key=lambda n: (-parts[n], n))
    verdict = OUT if broken else ASK if asks else SURE
    return RankedPlace(
        place, verdict, sum(parts.values()), tuple(told), tuple(asks), tuple(broken), parts
    )


def rank(places: Iterable[PlaceTraits], request: RequestTraits) -> list[RankedPlace]:
    """All that fit or may fit, the best first. Those that are out are left away."""
    found = [judge(place, request) for place in places]
    return sorted((each for each in found if each.verdict != OUT), key=order)


def order(found: RankedPlace) -> tuple[int, int, str, str]:
    """The stated order: sure before to be asked, then the sum, then the name and the key."""
    return -found.verdict, -found.score, found.place.name, str(found.place.key)


def why_not(places: Iterable[PlaceTraits], request: RequestTraits) -> dict[str, int]:
    """How many places each hard rule alone keeps out: what would have to change to find one."""
    counts: dict[str, int] = {}
    for place in places:
        broken = judge(place, request).broken
        if len(broken) == 1:
            counts[broken[0]] = counts.get(broken[0], 0) + 1
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def explain_before(first: RankedPlace, second: RankedPlace) -> str:
    """Why the first stands before the second: ``sure``, the part that decides, or ``name``."""
    if first.verdict != second.verdict:
        return "sure"
    gains = {name: first.parts[name] - second.parts[name] for name in first.parts}
    best = max(sorted(gains), key=lambda name: gains[name])
    return best if first.score != second.score else "name"


Places = Sequence[PlaceTraits]
Requests = Sequence[RequestTraits]
