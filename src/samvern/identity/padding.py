# SPDX-License-Identifier: EUPL-1.2
"""Sealing anew, padded, what was sealed before version 0.2.0 without padding.

A migration runs it once, as the owner of the database and with the keys of the installation. It
asks the catalogue for the columns, not the models, so it works at whatever state later models are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from psycopg.sql import SQL, Identifier

from samvern.common.sealed_box import UNPADDED, UnsealError
from samvern.identity.envelope import SealedPlace, seal, unseal
from samvern.identity.keys import KeyKeeper, Wrapped

BATCH = 500
SUFFIX = "_sealed"
FIRST = UUID(int=0)
COLUMNS = """
    SELECT t.relname, array_agg(a.attname::text ORDER BY a.attname)
    FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
    WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND NOT a.attisdropped
        AND a.atttypid = 'bytea'::regtype AND a.attname LIKE '%\\_sealed'
    GROUP BY t.relname ORDER BY t.relname
"""
DUE = r"""
    SELECT * FROM {table} WHERE substr({column}, 1, 1) = '\x01' AND id > %s ORDER BY id LIMIT %s
"""
PUT = """
    UPDATE {table} t SET {column} = v.sealed
    FROM unnest(%s::uuid[], %s::bytea[]) v (id, sealed) WHERE t.id = v.id
"""
HISTORY = "SELECT id, source, row_id, was FROM audit.history WHERE id > %s ORDER BY id LIMIT %s"
PUT_HISTORY = """
    UPDATE audit.history h SET was = h.was || v.changed::jsonb
    FROM unnest(%s::bigint[], %s::text[]) v (id, changed) WHERE h.id = v.id
"""
UNPADDED_TEXT = rf"\x{UNPADDED:02x}"
"""How a value without padding begins where the history keeps rows as JSON."""


@dataclass
class Keys:
    """The keys of all subjects, unwrapped when first needed."""

    keeper: KeyKeeper
    wrapped: dict[UUID, list[tuple[int, Wrapped]]]
    of_case: dict[UUID, set[UUID]]

    def __post_init__(self) -> None:
        self._open: dict[UUID, list[tuple[int, bytes]]] = {}

    def of(self, subject: UUID) -> list[tuple[int, bytes]]:
        """Versions and keys of a subject; none for what is no subject, or was erased."""
        if subject not in self._open:
            found = self.wrapped.get(subject, [])
            self._open[subject] = [(each, self.keeper.unwrap(key)) for each, key in found]
        return self._open[subject]

    def subjects(self, named: set[UUID]) -> Iterator[UUID]:
        """Subjects a row may be sealed for: those it names, then the others of its case.

        A step names the report it belongs to, and is sealed for the person of that report.
        """
        yield from named
        for each in named:
            yield from self.of_case.get(each, set()) - named

    def padded(self, field: str, row: UUID, named: set[UUID], value: bytes) -> bytes | None:
        """The same value sealed for the same place with padding; None where no key opens it."""
        for subject in self.subjects(named):
            for version, key in self.of(subject):
                place = SealedPlace(field, subject, row, version)
                try:
                    return seal(key, place, unseal(key, place, value))
                except UnsealError:
                    continue
        return None


def pad_stored(keeper: KeyKeeper) -> int:
    """Seal anew whatever tables and history hold without padding; how many values it was.

    Each table is one transaction, and what is padded already is left alone, so it may be stopped
    and started again. Triggers rest meanwhile: nothing was changed that they should notice.

    Raises:
        KeeperError: a key does not unwrap.
    """
    keys = read_keys(keeper)
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        tables = cursor.fetchall()
    return sum(_pad_table(keys, *each) for each in tables) + _pad_history(keys)


def read_keys(keeper: KeyKeeper) -> Keys:
    """The keys there are, as they lie in the database."""
    wrapped: dict[UUID, list[tuple[int, Wrapped]]] = {}
    of_case: dict[UUID, set[UUID]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT subject_id, case_id, version, keeper, wrapped FROM identity_key "
            "ORDER BY version DESC"
        )
        for subject, case, version, name, data in cursor.fetchall():
            if data is not None:
                wrapped.setdefault(subject, []).append((version, Wrapped(name, bytes(data))))
                of_case.setdefault(case, set()).add(subject)
    return Keys(keeper, wrapped, of_case)


def _pad_table(keys: Keys, table: str, columns: list[str]) -> int:
    count, name = 0, Identifier(table)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(name))
        # A row changed twice in a transaction has its foreign keys checked at the end of it, and a
        # table with a check to come cannot be altered.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for column in columns:
            due = SQL(DUE).format(table=name, column=Identifier(column))
            put = SQL(PUT).format(table=name, column=Identifier(column))
            for rows in batches(due, FIRST):
                padded = {
                    row["id"]: sealed
                    for row in rows
                    if (sealed := _padded(keys, seal_name(table, column), row, row[column]))
                }
                cursor.execute(put, [list(padded), list(padded.values())])
                count += len(padded)
        cursor.execute(SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(name))
    return count


def _padded(keys: Keys, field: str, row: dict[str, Any], value: bytes) -> bytes | None:
    named = {each for each in row.values() if isinstance(each, UUID)}
    return keys.padded(field, row["id"], named, bytes(value))


def batches(query: Any, first: Any) -> Iterator[list[dict[str, Any]]]:
    """Rows by the piece; the query takes an id to begin after, and how many at most."""
    with connection.cursor() as cursor:
        while True:
            cursor.execute(query, [first, BATCH])
            names = [each.name for each in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
            if not rows:
                return
            yield rows
            first = rows[-1]["id"]


def seal_name(table: str, column: str) -> str:
    """What a value was sealed for: ``note.text`` for cases_note.text_sealed."""
    return f"{table.partition('_')[2]}.{column.removesuffix(SUFFIX)}"


def _pad_history(keys: Keys) -> int:
    """What rows were before they changed; only the keeper of the trail may touch it."""
    count = 0
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE samvern_audit")
        for rows in batches(HISTORY, 0):
            padded = {row["id"]: changed for row in rows if (changed := _padded_history(keys, row))}
            cursor.execute(PUT_HISTORY, [list(padded), list(map(json.dumps, padded.values()))])
            count += sum(map(len, padded.values()))
        cursor.execute("RESET ROLE")
    return count


def _padded_history(keys: Keys, row: dict[str, Any]) -> dict[str, str]:
    was = row["was"] if isinstance(row["was"], dict) else json.loads(row["was"])
    named = {found for value in was.values() if (found := _uuid(value))}
    changed = {}
    for column, value in was.items():
        if column.endswith(SUFFIX) and str(value).startswith(UNPADDED_TEXT):
            old = bytes.fromhex(value.removeprefix("\\x"))
            if new := keys.padded(seal_name(row["source"], column), row["row_id"], named, old):
                changed[column] = rf"\x{new.hex()}"
    return changed


def _uuid(value: Any) -> UUID | None:
    try:
        return UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None
