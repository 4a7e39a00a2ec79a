# SPDX-License-Identifier: EUPL-1.2
"""The sealed rows of a volume: sealed for real, and copied in as fast as PostgreSQL takes them."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

import psycopg
from psycopg.sql import SQL, Identifier

from samvern.identity import envelope
from samvern.identity.envelope import SealedPlace
from samvern.identity.keys import open_keeper

Connection = psycopg.Connection[Any]
BATCH = 5_000
COLUMNS = {
    "identity_key": "id created_at case_id subject_id version keeper wrapped",
    "cases_factsheet": "id created_at case_id created_by_id person_id known_on facts_sealed",
    "identity_claim": "id created_at case_id person_id kind value_sealed source confidence"
    " created_by_id",
    "cases_note": "id created_at changed_at version case_id created_by_id kind happened_on"
    " text_sealed",
    "cases_task": "id created_at changed_at version case_id created_by_id owner_id due_on"
    " text_sealed",
}
FACTS = '{"age": 24, "already_presumed": "yes", "residence": "irregular"}'


class VolumePlan(Protocol):
    """What the sealed rows follow from."""

    @property
    def sealed(self) -> int: ...
    @property
    def workers(self) -> int: ...
    def owner_of(self, case: int) -> tuple[int, int]: ...
    def canary(self, case: int) -> str: ...


Named = Callable[[str, int], UUID]
Rows = dict[str, list[tuple[Any, ...]]]


def write_sealed(connection: Connection, dealing: VolumePlan, named: Named) -> None:
    """Keys and sealed rows of the first cases, a batch at a time."""
    for start in range(0, dealing.sealed, BATCH):
        rows: Rows = {table: [] for table in COLUMNS}
        for case in range(start, min(start + BATCH, dealing.sealed)):
            for table, row in _rows(dealing, named, case):
                rows[table].append(row)
        for table, batch in rows.items():
            _copy(connection, table, batch)


def _copy(connection: Connection, table: str, rows: list[tuple[Any, ...]]) -> None:
    columns = SQL(", ").join(map(Identifier, COLUMNS[table].split()))
    statement = SQL("COPY {} ({}) FROM STDIN").format(Identifier(table), columns)
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def _rows(dealing: VolumePlan, named: Named, case: int) -> Iterator[tuple[str, tuple[Any, ...]]]:
    organisation, worker = dealing.owner_of(case)
    owner = named("member", organisation * dealing.workers + worker)
    case_id, person_id = named("case", case), named("person", case)
    at = datetime.now(UTC) - timedelta(days=case * 7919 % 1095)
    canary = dealing.canary(case)
    keys = {}
    for subject in (case_id, person_id):
        keys[subject] = envelope.new_key()
        wrapped = open_keeper().wrap(keys[subject])
        key = (subject, at, case_id, subject, 1, wrapped.keeper, wrapped.data)
        yield "identity_key", key

    def seal(subject: UUID, field: str, row: UUID, text: str) -> bytes:
        return envelope.seal(keys[subject], SealedPlace(field, subject, row, 1), text.encode())

    sheet, claim, note, task = (named(kind, case) for kind in ("sheet", "claim", "note", "task"))
    facts = seal(person_id, "factsheet.facts", sheet, FACTS)
    yield "cases_factsheet", (sheet, at, case_id, owner, person_id, at.date(), facts)
    value = seal(person_id, "claim.value", claim, canary)
    yield (
        "identity_claim",
        (claim, at, case_id, person_id, "name", value, "person", "probable", owner),
    )
    text = seal(case_id, "note.text", note, f"{canary} {'Syntetisk notat. ' * 12}")
    yield "cases_note", (note, at, at, 1, case_id, owner, "other", at.date(), text)
    due = date.today() + timedelta(days=case % 30)  # noqa: DTZ011 (invented days)
    text = seal(case_id, "task.text", task, canary)
    yield "cases_task", (task, at, at, 1, case_id, owner, owner, due, text)
