# SPDX-License-Identifier: EUPL-1.2
"""Each table, each verb, each actor, each case, as statements in the application's role.

What comes back is compared with the reviewed file, not with the policies.
"""

import json
import uuid
from collections import Counter
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from support.expected import ACTORS, ELSEWHERE, TOGETHER, expected, may_touch
from support.workspace import Workspace

VERBS = ("SELECT", "INSERT", "UPDATE", "DELETE")
pytestmark = [pytest.mark.database, pytest.mark.usefixtures("together")]
Row = dict[str, Any]


@pytest.fixture(scope="module")
def rows(workspace: Workspace) -> dict[tuple[str, str], Row]:
    """One row of each table and case, seen from behind the walls."""
    found = {}
    with workspace.superuser() as connection:
        for table in expected()["tables"]:
            key = "id" if table == "cases_case" else "case_id"
            for name, case in workspace.cast.cases.items():
                statement = f"SELECT to_jsonb(t), count(*) OVER () FROM {table} t WHERE {key} = %s"
                row = connection.execute(statement, [case]).fetchone()
                if row:
                    found[table, name] = {"row": row[0], "count": row[1], "key": key}
    return found


def probes(workspace: Workspace, rows: Any) -> Iterator[tuple[str, str, str, str, int, int]]:
    """(actor, case, table, verb, rows expected, rows met)."""
    for actor in ACTORS:
        ask_addresses(workspace, actor)
        with workspace.connect() as connection, connection.transaction(force_rollback=True):
            connection.execute(
                "SELECT set_config('samvern.token', %s, true)", [token(workspace, actor)]
            )
            for (table, case), known in rows.items():
                for verb in VERBS:
                    allowed = may_touch(actor, case, table, verb)
                    want = 0 if not allowed else 1 if verb == "INSERT" else known["count"]
                    by = workspace.cast.members.get(actor)
                    yield actor, case, table, verb, want, probe(connection, table, known, verb, by)


def ask_addresses(workspace: Workspace, actor: str) -> None:
    """Whoever may read a protected address has asked to: none opens before that is committed."""
    with workspace.connect() as connection:
        connection.execute(
            "SELECT set_config('samvern.token', %s, false)", [token(workspace, actor)]
        )
        for person in workspace.cast.persons.values():
            connection.execute("SELECT gate.ask_addresses(%s, true)", [person])


def token(workspace: Workspace, actor: str) -> str:
    """The actor's token; a wrong one for somebody who is not there, or has left."""
    return "nobody" if actor == "nobody" else workspace.token(actor)


def probe(
    connection: "psycopg.Connection[Any]", table: str, known: Row, verb: str, by: uuid.UUID | None
) -> int:
    """How many rows a statement touched; none when it was refused. New rows are signed ``by``."""
    case = known["row"][known["key"]]
    where = f"WHERE {known['key']} = '{case}'"
    signs = {"created_by_id", "added_by_id"} & set(known["row"]) if by else set()
    signed = {name: str(by) for name in signs}
    fresh = json.dumps(known["row"] | signed | {"id": str(uuid.uuid4())})
    statement = {
        "SELECT": f"SELECT 1 FROM {table} {where}",
        "UPDATE": f"UPDATE {table} SET id = id {where}",
        "DELETE": f"DELETE FROM {table} {where}",
        "INSERT": f"INSERT INTO {table} SELECT * FROM jsonb_populate_record(NULL::{table}, %s)",
    }[verb]
    try:
        with connection.transaction(force_rollback=True):
            values = [fresh] if verb == "INSERT" else []
            return connection.execute(statement, values).rowcount
    except psycopg.errors.UniqueViolation:
        return 1  # it came past the wall and met its own twin
    except psycopg.errors.InsufficientPrivilege:
        return 0


def test_the_database_answers_as_reviewed(
    workspace: Workspace, rows: Any, record_property: Any
) -> None:
    met = list(probes(workspace, rows))
    wrong = [each for each in met if each[-1] != each[-2]]
    record_property("probes", len(met))
    print(f"\n{len(met)} probes, {len(wrong)} differences", *wrong[:20], sep="\n")
    assert wrong == []
    assert len(met) >= 4000


def test_the_matrix_reaches_every_table_of_people(workspace: Workspace, rows: Any) -> None:
    with workspace.superuser() as connection:
        found = connection.execute(
            "SELECT DISTINCT table_name FROM information_schema.columns "
            "WHERE table_schema = 'public' AND column_name = 'case_id'"
        ).fetchall()
    together = {name for (name,) in found if name.startswith(TOGETHER)}
    assert {name for (name,) in found} - ELSEWHERE - together == (
        set(expected()["tables"]) - {"cases_case"}
    )


def test_each_table_has_rows_to_leak(rows: Any) -> None:
    filled = Counter(table for table, _case in rows)
    empty = {"cases_relation", "cases_handover", "cases_proposal"}
    assert set(expected()["tables"]) - set(filled) == empty
