# SPDX-License-Identifier: EUPL-1.2
"""What is told and counted cannot be undone and read all the same.

Whoever holds the application's role in a member's session asks, reads and rolls back, whole or to a
savepoint. Nothing opens before the telling, the count and the line in the trail are committed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID, uuid4

import psycopg
import pytest

from identity.making import NUMBER, claim, person_of
from referrals.external.helpers import send_link
from referrals.external.test_links import WRONG
from samvern.identity.addresses.domain import record_address
from samvern.identity.blind_indexes import NUMBER as BY_NUMBER
from samvern.identity.blind_indexes import blind_index
from samvern.identity.keys import open_keeper
from samvern.identity.secret_links import find_opener
from support.providing import make_place
from support.workspace import Workspace

pytestmark = pytest.mark.database
Statement = tuple[str, list[Any]]


class Door(NamedTuple):
    """What is asked and how it is read, by whom, and what must be left of it."""

    who: str
    ask: Statement
    reads: list[Statement]
    act: str
    item: str


@dataclass
class Room:
    """The workspace in which a door is made."""

    workspace: Workspace

    def value(self, statement: str, *values: Any) -> Any:
        with self.workspace.superuser() as behind:
            row = behind.execute(statement, list(values)).fetchone()
        return row[0] if row else None


def glass(room: Room) -> Door:
    case, opening = room.workspace.cast.cases["own"], uuid4()
    reference = room.value("SELECT reference FROM cases_case WHERE id = %s", case)
    return Door(
        "per",
        ("SELECT gate.break_glass(%s, %s, 'life', %s, 4)", [reference, opening, b"r" * 40]),
        [
            ("SELECT 1 FROM cases_case WHERE id = %s", [case]),
            ("SELECT 1 FROM cases_note WHERE case_id = %s", [case]),
            ("SELECT 1 FROM access_glass WHERE id = %s", [opening]),
            ("SELECT 1 FROM access_member WHERE id = %s", [room.workspace.cast.members["kari"]]),
            ("SELECT 1 WHERE gate.glass_opened(%s) IS NOT NULL", [opening]),
        ],
        "glass.break",
        "glass",
    )


def look_up(room: Room) -> Door:
    with room.workspace.acting("kari") as kari:
        claim(kari, person_of(kari), "number", NUMBER)
    blinds, asking = [blind_index(open_keeper(), BY_NUMBER, NUMBER)], uuid4()
    return Door(
        "kari",
        ("SELECT gate.find_subjects(%s, %s, 'p', '{number}')", [asking, blinds]),
        [("SELECT 1 FROM gate.found_subjects(%s)", [asking])],
        "identity.find",
        "identity.find",
    )


def protected_address(room: Room) -> Door:
    with room.workspace.acting("kari") as kari:
        person = person_of(kari)
        record_address(actor=kari, person=person, grade="fortrolig", text="Et sted")
    with room.workspace.superuser() as behind:
        behind.execute("DELETE FROM gate.look")
    return Door(
        "kari",
        ("SELECT gate.ask_addresses(%s, true)", [person.pk]),
        [("SELECT 1 FROM identity_protectedaddress WHERE person_id = %s", [person.pk])],
        "address.read",
        "identity.reveal",
    )


def place_address(room: Room) -> Door:
    place = room.value(
        "SELECT place_id FROM places_placeaddress WHERE organisation_id = %s",
        room.workspace.cast.organisations["krisesenter"],
    )
    with room.workspace.superuser() as behind:
        behind.execute("DELETE FROM gate.look")
    return Door(
        "amina",
        ("SELECT gate.ask_place_address(%s, NULL, true)", [place]),
        [("SELECT 1 FROM places_placeaddress WHERE place_id = %s", [place])],
        "place.address",
        "place.address",
    )


def show_lines(room: Room) -> None:
    """Every organisation lets the board show its lines."""
    with room.workspace.superuser() as behind:
        behind.execute(
            "INSERT INTO coordination_boardrule (id, created_at, organisation_id, shows,"
            " made_by_id) SELECT gen_random_uuid(), now(), o.id, 'lines',"
            " (SELECT id FROM access_member LIMIT 1) FROM access_organisation o"
        )


def board(room: Room) -> Door:
    show_lines(room)
    reads: list[Statement] = [
        ("SELECT 1 FROM gate.board('') LIMIT 1", []),
        ("SELECT 1 FROM gate.board_counts('') LIMIT 1", []),
    ]
    return Door("sara", ("SELECT gate.ask_board('')", []), reads, "board.see", "board.see")


def line_of_the_board(room: Room) -> Door:
    show_lines(room)
    with room.workspace.connect() as app:
        app.execute("SELECT set_config('samvern.token', %s, false)", [room.workspace.token("sara")])
        app.execute("SELECT gate.ask_board('')")
        (line,) = app.execute("SELECT line FROM gate.board('') LIMIT 1").fetchone() or ("",)
    with room.workspace.superuser() as behind:
        behind.execute("DELETE FROM gate.look")
    reads: list[Statement] = [
        ("SELECT 1 FROM gate.board('') WHERE line = %s", [line]),
        ("SELECT 1 WHERE gate.board_nudge(%s, true, 'contact') <> 'absent'", [line]),
    ]
    ask: Statement = ("SELECT gate.ask_board_line(%s)", [line])
    return Door("sara", ask, reads, "board.line", "board.see")


def free_rooms(room: Room) -> Door:
    make_place(room.workspace)
    when = "now() + interval '1 day'", "now() + interval '3 days'"
    with room.workspace.superuser() as behind:
        since, until = behind.execute(f"SELECT {', '.join(when)}".encode()).fetchone() or ("", "")
    asked = [since, until, ["x"]]
    return Door(
        "kari",
        ("SELECT gate.ask_places(%s, %s, %s, NULL)", asked),
        [("SELECT 1 FROM gate.free_rooms(%s, %s, %s) LIMIT 1", asked)],
        "place.search",
        "place.search",
    )


DOORS: list[Callable[[Room], Door]] = [
    glass, look_up, protected_address, place_address, board, line_of_the_board, free_rooms,
]  # fmt: skip


@pytest.fixture
def room(fresh_workspace: Workspace) -> Room:
    return Room(fresh_workspace)


@pytest.fixture(params=DOORS, ids=lambda each: each.__name__)
def door(request: pytest.FixtureRequest, room: Room) -> Door:
    made: Door = request.param(room)
    return made


@pytest.fixture
def app(room: Room, door: Door) -> "Iterator[psycopg.Connection[Any]]":
    """The application's role in the member's session, in a transaction that has begun."""
    token = room.workspace.token(door.who)
    with room.workspace.connect() as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT set_config('samvern.token', %s, false)", [token])
        yield connection


def opened(app: "psycopg.Connection[Any]", door: Door) -> set[bool]:
    """Whether what is behind the door can be read, by each way there is."""
    return {bool(app.execute(*read).fetchall()) for read in door.reads}


def left(room: Room, door: Door) -> tuple[int, int]:
    """Lines of the trail and acts counted."""
    who = room.workspace.cast.members[door.who]
    lines = "SELECT count(*)::int FROM audit.line WHERE act = %s AND member_id = %s"
    used = "SELECT count(*)::int FROM gate.budget WHERE what = %s AND member_id = %s"
    return min(room.value(lines, door.act, who), 1), room.value(used, door.item, who)


def test_what_is_rolled_back_has_opened_nothing(
    room: Room, door: Door, app: "psycopg.Connection[Any]"
) -> None:
    before = left(room, door)
    answer = app.execute(*door.ask).fetchone()
    assert opened(app, door) == {False}
    assert not isinstance(answer and answer[0], UUID)
    app.execute("ROLLBACK")
    assert (opened(app, door), left(room, door)) == ({False}, before)


def test_a_savepoint_is_no_earlier_transaction(
    room: Room, door: Door, app: "psycopg.Connection[Any]"
) -> None:
    app.execute("SAVEPOINT one")
    app.execute(*door.ask)
    assert opened(app, door) == {False}
    app.execute("RELEASE SAVEPOINT one")
    app.execute("SAVEPOINT two")
    assert opened(app, door) == {False}
    app.execute("ROLLBACK TO SAVEPOINT two")
    assert opened(app, door) == {False}
    app.execute("ROLLBACK")
    assert opened(app, door) == {False}


def test_what_is_committed_opens_it_and_is_told_and_counted(
    room: Room, door: Door, app: "psycopg.Connection[Any]"
) -> None:
    before = left(room, door)
    app.execute(*door.ask)
    app.execute("COMMIT")
    assert opened(app, door) == {True}
    assert (before[1] + 1, 1) == left(room, door)[::-1]


def test_the_country_is_not_asked_before_it_is_committed_that_somebody_asks(room: Room) -> None:
    with room.workspace.acting("per") as per:
        claim(per, person_of(per), "number", NUMBER)
    with room.workspace.acting("kari") as kari:
        ours = person_of(kari)
        claim(kari, ours, "number", NUMBER)
    asked = "SELECT count(*)::int FROM identity_answer"
    told = "SELECT count(*)::int FROM audit.line WHERE act = 'identity.ask'"
    values = [uuid4(), ours.case_id, ours.pk, [blind_index(open_keeper(), BY_NUMBER, NUMBER)]]
    with room.workspace.connect() as app:
        app.execute("SELECT set_config('samvern.token', %s, false)", [room.workspace.token("kari")])
        app.execute("BEGIN")
        app.execute("SELECT gate.ask_others(%s, %s, %s, %s, 'p')", values)
        app.execute("SELECT gate.reach_others()")
        app.execute("COMMIT")  # asked and told; nobody is reached by what might have been undone
        assert (room.value(asked), room.value(told)) == (0, 1)
        app.execute("BEGIN")
        app.execute("SELECT gate.reach_others()")
        app.execute("ROLLBACK")
        assert (room.value(asked), room.value(told)) == (0, 1)
        app.execute("SELECT gate.reach_others()")
        app.execute("SELECT gate.reach_others()")
        assert (room.value(asked), room.value(told)) == (1, 1)


@pytest.mark.parametrize("right", [True, False])
def test_a_code_is_tried_and_counted_before_anything_says_whether_it_was_right(
    room: Room, right: bool
) -> None:
    got, knock = send_link(room.workspace), uuid4()
    opener = find_opener(got.secret, got.code if right else WRONG)
    ask = "SELECT gate.knock_link(%s, %s, %s, true)"
    met = [
        "SELECT content IS NOT NULL FROM gate.opened_link(%s)",
        "SELECT true WHERE gate.link_answers_to(%s) IS NOT NULL",
        "SELECT true WHERE gate.answer_link(%s, 'help', '', NULL)",
    ]
    with room.workspace.connect() as app:
        app.execute("BEGIN")
        app.execute(ask, [*opener.locked, knock])
        assert [app.execute(each, [knock]).fetchall() for each in met] == [[]] * 3
        app.execute("ROLLBACK")
        assert [app.execute(each, [knock]).fetchall() for each in met] == [[]] * 3
        assert room.value("SELECT wrong FROM gate.link") == 0
        app.execute(ask, [*opener.locked, knock])
        for statement in met:
            app.execute("BEGIN")
            assert app.execute(statement, [knock]).fetchall() == ([(True,)] if right else [])
            app.execute("ROLLBACK")
    assert room.value("SELECT wrong FROM gate.link") == (0 if right else 1)
    assert room.value("SELECT count(*)::int FROM audit.line WHERE act LIKE 'sending.%%'") >= 2
