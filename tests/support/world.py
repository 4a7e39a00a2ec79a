# SPDX-License-Identifier: EUPL-1.2
"""A small model of who sees what, in plain Python: what the walls are compared with."""

from dataclasses import dataclass, field

HOUSES = {
    "kari": "havn", "jonas": "havn", "liv": "havn", "tone": "havn", "amina": "krisesenter",
    "per": "politi",
}  # fmt: skip
UNITS = {"kari": "K", "jonas": "K", "tone": "K", "liv": "H", "amina": "B", "per": "M"}
LEADERS = {"tone"}
PEOPLE = tuple(HOUSES)


@dataclass
class Shared:
    """A share: to whom, which categories, whether it still holds."""

    to: str
    categories: frozenset[str]
    holds: bool = True


@dataclass
class Dossier:
    """A case as the model knows it."""

    owner: str
    team: set[str]
    unit: str
    house: str
    circle: str = "team"
    closed: bool = False
    barred: set[str] = field(default_factory=set)
    shares: list[Shared] = field(default_factory=list)
    glass: set[str] = field(default_factory=set)

    def works(self, who: str) -> bool:
        """Whether it is open to somebody as her own work, by name or in an emergency."""
        if who in self.barred:
            return False
        if who in self.glass:
            return True
        if HOUSES[who] != self.house:
            return False
        in_unit = UNITS[who] == self.unit
        return (
            who in self.team
            or who == self.owner
            or (in_unit and (who in LEADERS or self.circle == "unit"))
        )

    def opens(self, who: str, category: str) -> bool:
        """Whether somebody reads this category of it."""
        if who in self.barred:
            return False
        return self.works(who) or any(
            share.holds and share.to == HOUSES[who] and category in share.categories
            for share in self.shares
        )
