# SPDX-License-Identifier: EUPL-1.2
"""Who sees an address, a booking, an occupancy: through the pages and through SQL."""

from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import UUID

import psycopg
import pytest
from django.utils import timezone

from samvern.cases.core.models import Case, Person
from samvern.places.bookings.domain import apply_move, get_booking
from samvern.places.inventory.domain import write_address
from samvern.places.models import Place
from samvern.places.waiting_list.domain import start_waiting
from samvern.web.database.inventory import find_security_gaps
from support.desks import Desk
from support.providing import hold, make_place, needs
from support.workspace import Workspace

pytestmark = pytest.mark.database
CANARY = "Hemmeligveien 99"
WORDS = "Ordet bare stedet skal se"
TABLES = (
    "place", "room", "placeaddress", "booking", "bookingstep", "occupancy", "waiting",
    "waitingstep",
)  # fmt: skip
STRANGERS = ("liv", "per", "rolf", "guro", "sara", "stig")


class Scene(NamedTuple):
    workspace: Workspace
    place: UUID
    room: UUID
    booking: UUID


@pytest.fixture(scope="module")
def scene(workspace: Workspace) -> Iterator[Scene]:
    """Amina's place with an address; jonas holds a room in a case of his own team."""
    place, (room, _other) = make_place(workspace, rooms=2, kind="safe_house")
    with workspace.acting("amina") as actor:
        write_address(actor=actor, place=Place.objects.get(pk=place), text=CANARY)
    wanted = needs(kind="safe_house", words=WORDS)
    booking = hold(workspace, room, "jonas", "colleague", wanted=wanted)
    with workspace.acting("jonas") as actor:
        start_waiting(
            actor=actor,
            case=Case.objects.get(pk=workspace.cast.cases["colleague"]),
            person=Person.objects.get(pk=workspace.cast.persons["colleague"]),
            needs=wanted,
        )
    yield Scene(workspace, place, room, booking)


def rows(workspace: Workspace, member: str, table: str, place: UUID) -> int:
    """How many rows of this place, or of what belongs to it, a member reads by SQL."""
    where = {
        "place": "id = %s", "room": "place_id = %s", "placeaddress": "place_id = %s",
        "booking": "place_id = %s",
        "bookingstep": "of_id IN (SELECT id FROM places_booking WHERE place_id = %s)",
        "occupancy": "room_id IN (SELECT id FROM places_room WHERE place_id = %s)",
    }.get(table, "%s IS NOT NULL")  # fmt: skip
    token = workspace.token(member)
    with workspace.connect() as app:
        app.execute("SELECT set_config('samvern.token', %s, false)", [token])
        if table == "placeaddress":  # it opens once it is committed that she asked for it
            app.execute("SELECT gate.ask_place_address(%s, NULL, true)", [place])
        found = app.execute(f"SELECT count(*) FROM places_{table} WHERE {where}", [place])
        (count,) = found.fetchone() or (0,)
        return int(count)


@pytest.mark.parametrize(
    ("member", "seen"),
    [
        ("amina", {"place": 1, "room": 2, "placeaddress": 1, "booking": 1, "occupancy": 1}),
        ("jonas", {"booking": 1, "waiting": 1}),
        ("tone", {"booking": 1, "waiting": 1}),
        *((name, {}) for name in STRANGERS if name != "stig"),
    ],
)
def test_what_sql_shows(scene: Scene, member: str, seen: dict[str, int]) -> None:
    met = {table: rows(scene.workspace, member, table, scene.place) for table in TABLES}
    assert {table: count for table, count in met.items() if count} == seen


def test_nobody_reads_demand_or_writes_what_the_gate_writes(scene: Scene) -> None:
    token = scene.workspace.token("amina")
    with scene.workspace.connect() as app:
        for statement in (
            "SELECT * FROM places_demand",
            "UPDATE places_booking SET state = 'booked'",
            "UPDATE places_occupancy SET live = false",
            "DELETE FROM places_booking",
            "UPDATE places_waiting SET urgency = 0",
            "UPDATE places_waiting SET created_at = now() - interval '1 year'",
            "DELETE FROM places_occupancy",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege), app.transaction():
                app.execute("SELECT set_config('samvern.token', %s, true)", [token])
                app.execute(statement)


def test_what_others_learn_of_a_free_room(scene: Scene) -> None:
    """The gate tells from when to when, and nothing of who, which case, which district."""
    token, now = scene.workspace.token("per"), timezone.now()
    with scene.workspace.connect() as app:
        app.execute("SELECT set_config('samvern.token', %s, false)", [token])
        app.execute("SELECT gate.ask_places(%s, %s, '{}', NULL)", [now, now])
        found = app.execute("SELECT * FROM gate.free_rooms(%s, %s, '{}')", [now, now])
        names = {column.name for column in found.description or ()}
    assert names.isdisjoint({"district", "keeps_from", "case_id", "booking", "label", "address"})
    for member in ("rolf", "guro", "sara"):
        with scene.workspace.connect() as app:
            token = scene.workspace.token(member)
            app.execute("SELECT set_config('samvern.token', %s, false)", [token])
            app.execute("SELECT gate.ask_places(%s, %s, '{}', NULL)", [now, now])
            free = app.execute("SELECT count(*) FROM gate.free_rooms(%s, %s, '{}')", [now, now])
            assert free.fetchone() == (0,), member


def status(scene: Scene, member: str, page: str, **where: Any) -> int:
    return int(Desk(scene.workspace, member).see(page, **where).status_code)


def readings(scene: Scene) -> int:
    """How often the trail says that the address of the place was read."""
    statement = (
        "SELECT count(*)::int FROM audit.line WHERE act = 'place.address' AND object_id = %s"
    )
    with scene.workspace.superuser() as look:
        (count,) = look.execute(statement, [scene.place]).fetchone() or (0,)
    return int(count)


def test_the_address_opens_with_the_booking_and_closes_with_it(scene: Scene) -> None:
    """Held opens nothing; booked opens it to the case's team; ended closes it again."""
    at = {"place_id": scene.place}
    before = readings(scene)
    assert status(scene, "amina", "place_address", **at) == 200
    assert status(scene, "jonas", "place_address", **at) == 404
    move(scene, "amina", "confirm")
    assert CANARY in Desk(scene.workspace, "jonas").read("place_address", **at)
    for member in ("kari", "tone", "liv", "per", "rolf", "guro", "sara"):
        assert status(scene, member, "place_address", **at) == 404, member
    assert readings(scene) - before == 2, "each reading is in the trail"
    desk = Desk(scene.workspace, "jonas")
    with scene.workspace.superuser() as owner:
        owner.execute("UPDATE gate.session SET authenticated_at = now() - interval '6 minutes'")
    scene.workspace.tokens.clear()
    assert desk.see("place_address", **at).status_code in (302, 404), "not without a fresh sign-in"
    move(scene, "jonas", "arrive")
    move(scene, "amina", "end")
    assert status(scene, "jonas", "place_address", **at) == 404


def test_strangers_meet_the_same_absence(scene: Scene) -> None:
    for member in STRANGERS[:-1]:
        assert status(scene, member, "booking", booking_id=scene.booking) == 404, member
        assert status(scene, member, "rooms", place_id=scene.place) == 404, member
        assert status(scene, member, "place_edit", place_id=scene.place) == 404, member
    case = scene.workspace.cast.cases["colleague"]
    assert status(scene, "amina", "case_places", case_id=case) == 404
    assert status(scene, "kari", "case_places", case_id=case) == 404
    assert status(scene, "jonas", "case_places", case_id=case) == 200


def test_the_address_is_on_no_other_page_and_in_no_log(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    case = scene.workspace.cast.cases["colleague"]
    seen = []
    for member in ("amina", "jonas", "tone"):
        desk = Desk(scene.workspace, member)
        for page, where in (
            ("places", {}), ("waiting", {}), ("capacity", {}), ("capacity_file", {}), ("inbox", {}),
            ("home", {}), ("case_places", {"case_id": case}), ("timeline", {"case_id": case}),
            ("booking", {"booking_id": scene.booking}), ("rooms", {"place_id": scene.place}),
            ("place_edit", {"place_id": scene.place}), ("print", {"case_id": case}),
        ):  # fmt: skip
            seen.append(desk.see(page, **where).content.decode(errors="replace"))
    trail = Desk(scene.workspace, "rolf")
    seen.append(trail.see("auditor").content.decode())
    assert not any(CANARY in text for text in seen)
    assert CANARY not in caplog.text
    with scene.workspace.superuser() as look:
        for schema, table in look.execute(
            "SELECT table_schema, table_name FROM information_schema.tables WHERE table_type = "
            "'BASE TABLE' AND table_schema IN ('public', 'audit', 'gate')"
        ).fetchall():
            found = look.execute(
                f'SELECT count(*) FROM {schema}."{table}" t WHERE t::text LIKE %s',
                [f"%{CANARY}%"],
            ).fetchone()
            assert found == (0,), table


def test_what_a_provider_is_told_holds_no_name_and_no_district(scene: Scene) -> None:
    with scene.workspace.superuser() as look:
        notices = look.execute(
            "SELECT count(*), count(case_id) FROM cases_notice n JOIN access_member m "
            "ON m.id = n.member_id JOIN access_organisation o ON o.id = m.organisation_id "
            "WHERE n.kind LIKE 'booking-%' AND o.kind = 'crisis_centre'"
        ).fetchone()
        assert notices is not None and notices[0] > 0 and notices[1] == 0
        sealed = look.execute(
            "SELECT count(*) FROM places_booking WHERE encode(needs_sealed, 'escape') LIKE %s",
            [f"%{WORDS}%"],
        ).fetchone()
        assert sealed == (0,)


def test_the_walls_are_whole(scene: Scene) -> None:
    with scene.workspace.connect() as app:
        assert list(find_security_gaps(app)) == []


def move(scene: Scene, member: str, name: str) -> None:
    with scene.workspace.acting(member) as actor:
        apply_move(actor=actor, booking=get_booking(actor, scene.booking), move=name)
