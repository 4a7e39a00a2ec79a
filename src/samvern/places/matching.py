# SPDX-License-Identifier: EUPL-1.2
"""Which places fit somebody, and in which order. Pure: no database, no clock, no person's score.

A place is *out* when a hard rule is broken, *asks* when something a hard rule turns on is not
known, and is *sure* otherwise. Sure ones come first, then those to ask; within each by the sum of
``WEIGHTS``, then by name and key, so that the same question always gets the same answer. Places
are ranked; people never are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from samvern.places import preferences, rules
from samvern.places.rules import ASK, OUT, SURE


@dataclass(frozen=True, slots=True)
class PlaceTraits:
    """A free room with what its place says of itself. None and "" mean that nobody has said."""

    key: Any
    name: str = ""
    kind: str = "other"
    region: str = ""
    apart: bool | None = True
    """Whether it lies away from every district she must avoid; None where it is not known."""
    sexes: frozenset[str] = frozenset()
    youngest: int | None = None
    oldest: int | None = None
    children: bool | None = None
    beds: int = 1
    accessible: bool | None = None
    languages: frozenset[str] = frozenset()
    security: int = 1
    staffed: str = "none"
    policy: str = ""
    intake: tuple[int, int] | None = None
    free_hours: float | None = None
    """How long the gap is that the stay would lie in; None: no end in sight."""


@dataclass(frozen=True, slots=True)
class RequestTraits:
    """What one person, or a family, needs. None and "" mean that it is not known."""

    sex: str = ""
    age: int | None = None
    children: int = 0
    accessible: bool = False
    languages: frozenset[str] = frozenset()
    security: int = 1
    staffed: str = "none"
    use: str = ""
    avoids: bool = False
    """Whether there are districts she must stay away from."""
    kinds: frozenset[str] = frozenset()
    region: str = ""
    hours: float = 24.0
    """How long the stay is to be."""
    arrives: int = 12
    """The hour of the day she would come."""


@dataclass(frozen=True, slots=True)
class Found:
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


def judge(place: PlaceTraits, request: RequestTraits) -> Found:
    """One place for one request."""
    asks, broken = [], []
    for name, rule in rules.HARD.items():
        verdict = rule(place, request)
        if verdict == OUT:
            broken.append(name)
        elif verdict == ASK:
            asks.append(name)
    parts = {name: rule(place, request) for name, rule in preferences.SOFT.items()}
    told = sorted((n for n, points in parts.items() if points), key=lambda n: (-parts[n], n))
    verdict = OUT if broken else ASK if asks else SURE
    return Found(
        place, verdict, sum(parts.values()), tuple(told), tuple(asks), tuple(broken), parts
    )


def rank(places: Iterable[PlaceTraits], request: RequestTraits) -> list[Found]:
    """All that fit or may fit, the best first. Those that are out are left away."""
    found = [judge(place, request) for place in places]
    return sorted((each for each in found if each.verdict != OUT), key=order)


def order(found: Found) -> tuple[int, int, str, str]:
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


def explain_before(first: Found, second: Found) -> str:
    """Why the first stands before the second: ``sure``, the part that decides, or ``name``."""
    if first.verdict != second.verdict:
        return "sure"
    gains = {name: first.parts[name] - second.parts[name] for name in first.parts}
    best = max(sorted(gains), key=lambda name: gains[name])
    return best if first.score != second.score else "name"


Places = Sequence[PlaceTraits]
Requests = Sequence[RequestTraits]
