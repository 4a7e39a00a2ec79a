# SPDX-License-Identifier: EUPL-1.2
"""What matching reads of a place and of a request. Pure."""

from dataclasses import dataclass
from typing import Any


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
