# SPDX-License-Identifier: EUPL-1.2
"""Finding a place: free rooms from the gate, ranked by the pure rules, each with its reasons."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.gate import fetch_value
from samvern.access.quotas import ask_counted
from samvern.places.choices import SearchOutcome
from samvern.places.database import fetch_rows
from samvern.places.matching.demand import record_demand
from samvern.places.matching.hard_rules import SURE
from samvern.places.matching.needs import Needs
from samvern.places.matching.ranking import RankedPlace, explain_before, rank, why_not
from samvern.places.matching.traits import PlaceTraits

SHOWN = 20
FREE = "SELECT * FROM gate.free_rooms(%s, %s, %s)"


class PlaceCard(NamedTuple):
    """What anybody who works with cases may read of a place."""

    name: str
    kind: str
    region: str
    provider: str


@dataclass(frozen=True, slots=True)
class RoomOffer:
    """A free room in its order."""

    room_id: UUID
    place_id: UUID
    provider: str
    found: RankedPlace
    beds: int
    free_from: datetime | None
    free_until: datetime | None
    before: str
    """What sets it before the next: a part of the score, ``sure``, ``name``; empty for the last."""

    @property
    def is_sure(self) -> bool:
        """Whether nothing must be asked first."""
        return self.found.verdict == SURE


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search found: the best room of each place, and what kept others out."""

    offers: tuple[RoomOffer, ...]
    free: int
    """Rooms that are free in the whole period, whether they fit or not."""
    hindered: dict[str, int]
    """Rooms each hard rule alone keeps out."""


def search_places(*, actor: Actor, needs: Needs, case_id: UUID | None = None) -> SearchResult:
    """Free rooms that fit or may fit, the best of each place, ranked.

    A search that finds none is a line of the capacity map, once a day for the same case.

    Raises:
        RateLimited: the actor has searched more than her work should need.
    """
    ask_counted("ask_places", "place.search", *_sought(needs), case_id)
    search = ranked(free_rooms(needs), needs)
    if not search.offers:
        record_demand(needs, SearchOutcome.NO_PLACE, once=str(case_id or actor.member_id))
    return search


def free_rooms(needs: Needs) -> list[dict[str, Any]]:
    """Every room that is free in the whole period, as others than its provider see it.

    None before ``search_places`` has asked; the round of the waiting list needs not ask.
    """
    return fetch_rows(FREE, _sought(needs))


def _sought(needs: Needs) -> list[Any]:
    return [needs.since, needs.until, list(needs.avoid)]


def ranked(rows: list[dict[str, Any]], needs: Needs) -> SearchResult:
    """The rows in their order; of several rooms of a place the first alone."""
    by_room = {row["room"]: row for row in rows}
    traits = [traits_of(row, needs) for row in rows]
    request = needs.traits()
    firsts: dict[UUID, RankedPlace] = {}
    for found in rank(traits, request):
        firsts.setdefault(by_room[found.place.key]["place"], found)
    shown = list(firsts.values())[:SHOWN]
    following: list[RankedPlace | None] = [*shown[1:], None][: len(shown)]
    offers = tuple(
        _offer(by_room[found.place.key], found, explain_before(found, after) if after else "")
        for found, after in zip(shown, following, strict=True)
    )
    return SearchResult(offers, len(rows), why_not(traits, request))


def traits_of(row: dict[str, Any], needs: Needs) -> PlaceTraits:
    """A free room as the matching reads it."""
    hours = None
    if row["free_until"] is not None:
        start = row["free_from"] or timezone.now()
        hours = (row["free_until"] - min(start, needs.since)).total_seconds() / 3600
    within = (row["intake_from"], row["intake_until"])
    return PlaceTraits(
        key=row["room"], name=row["name"], kind=row["kind"], region=row["region"],
        apart=row["apart"], sexes=frozenset(row["sexes"]), youngest=row["youngest"],
        oldest=row["oldest"], children=row["children"], beds=row["beds"],
        accessible=row["accessible"], languages=frozenset(row["languages"]),
        security=row["security"], staffed=row["staffed"], policy=row["policy"],
        intake=None if None in within else within, free_hours=hours,
    )  # fmt: skip


def place_cards(ids: set[UUID]) -> dict[UUID, PlaceCard]:
    """What places are called, by their ids."""
    rows = fetch_rows("SELECT * FROM gate.place_cards(%s)", [list(ids)]) if ids else []
    return {r["place"]: PlaceCard(r["name"], r["kind"], r["region"], r["provider"]) for r in rows}


def regions() -> list[str]:
    """Regions there are places in."""
    found: list[str] = fetch_value("place_regions")
    return found


def _offer(row: dict[str, Any], found: RankedPlace, before: str) -> RoomOffer:
    return RoomOffer(
        row["room"], row["place"], row["provider"], found, row["beds"],
        row["free_from"], row["free_until"], before,
    )  # fmt: skip
