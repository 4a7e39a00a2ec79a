# SPDX-License-Identifier: EUPL-1.2
"""What can be open on a case, as one table that code and database share.

Each room says of its own tables what runs, waits or opens something, and how it ends. When a case
is closed the database (``cases/sql/closing.sql``) ends all of it in one act. What protects the
person now goes on, and somebody is named who answers for it. A table of a case that nobody has
spoken for keeps Samvern from starting (``web/production_checks.py``).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.migrations import RunSQL
from django.db.migrations.operations.base import Operation

from samvern.access.workflow import StateMachine

DescribeRows = Callable[[Any, Sequence[UUID]], Mapping[UUID, str]]
"""What some things of a case are, each in a line, for whoever closes it."""


class FateAtClosing(StrEnum):
    """What becomes of an open thing when its case is closed."""

    ENDS = "ends"
    KEPT = "kept"
    """It protects the person now: it goes on, and somebody must be named who answers for it."""
    EITHER = "either"
    """It ends, unless somebody is named who answers for it."""


@dataclass(frozen=True)
class ClosableKind:
    """One kind of thing that can be open on a case."""

    name: str
    table: str
    """Its rows carry ``case_id``."""
    label: Any
    """What several of them are called."""
    fate: FateAtClosing
    alive: str
    """A test in SQL; ``{t}`` stands for the row."""
    finish: str = ""
    """What ends one: a statement with its id, who does it and when as ``$1``, ``$2``, ``$3``."""
    born: str | None = None
    """Which new rows a closed case refuses, where it is not the living ones."""
    reads: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    """Columns that the gate must read and change for this, beside what a state machine gives it."""
    still: tuple[str, ...] = ()
    """Transitions that can be made after it has ended, because they give nobody anything."""
    words: DescribeRows | None = None

    def test(self, row: str = "t") -> str:
        """The test for a row of this name."""
        return self.alive.replace("{t}", row)


def stateful_kind(
    name: str,
    machine: StateMachine,
    states: Sequence[str],
    label: Any,
    *,
    moves: Sequence[str] = (),
    reason: str = "",
    fate: FateAtClosing = FateAtClosing.ENDS,
    also: str = "",
    **values: Any,
) -> ClosableKind:
    """A kind with a state machine: open in some states, ended by one of these transitions.

    ``also``: what else is called with the thing's id in the same statement.
    """
    listed = ", ".join(f"'{state}'" for state in states)
    ways = ", ".join(f"'{move}'" for move in moves)
    more = f"{also}, " if also else ""
    finish = (
        f"SELECT {more}gate.finish_thing('{machine.table}', $1, ARRAY[{ways}], '{reason}', $2, $3)"
    )
    return ClosableKind(
        name, machine.table, label, fate, f"{{t}}.state IN ({listed})",
        finish if moves else "", **values,
    )  # fmt: skip


CLOSABLE_KINDS: dict[str, ClosableKind] = {}
"""Every kind by its name, in the order in which closing ends them."""

TABLES_WITHOUT_CLOSING: dict[str, str] = {}
"""Tables of a case in which nothing can be open, and why."""


def register_kinds(kinds: Iterable[ClosableKind], stays: Mapping[str, str]) -> None:
    """A room says what of its own can be open on a case, when it starts."""
    CLOSABLE_KINDS.update({kind.name: kind for kind in kinds})
    TABLES_WITHOUT_CLOSING.update(stays)


def unregistered_tables() -> list[str]:
    """Tables of a case that no room has spoken for."""
    spoken = {kind.table for kind in CLOSABLE_KINDS.values()} | set(TABLES_WITHOUT_CLOSING)
    tables = {
        model._meta.db_table
        for model in apps.get_models()
        if any(field.attname == "case_id" for field in model._meta.concrete_fields)
    }
    return sorted(tables - spoken)


def install_kinds(kinds: Sequence[ClosableKind], place: int) -> list[Operation]:
    """Operations of a migration that let the database know kinds, and guard their tables.

    ``place`` is where the room's kinds come among all: the smallest is ended first.
    """
    return [RunSQL(statement, RunSQL.noop) for statement in (
        _known(kinds, place),
        *(_opened(list(group)) for _table, group in _by_table(kinds)),
        *(_guarded(table, list(group)) for table, group in _by_table(kinds)),
    )]  # fmt: skip


def sync_kinds() -> Iterator[str]:
    """SQL that lets the database know the kinds it has as the rooms declare them now."""
    yield "SET LOCAL ROLE samvern_gate"
    for kind in CLOSABLE_KINDS.values():
        values = map(_quoted, (kind.table, kind.test(), kind.fate, kind.finish))
        columns = zip(("thing", "alive", "fate", "finish"), values, strict=True)
        said = ", ".join(f"{column} = {value}" for column, value in columns)
        still = _quoted("{" + ",".join(kind.still) + "}")
        yield f"UPDATE gate.living SET {said}, still = {still} WHERE name = {_quoted(kind.name)}"  # noqa: S608
    yield "RESET ROLE"


def _by_table(kinds: Sequence[ClosableKind]) -> Iterator[tuple[str, Iterator[ClosableKind]]]:
    return groupby(sorted(kinds, key=lambda kind: kind.table), key=lambda kind: kind.table)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _known(kinds: Sequence[ClosableKind], place: int) -> str:
    rows = ", ".join(
        "({})".format(
            ", ".join(
                (
                    *map(_quoted, (kind.name, kind.table, kind.test(), kind.fate, kind.finish)),
                    str(place + number),
                    _quoted("{" + ",".join(kind.still) + "}"),
                )
            )
        )
        for number, kind in enumerate(kinds)
    )
    insert = f"INSERT INTO gate.living VALUES {rows}"  # noqa: S608 (kinds of our own)
    return f"SET LOCAL ROLE samvern_gate; {insert}; RESET ROLE"


def _opened(kinds: list[ClosableKind]) -> str:
    """The gate reads and changes what it must; who may lock a row is who may change one."""
    table = kinds[0].table
    reads = sorted({name for kind in kinds for name in kind.reads})
    changes = sorted({name for kind in kinds for name in kind.changes})
    said = []
    if reads:
        said += [
            f"GRANT SELECT ({', '.join(reads)}) ON {table} TO samvern_gate",
            f"CREATE POLICY living_seen ON {table} FOR SELECT TO samvern_gate USING (true)",
        ]
    if changes:
        said += [
            f"GRANT UPDATE ({', '.join(changes)}) ON {table} TO samvern_gate",
            f"CREATE POLICY living_changed ON {table} FOR UPDATE TO samvern_gate USING (true)",
        ]
    return ";".join(said) or "SELECT 1"


def _guarded(table: str, kinds: list[ClosableKind]) -> str:
    """A closed case gets nothing new that is open, and nothing ended is opened again in it.

    The name of the trigger comes before all others: the case is locked first, as closing does.
    """
    is_new = " OR ".join(f"({(kind.born or kind.alive).replace('{t}', 'NEW')})" for kind in kinds)
    said = [
        f"CREATE TRIGGER a_a_case BEFORE INSERT ON {table} FOR EACH ROW "
        f"WHEN ({is_new}) EXECUTE FUNCTION gate.needs_open_case()"
    ]
    plain = [kind for kind in kinds if kind.born is None]
    if plain:
        was = " OR ".join(f"({kind.test('OLD')})" for kind in plain)
        now = " OR ".join(f"({kind.test('NEW')})" for kind in plain)
        said.append(
            f"CREATE TRIGGER a_a_revived BEFORE UPDATE ON {table} FOR EACH ROW "
            f"WHEN (NOT coalesce({was}, false) AND ({now})) "
            "EXECUTE FUNCTION gate.needs_open_case()"
        )
    return ";".join(said)
