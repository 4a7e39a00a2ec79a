# SPDX-License-Identifier: EUPL-1.2
"""What a coming migration builds tables of a case with: each makes what it says on a new table."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db.migrations import RunSQL
from django.db.migrations.operations.base import Operation
from psycopg import errors

from samvern.access.case_closing import ClosableKind, FateAtClosing, install_kinds
from samvern.access.categories import Category
from samvern.access.row_security import record_history
from samvern.access.workflow import RECEIVER, SENDER, StateMachine, Transition
from samvern.access.workflow_operations import (
    guard_closed_cases,
    install_state_machine,
    sync_state_machine,
)
from samvern.cases.row_security import allow_erasure, protect_case_table, protect_two_sided_table
from support.workspace import Workspace

pytestmark = pytest.mark.database

MACHINE = StateMachine(
    "scratch_thing",
    "sent",
    {"sent": "Sent", "taken": "Taken", "ended": "Ended"},
    (
        Transition("take", "Take", ("sent",), "taken", (RECEIVER,)),
        Transition("end", "End", ("sent", "taken"), "ended", (SENDER,), {"done": "Done"}),
    ),
)


class Scratch:
    """One transaction that is taken back: tables made as their owner, used as the application."""

    def __init__(self, workspace: Workspace, connection: psycopg.Connection[Any]) -> None:
        self.workspace, self.connection = workspace, connection

    def build(self, *statements: str | Operation) -> None:
        """As the owner of the tables."""
        self.connection.execute("SET SESSION AUTHORIZATION samvern_owner")
        for each in statements:
            sql = each.sql if isinstance(each, RunSQL) else each
            self.connection.execute(sql)  # type: ignore[arg-type]

    def at_work(self, name: str) -> None:
        """From now on as the application, for a member of the cast."""
        token = self.workspace.token(name)
        self.connection.execute("SET SESSION AUTHORIZATION samvern_app")
        self.connection.execute("SELECT set_config('samvern.token', %s, true)", [token])

    def behind(self) -> None:
        """From now on past row security, to look at what is there."""
        self.connection.execute("RESET SESSION AUTHORIZATION")

    def rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """What is read."""
        return self.connection.execute(statement, list(values)).fetchall()  # type: ignore[arg-type]

    def run(self, statement: str, *values: Any) -> int:
        """Do it; how many rows were touched."""
        return self.connection.execute(statement, list(values)).rowcount  # type: ignore[arg-type]

    def refused(self, kind: type[psycopg.Error] | str, statement: str, *values: Any) -> None:
        """It ends with this error, and nothing is done."""
        expected = errors.lookup(kind) if isinstance(kind, str) and kind[0].isdigit() else kind
        with pytest.raises(psycopg.Error) as found, self.connection.transaction():
            self.connection.execute(statement, list(values))  # type: ignore[arg-type]
        if isinstance(expected, str):
            assert found.value.sqlstate == expected
        else:
            assert isinstance(found.value, expected)


@pytest.fixture
def scratch(workspace: Workspace) -> Iterator[Scratch]:
    for name in ("kari", "per", "amina"):
        workspace.token(name)
    with workspace.superuser() as connection, connection.transaction(force_rollback=True):
        yield Scratch(workspace, connection)


def plain_table(*more: str) -> Sequence[str | Operation]:
    return (
        "CREATE TABLE scratch_thing (id uuid PRIMARY KEY, case_id uuid NOT NULL,"
        " created_by_id uuid, ended_at timestamptz, text text)",
        protect_case_table(
            "scratch_thing",
            Category.NOTES,
            author="created_by_id",
            free=("text",),
            once=("ended_at",),
        ),
        *more,
    )


WRITE = "INSERT INTO scratch_thing (id, case_id, created_by_id, text) VALUES (%s, %s, %s, 'a')"


def write(scratch: Scratch, name: str, case: str) -> UUID:
    cast, id = scratch.workspace.cast, uuid4()
    scratch.at_work(name)
    scratch.run(WRITE, id, cast.cases[case], cast.members[name])
    return id


def test_a_table_of_a_case_is_read_where_it_is_visible_and_written_where_it_is_own(
    scratch: Scratch,
) -> None:
    cast = scratch.workspace.cast
    scratch.build(*plain_table())
    own, foreign = write(scratch, "kari", "own"), write(scratch, "per", "foreign")
    read = "SELECT id FROM scratch_thing"
    assert scratch.rows(read) == [(foreign,)]
    scratch.at_work("kari")
    assert scratch.rows(read) == [(own,)]
    assert scratch.run("UPDATE scratch_thing SET text = 'b'") == 1
    scratch.refused(errors.InsufficientPrivilege, "DELETE FROM scratch_thing")
    assert scratch.run("UPDATE scratch_thing SET ended_at = now()") == 1
    for change in ("ended_at = NULL", f"case_id = '{cast.cases['unit']}'", "created_by_id = NULL"):
        scratch.refused(errors.InsufficientPrivilege, f"UPDATE scratch_thing SET {change}")
    elsewhere = (uuid4(), cast.cases["foreign"], cast.members["kari"])
    scratch.refused(errors.InsufficientPrivilege, WRITE, *elsewhere)
    for_another = (uuid4(), cast.cases["own"], cast.members["per"])
    scratch.refused(errors.InsufficientPrivilege, WRITE, *for_another)


def test_history_keeps_what_a_row_was(scratch: Scratch) -> None:
    cast = scratch.workspace.cast
    scratch.build(*plain_table(), record_history("scratch_thing", Category.NOTES))
    id = write(scratch, "kari", "own")
    scratch.run("UPDATE scratch_thing SET text = text")
    scratch.run("UPDATE scratch_thing SET text = 'b'")
    scratch.behind()
    kept = (
        "SELECT member_id, case_id, category, was ->> 'text' FROM audit.history WHERE row_id = %s"
    )
    assert scratch.rows(kept, id) == [(cast.members["kari"], cast.cases["own"], "notes", "a")]


def test_erasure_reaches_the_table(scratch: Scratch) -> None:
    scratch.build(*plain_table(), allow_erasure("scratch_thing"))
    write(scratch, "kari", "own")
    gone = "DELETE FROM scratch_thing WHERE case_id = %s"
    scratch.behind()
    scratch.run("SET LOCAL ROLE samvern_gate")
    assert scratch.run(gone, scratch.workspace.cast.cases["foreign"]) == 0
    assert scratch.run(gone, scratch.workspace.cast.cases["own"]) == 1


def test_a_closable_kind_is_known_and_does_not_open_in_a_closed_case(scratch: Scratch) -> None:
    cast = scratch.workspace.cast
    finish = "UPDATE public.scratch_thing SET ended_at = $3 WHERE id = $1"
    kind = ClosableKind(
        "scratch", "scratch_thing", "Things", FateAtClosing.ENDS, "{t}.ended_at IS NULL", finish,
        reads=("id", "case_id", "ended_at"), changes=("ended_at",),
    )  # fmt: skip
    scratch.build(*plain_table(), *install_kinds([kind], 900))
    id = write(scratch, "kari", "own")
    scratch.refused("SV423", WRITE, uuid4(), cast.cases["closed"], cast.members["kari"])
    scratch.behind()
    known = (
        "SELECT thing, alive, fate, finish, place, still FROM gate.living WHERE name = 'scratch'"
    )
    test = "t.ended_at IS NULL"
    assert scratch.rows(known) == [("scratch_thing", test, "ends", finish, 900, [])]
    scratch.run("SET LOCAL ROLE samvern_gate")
    assert scratch.run("UPDATE scratch_thing SET ended_at = now() WHERE id = %s", id) == 1


def two_sided() -> Sequence[str | Operation]:
    return (
        "CREATE TABLE scratch_thing (id uuid PRIMARY KEY, case_id uuid NOT NULL,"
        " organisation_id uuid, receiver_id uuid, created_by_id uuid, state text DEFAULT 'sent',"
        " state_since timestamptz)",
        "CREATE TABLE scratch_thingstep (id uuid PRIMARY KEY, case_id uuid NOT NULL, of_id uuid,"
        " move text, start text, finish text, side text, reason text DEFAULT '', made_by_id uuid,"
        " created_at timestamptz DEFAULT now())",
        *protect_two_sided_table("scratch_thing", Category.CASE),
        *install_state_machine(MACHINE),
        guard_closed_cases(MACHINE),
    )


def send(scratch: Scratch, case: str = "own") -> UUID:
    cast, id = scratch.workspace.cast, uuid4()
    scratch.at_work("kari")
    scratch.run(
        "INSERT INTO scratch_thing (id, case_id, organisation_id, receiver_id, created_by_id)"
        " VALUES (%s, %s, (SELECT gate.organisation()), %s, %s)",
        id, cast.cases[case], organisation_of(scratch, "per"), cast.members["kari"],
    )  # fmt: skip
    return id


def organisation_of(scratch: Scratch, name: str) -> UUID:
    scratch.at_work(name)
    found: UUID = scratch.rows("SELECT gate.organisation()")[0][0]
    scratch.at_work("kari")
    return found


STEP = (
    "INSERT INTO scratch_thingstep (id, case_id, of_id, move, reason, made_by_id)"
    " VALUES (%s, %s, %s, %s, %s, (SELECT gate.member()))"
)


def test_two_sides_read_a_thing_and_nobody_else_does(scratch: Scratch) -> None:
    scratch.build(*two_sided())
    id = send(scratch)
    seen = {}
    for name in ("kari", "per", "amina"):
        scratch.at_work(name)
        seen[name] = scratch.rows("SELECT id FROM scratch_thing")
    assert seen == {"kari": [(id,)], "per": [(id,)], "amina": []}


def test_a_state_machine_takes_the_transitions_it_has_and_no_others(scratch: Scratch) -> None:
    case = scratch.workspace.cast.cases["own"]
    scratch.build(*two_sided())
    id = send(scratch)
    scratch.refused("SV409", STEP, uuid4(), case, id, "take", "")
    scratch.at_work("per")
    scratch.run(STEP, uuid4(), case, id, "take", "")
    scratch.refused("SV409", STEP, uuid4(), case, id, "take", "")
    scratch.at_work("kari")
    scratch.refused(errors.CheckViolation, STEP, uuid4(), case, id, "end", "")
    scratch.run(STEP, uuid4(), case, id, "end", "done")
    steps = "SELECT move, start, finish, side FROM scratch_thingstep ORDER BY finish DESC"
    made = [("take", "sent", "taken", "receiver"), ("end", "taken", "ended", "sender")]
    assert scratch.rows(steps) == made
    assert scratch.rows("SELECT state FROM scratch_thing") == [("ended",)]


def test_no_transition_is_made_on_a_closed_case(scratch: Scratch) -> None:
    scratch.build(*two_sided())
    id, case = send(scratch, "closed"), scratch.workspace.cast.cases["closed"]
    scratch.refused("SV423", STEP, uuid4(), case, id, "end", "done")


def test_the_database_has_a_state_machine_as_it_is_after_a_change(scratch: Scratch) -> None:
    scratch.build(*two_sided())
    shorter = StateMachine("scratch_thing", "sent", MACHINE.states, MACHINE.transitions[:1])
    scratch.build(sync_state_machine(shorter))
    scratch.behind()
    known = (
        "SELECT move, start, finish, side, reasoned FROM gate.course WHERE thing = 'scratch_thing'"
    )
    assert scratch.rows(known) == [("take", "sent", "taken", "receiver", False)]
