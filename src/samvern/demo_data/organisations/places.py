# SPDX-License-Identifier: EUPL-1.2
"""Places to stay: rooms written as the database's owner, addresses sealed by who works there.

The same again changes nothing. With a day there is more: rooms that are in use, and four weeks of
searches for the capacity map.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from samvern.access.roles import CASEWORK
from samvern.demo_data.model import DemoWorker
from samvern.demo_data.organisations.members import Connection, DemoMembers, same_id
from samvern.demo_data.random_draws import Draws
from samvern.demo_data.table_files import table
from samvern.places.inventory.domain import write_address
from samvern.places.models import Place, PlaceAddress

PLACE = """INSERT INTO places_place (id, created_at, version, changed_at, organisation_id, unit_id,
    created_by_id, name, kind, region, district, keeps_from, sexes, youngest, oldest, children,
    accessible, languages, security, staffed, policy, intake_from, intake_until, active)
    VALUES (%s, now(), 1, now(), %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s,
    %s, %s, true) ON CONFLICT DO NOTHING"""
ROOM = """INSERT INTO places_room
    (id, created_at, freed_at, place_id, organisation_id, label, beds, active)
    VALUES (%s, now(), now(), %s, %s, %s, %s, true) ON CONFLICT DO NOTHING"""
TAKEN = """INSERT INTO places_occupancy
    (id, created_at, room_id, organisation_id, during, live, why)
    VALUES (%s, now(), %s, %s, tstzrange(%s, %s), true, 'own_use') ON CONFLICT DO NOTHING"""
ASKED = """INSERT INTO places_demand (id, day, kind, region, outcome, reason)
    VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING"""
OUTCOMES = ("held", "held", "held", "no_place", "waits", "declined")
REASONS = ("full", "full", "children", "security", "substance")


def write_places(
    connection: Connection,
    cast: DemoMembers,
    people: Iterable[DemoWorker],
    today: date | None = None,
) -> None:
    """Write the places, their rooms and addresses; with a day what happened until then too."""
    people = list(people)
    for row in table("places")["places"]:
        _place(connection, cast, row)
        _address(cast, row, people)
        if today is not None:
            _use(connection, cast, row, today)
    if today is not None:
        _demand(connection, today)


def _place(connection: Connection, cast: DemoMembers, row: dict[str, Any]) -> None:
    at, place = cast.organisations[row["at"]], same_id("place", row["name"])
    hours = row.get("intake", (None, None))
    connection.execute(PLACE, [
        place, at, cast.units[row["at"], row["unit"]], cast.services[row["at"]], row["name"],
        row["kind"], row["region"], row.get("district", ""), row.get("keeps_from", []),
        row["sexes"], row.get("youngest"), row.get("oldest"), _truth(row.get("children")),
        _truth(row.get("accessible")), row.get("languages", []), row["security"], row["staffed"],
        row.get("policy", ""), *hours,
    ])  # fmt: skip
    for number, beds in enumerate(row["beds"], 1):
        connection.execute(ROOM, [_room(row, number), place, at, f"Rom {number}", beds])


def _address(cast: DemoMembers, row: dict[str, Any], people: list[DemoWorker]) -> None:
    """Sealed by one who works there; without one there is none, as nobody could read it."""
    hers = [
        each.login
        for each in people
        if each.body == row["at"] and each.unit == row["unit"] and each.role in CASEWORK
        and each.left_days_ago is None
    ]  # fmt: skip
    if not hers:
        return
    from samvern.demo_data.members_at_work import as_member  # which loads this

    with as_member(cast.members[hers[0]]) as actor:
        place = Place.objects.get(pk=same_id("place", row["name"]))
        if not PlaceAddress.objects.filter(place=place).exists():
            write_address(actor=actor, place=place, text=row["address"])


def _use(connection: Connection, cast: DemoMembers, row: dict[str, Any], today: date) -> None:
    """Every other room is in use by somebody who came another way, for a week or two."""
    for number in range(1, len(row["beds"]) + 1, 2):
        draws = Draws("places")
        start = datetime(today.year, today.month, today.day, 12, tzinfo=UTC) - timedelta(days=9)
        nights = 11 + int(draws.chance(0.5, row["name"], number)) * 6
        values = [_room(row, number), cast.organisations[row["at"]]]
        key = same_id("taken", row["name"], str(number))
        connection.execute(TAKEN, [key, *values, start, start + timedelta(days=nights)])


def _demand(connection: Connection, today: date) -> None:
    draws = Draws("demand")
    wanted = [(row["kind"], row["region"]) for row in table("places")["places"]]
    for back in range(28):
        for number in range(14):
            day, key = today - timedelta(days=back), (str(today - timedelta(days=back)), number)
            outcome = draws.one(OUTCOMES, "outcome", *key)
            reason = draws.one(REASONS, "reason", *key) if outcome == "declined" else ""
            kind, region = draws.one(wanted, "wanted", *key)
            place = same_id("demand", str(day), str(number))
            connection.execute(ASKED, [place, day, kind, region, outcome, reason])


def _room(row: dict[str, Any], number: int) -> Any:
    return same_id("room", row["name"], str(number))


def _truth(value: Any) -> bool | None:
    """The tables are read with words as they are."""
    return None if value is None else value in (True, "true")
