# SPDX-License-Identifier: EUPL-1.2
"""What a plan says of rows nobody sees: references of cases cannot be listed by asking for them.

A condition that PostgreSQL calls leakproof is tried before row security; ``EXPLAIN ANALYZE`` then
counts what row security removed, estimates tell of values, and so does a clock.
"""

import json
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from support.workspace import Workspace

pytestmark = pytest.mark.database
Connection = psycopg.Connection[Any]
ABSENT = "ZZZZ-ZZZZ"
ASKED = {
    "=": "reference = to_jsonb(%s::text)",
    "in": "reference IN (to_jsonb(%s::text), to_jsonb('x'::text))",
    "any": "reference = ANY (ARRAY[to_jsonb(%s::text)])",
    "as text": "reference #>> '{{}}' = %s",
    "cast": "reference::text = to_jsonb(%s::text)::text",
    "begins": "starts_with(reference #>> '{{}}', %s)",
    "like": "reference #>> '{{}}' LIKE %s",
    "between": "reference BETWEEN to_jsonb(%s::text) AND to_jsonb(%s::text)",
    "joined": "id IN (SELECT d.id FROM cases_case d WHERE d.reference = to_jsonb(%s::text))",
}
"""Ways to ask for one reference."""


@pytest.fixture(scope="module")
def references(workspace: Workspace) -> dict[str, str]:
    """The reference of each case of the cast, seen from behind the walls."""
    with workspace.superuser() as connection:
        connection.execute("ANALYZE cases_case")
        found = dict(connection.execute("SELECT id, reference FROM cases_case").fetchall())
    return {name: found[id] for name, id in workspace.cast.cases.items()}


@pytest.fixture
def kari(workspace: Workspace) -> Iterator[Connection]:
    """The application at work for Kari; the index is tried wherever it can be."""
    token = workspace.token("kari")
    with workspace.connect() as connection, connection.transaction(force_rollback=True):
        connection.execute("SELECT set_config('samvern.token', %s, true)", [token])
        connection.execute("SET LOCAL enable_seqscan = off")
        yield connection


def plan(connection: Connection, test: str, value: str, *, costs: bool = False) -> Any:
    """What is told of a statement with this condition: rows met, rows removed, what never ran."""
    options = f"ANALYZE, TIMING OFF, SUMMARY OFF, BUFFERS OFF, COSTS {costs}, FORMAT JSON"
    statement = f"EXPLAIN ({options}) SELECT 1 FROM cases_case WHERE {test.replace('{{}}', '{}')}"
    row = connection.execute(statement.encode(), [value] * test.count("%s")).fetchone()
    assert row is not None
    told = json.loads(json.dumps(row[0]).replace(value, "asked"))
    return [strip(each["Plan"]) for each in told]


def strip(node: dict[str, Any]) -> dict[str, Any]:
    """A node without the condition itself."""
    kept = {key: value for key, value in node.items() if not key.endswith(("Cond", "Filter"))}
    kept |= {key: value for key, value in node.items() if key.startswith("Rows Removed")}
    return kept | {"Plans": [strip(each) for each in node.get("Plans", ())]}


@pytest.mark.parametrize("way", ASKED)
def test_a_plan_is_the_same_for_a_foreign_reference_and_for_none(
    references: dict[str, str], kari: Connection, way: str
) -> None:
    met = plan(kari, ASKED[way], references["foreign"], costs=True)
    assert met == plan(kari, ASKED[way], ABSENT, costs=True)


def test_references_cannot_be_halved(references: dict[str, str], kari: Connection) -> None:
    """Whatever is compared with: the same is met, removed and expected, apart from one's own."""
    hers = {
        references[name] for name in ("own", "closed", "held", "protected", "unit", "shared_in")
    }
    others = sorted(set(references.values()) - hers)
    assert others
    for test in ("reference < to_jsonb(%s::text)", "reference #>> '{{}}' >= %s"):
        for other in others:
            near = [
                other,
                other[:-1] + chr(ord(other[-1]) + 1),
                other[:-1] + chr(ord(other[-1]) - 1),
            ]
            told = [plan(kari, test, value, costs=True) for value in near]
            assert told[1:] == told[:1] * 2, (test, other)


def test_her_own_are_found(references: dict[str, str], kari: Connection) -> None:
    own = "SELECT count(*) FROM cases_case WHERE reference = to_jsonb(%s::text)"
    for name, count in (("own", 1), ("shared_in", 1), ("foreign", 0)):
        assert kari.execute(own.encode(), [references[name]]).fetchone() == (count,)


def test_no_operator_for_references_is_known_to_be_harmless(workspace: Workspace) -> None:
    """PostgreSQL may be built with others than these: then a condition is asked too early again."""
    with workspace.superuser() as connection:
        kind = connection.execute(
            "SELECT format_type(atttypid, NULL) FROM pg_attribute "
            "WHERE attrelid = 'cases_case'::regclass AND attname = 'reference'"
        ).fetchone()
        harmless = connection.execute(
            "SELECT oid::regprocedure::text FROM pg_proc WHERE proleakproof "
            "AND 'jsonb'::regtype = ANY (proargtypes::oid[])"
        ).fetchall()
    assert (kind, harmless) == (("jsonb",), [])
