# SPDX-License-Identifier: EUPL-1.2
"""The demonstration's directory laid out over the country, asked by the directory's own rules."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from typing import Any

from samvern.demo_data.table_files import table
from samvern.referrals.matching.domain import (
    Fit,
    PersonTraits,
    ServiceMatch,
    judge,
    open_at,
    ranked,
)
from support.field_year.assumptions import BEDS

REGIONS = tuple(f"Eksempelregion {number}" for number in range(1, 13))
"""As many as there are police districts."""

SAID = {"true": True, "false": False, None: None}


@dataclass(slots=True, eq=False)
class SimulatedService:
    """A service of an organisation, and the beds it has; None has as many as it takes."""

    at: str
    """The organisation's code, and its place in the country behind a slash."""
    unit: str
    name: str
    needs: list[str]
    regions: list[str]
    sexes: list[str]
    youngest: int | None
    oldest: int | None
    with_children: bool | None
    languages: list[str]
    accessible: bool | None
    round_the_clock: bool
    hours: dict[str, Any]
    beds: int | None = None
    taken: int = 0
    queue: list[Any] = field(default_factory=list)

    @property
    def full(self) -> bool:
        """Whether no bed is free."""
        return self.beds is not None and self.taken >= self.beds


@cache
def regional() -> frozenset[str]:
    """The organisations of which each region has one."""
    return frozenset(entry["at"] for entry in table("services")["services"] if "regions" in entry)


class SimulatedDirectory:
    """All services by need and place. Without ``regions``: as the demonstration has them."""

    def __init__(self, regions: Sequence[str] = REGIONS, factor: float = 1) -> None:
        self.houses = [
            house
            for entry in table("services")["services"]
            for house in _spread(_house(entry, factor), regions)
        ]
        self._judged: dict[
            tuple[SimulatedService, str, PersonTraits, bool | None], ServiceMatch
        ] = {}
        self._near: dict[tuple[str, str], list[SimulatedService]] = defaultdict(list)
        for house in self.houses:
            for need in house.needs:
                for place in house.regions or [""]:
                    self._near[need, place].append(house)

    def proposed(
        self, need: str, traits: PersonTraits, now: datetime, without: Collection[str]
    ) -> list[SimulatedService]:
        """Who can meet a need, in the order the directory proposes them."""
        near = self._near[need, traits.place or ""] + self._near[need, ""]
        verdicts = {
            place: self._judge(house, need, traits, now)
            for place, house in enumerate(near)
            if house.at not in without
        }
        order = ranked(verdicts, {place: near[place].name for place in verdicts})
        return [near[place] for place in order if verdicts[place].fit != Fit.NOT]

    def _judge(
        self, house: SimulatedService, need: str, traits: PersonTraits, now: datetime
    ) -> ServiceMatch:
        """As the directory judges; the same house for the same traits, open or not, once."""
        key = (house, need, traits, open_at(house, now))
        found = self._judged.get(key)
        if found is None:
            found = self._judged[key] = judge(house, need, traits, now)
        return found


def _house(entry: dict[str, Any], factor: float) -> SimulatedService:
    span = [entry["from"], entry["to"]] if "from" in entry else []
    beds = BEDS.get(entry["at"]) if "housing" in entry["needs"] else None
    return SimulatedService(
        at=entry["at"], unit=entry["unit"], name=entry["name"], needs=list(entry["needs"]),
        regions=list(entry.get("regions", ())), sexes=list(entry.get("sexes", ())),
        youngest=entry.get("youngest"), oldest=entry.get("oldest"),
        with_children=SAID[entry.get("with_children")], languages=list(entry.get("languages", ())),
        accessible=SAID[entry.get("accessible")],
        round_the_clock=entry.get("hours") == "round the clock",
        hours={str(day): span for day in entry.get("days", ())},
        beds=None if beds is None else max(1, round(beds * factor)),
    )  # fmt: skip


def _spread(house: SimulatedService, regions: Sequence[str]) -> Iterator[SimulatedService]:
    """One in each region, unless it serves the whole country."""
    if not house.regions or not regions:
        yield house
        return
    beds = None if house.beds is None else max(1, round(house.beds / len(regions)))
    for number, region in enumerate(regions, start=1):
        yield replace(house, at=f"{house.at}/{number}", regions=[region], beds=beds, queue=[])
