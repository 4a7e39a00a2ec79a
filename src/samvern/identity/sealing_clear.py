# SPDX-License-Identifier: EUPL-1.2
"""Sealing what lay in a column in clear, and taking it out of what the history keeps.

A migration runs it once, as the owner of the database and with the keys of the installation,
between the one that adds the sealed column and the one that drops the clear one.
"""

import json
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL, Identifier

from samvern.identity.envelope import SealedPlace, seal
from samvern.identity.keys import KeyKeeper
from samvern.identity.padding import (
    FIRST,
    PUT,
    SUFFIX,
    Keys,
    batches,
    read_keys,
    seal_name,
)

CLEAR = """
    SELECT id, person_id, {clear} AS clear FROM {table} WHERE {clear} <> '' AND id > %s
    ORDER BY id LIMIT %s
"""
HISTORY = """
    SELECT id, row_id, was ->> 'person_id' AS person_id, was ->> {name} AS clear
    FROM audit.history WHERE source = {source} AND was ? {name} AND id > %s ORDER BY id LIMIT %s
"""
PUT_HISTORY = """
    UPDATE audit.history h SET was = (h.was - %s) || v.sealed::jsonb
    FROM unnest(%s::bigint[], %s::text[]) v (id, sealed) WHERE h.id = v.id
"""


def seal_clear(keeper: KeyKeeper, table: str, *columns: str) -> int:
    """Seal columns about a person into the ones of the same name that end in _sealed; how many.

    It runs within one transaction of the caller's. Triggers rest meanwhile: nothing was changed
    that they should notice, and the history must not keep the words once more. Of a person whose
    key was destroyed nothing is kept.

    Raises:
        KeeperError: a key does not unwrap.
    """
    keys = read_keys(keeper)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(Identifier(table)))
    count = sum(_seal_column(keys, table, each) for each in columns)
    with connection.cursor() as cursor:
        cursor.execute(SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(Identifier(table)))
        cursor.execute("SET LOCAL ROLE samvern_audit")
    count += sum(_seal_history(keys, table, each) for each in columns)
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    return count


def _seal_column(keys: Keys, table: str, column: str) -> int:
    names = {"table": Identifier(table), "clear": Identifier(column)}
    put = SQL(PUT).format(table=names["table"], column=Identifier(column + SUFFIX))
    count = 0
    for rows in batches(SQL(CLEAR).format(**names), FIRST):
        sealed = {row["id"]: _sealed(keys, table, column, row["id"], row) for row in rows}
        with connection.cursor() as cursor:
            cursor.execute(put, [list(sealed), list(sealed.values())])
        count += len(sealed)
    return count


def _seal_history(keys: Keys, table: str, column: str) -> int:
    count = 0
    for rows in batches(SQL(HISTORY).format(name=column, source=table), 0):
        sealed = {row["id"]: _told_anew(keys, table, column, row) for row in rows}
        with connection.cursor() as cursor:
            cursor.execute(PUT_HISTORY, [column, list(sealed), list(sealed.values())])
        count += len(sealed)
    return count


def _told_anew(keys: Keys, table: str, column: str, row: dict[str, Any]) -> str:
    sealed = _sealed(keys, table, column, row["row_id"], row) if row["clear"] else None
    return json.dumps({column + SUFFIX: sealed and rf"\x{sealed.hex()}"})


def _sealed(keys: Keys, table: str, column: str, row_id: UUID, row: dict[str, Any]) -> bytes | None:
    """What was in clear, under the newest key of the person; None where that was destroyed."""
    subject = UUID(str(row["person_id"]))
    for version, key in keys.of(subject):
        place = SealedPlace(seal_name(table, column + SUFFIX), subject, row_id, version)
        return seal(key, place, row["clear"].encode())
    return None
