# SPDX-License-Identifier: EUPL-1.2
"""Finding a place: free rooms from the gate, ranked by the pure rules, each with its reasons."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.audit import see
from samvern.access.budget import spend
from samvern.places.domain.demand import note_demand
from samvern.places.domain.needs import Needs
from samvern.places.domain.rows import one_of, rows_of
from samvern.places.matching import Found, PlaceTraits, explain_before, rank, why_not
from samvern.places.outcomes import Outcome
from samvern.places.rules import SURE

SHOWN = 20
FREE = "SELECT * FROM gate.free_rooms(%s, %s, %s)"


class Card(NamedTuple):
    """What anybody who works with cases may read of a place."""

    name: str
    kind: str
    region: str
    provider: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A free room in its order."""

    room_id: UUID
    place_id: UUID
    provider: str
    found: Found
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
class Search:
    """What a search found: the best room of each place, and what kept others out."""

    offers: tuple[Offer, ...]
    free: int
    """Rooms that are free in the whole period, whether they fit or not."""
    hindered: dict[str, int]
    """Rooms each hard rule alone keeps out."""


def search_places(
    *, actor: Actor, needs: Needs, case_id: UUID | None = None, counted: bool = True
) -> Search:
    """Free rooms that fit or may fit, the best of each place, ranked.

    A search that finds none is a line of the capacity map, once a day for the same case.

    Raises:
        TooMuch: the actor has searched more than her work should need.
    """
    if counted:
        spend("place.search", about=case_id)
    rows = free_rooms(needs)
    search = ranked(rows, needs)
    see("place.search", case=case_id, found=len(search.offers))
    if counted and not search.offers:
        note_demand(needs, Outcome.NO_PLACE, once=str(case_id or actor.member_id))
    return search


def free_rooms(needs: Needs) -> list[dict[str, Any]]:
    """Every room that is free in the whole period, as others than its provider see it."""
    return rows_of(FREE, [needs.since, needs.until, list(needs.avoid)])


def ranked(rows: list[dict[str, Any]], needs: Needs) -> Search:
    """The rows in their order; of several rooms of a place the first alone."""
    by_room = {row["room"]: row for row in rows}
    traits = [traits_of(row, needs) for row in rows]
    request = needs.traits()
    firsts: dict[UUID, Found] = {}
    for found in rank(traits, request):
        firsts.setdefault(by_room[found.place.key]["place"], found)
    shown = list(firsts.values())[:SHOWN]
    following: list[Found | None] = [*shown[1:], None][: len(shown)]
    offers = tuple(
        _offer(by_room[found.place.key], found, explain_before(found, after) if after else "")
        for found, after in zip(shown, following, strict=True)
    )
    return Search(offers, len(rows), why_not(traits, request))


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


def cards(ids: set[UUID]) -> dict[UUID, Card]:
    """What places are called, by their ids."""
    rows = rows_of("SELECT * FROM gate.place_cards(%s)", [list(ids)]) if ids else []
    return {r["place"]: Card(r["name"], r["kind"], r["region"], r["provider"]) for r in rows}


def regions() -> list[str]:
    """Regions there are places in."""
    found: list[str] = one_of("SELECT gate.place_regions()", [])
    return found


def _offer(row: dict[str, Any], found: Found, before: str) -> Offer:
    return Offer(
        row["room"], row["place"], row["provider"], found, row["beds"],
        row["free_from"], row["free_until"], before,
    )  # fmt: skip
