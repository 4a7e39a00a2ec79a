# SPDX-License-Identifier: EUPL-1.2
"""What somebody needs of a place: as the search reads it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.text import slugify

from samvern.places.matching import RequestTraits

NIGHT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Needs:
    """Needs and risks of one person, or of a family that stays together, for one stay."""

    since: datetime
    until: datetime
    sex: str = ""
    age: int | None = None
    children: int = 0
    accessible: bool = False
    languages: tuple[str, ...] = ()
    security: int = 1
    staffed: str = "none"
    use: str = ""
    avoid: tuple[str, ...] = ()
    kind: str = ""
    region: str = ""
    danger: bool = False
    words: str = ""

    @property
    def beds(self) -> int:
        """A bed for each of them."""
        return 1 + self.children

    @property
    def urgency(self) -> int:
        """The order of those who wait, before time: danger first, then children."""
        child = self.children > 0 or (self.age is not None and self.age < 18)
        return (0 if child else 1) if self.danger else 2 if child else 3

    def traits(self) -> RequestTraits:
        """As the matching reads them."""
        return RequestTraits(
            sex=self.sex, age=self.age, children=self.children, accessible=self.accessible,
            languages=frozenset(self.languages), security=self.security, staffed=self.staffed,
            use=self.use, avoids=bool(self.avoid),
            kinds=frozenset({self.kind}) if self.kind else frozenset(), region=self.region,
            hours=(self.until - self.since).total_seconds() / 3600,
            arrives=timezone.localtime(self.since).hour,
        )  # fmt: skip


def from_now(needs: Needs, now: datetime) -> Needs:
    """The same stay, not begun before now: a wait that lasts moves it."""
    if needs.since >= now:
        return needs
    return replace(needs, since=now, until=max(needs.until, now + NIGHT))


def districts(text: str) -> tuple[str, ...]:
    """Districts written in a line with commas between them, as they are compared."""
    return tuple(dict.fromkeys(name for part in text.split(",") if (name := slugify(part)[:40])))
