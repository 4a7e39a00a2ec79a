# SPDX-License-Identifier: EUPL-1.2
"""Whether the keys open what lies in a database: all keys, all sealed values.

Nothing that was opened is kept or shown. Django is set up; the rows are read as samvern_backup.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.sql import SQL, Composable, Identifier

from samvern.access.models.sealed import SealedField
from samvern.common.sealed_box import UnsealError
from samvern.identity.envelope import SealedPlace, unseal
from samvern.identity.keys import KeeperError, KeyKeeper, Wrapped
from samvern.identity.sealing import sealed_columns

KEYS = "SELECT subject_id, version, keeper, wrapped FROM identity_key"
EITHER = ("person_id", "case_id")
"""The columns one of which is the subject where a declaration leaves it to the row."""
ELSEWHERE = frozenset({"sendingstep.words"})
"""Sealed with a key that is no subject's where the answer came through a link."""
Keys = dict[UUID, list[tuple[int, bytes]]]


@dataclass
class OpenedCounts:
    """What the keys opened."""

    keys: int = 0
    values: int = 0
    erased: int = 0
    """Values whose key was destroyed, as was intended."""
    faults: list[str] = field(default_factory=list)


def open_everything(connection: Connection[Any], keeper: KeyKeeper) -> OpenedCounts:
    """Unwrap every key and open every sealed value with it."""
    opened = OpenedCounts()
    keys, shredded = _unwrap(connection, keeper, opened)
    opened.keys = sum(len(each) for each in keys.values())
    for name, (_model, column) in sorted(sealed_columns().items()):
        if column.subject is None or name in ELSEWHERE:
            continue
        for row, subjects, value in _rows(connection, column):
            if _opens(keys, name, row, subjects, value):
                opened.values += 1
            elif shredded.intersection(subjects):
                opened.erased += 1
            else:
                opened.faults.append(f"{name} of {row} does not open")
    return opened


def _unwrap(
    connection: Connection[Any], keeper: KeyKeeper, opened: OpenedCounts
) -> tuple[Keys, set[UUID]]:
    keys, shredded = Keys(), set[UUID]()
    for subject, version, name, wrapped in connection.execute(KEYS).fetchall():
        if wrapped is None:
            shredded.add(subject)
            continue
        try:
            key = keeper.unwrap(Wrapped(name, bytes(wrapped)))
        except KeeperError as error:
            opened.faults.append(f"key of {subject}: {error}")
        else:
            keys.setdefault(subject, []).append((version, key))
    return keys, shredded


def _rows(
    connection: Connection[Any], field: SealedField
) -> Iterator[tuple[UUID, list[UUID], bytes]]:
    query = SQL("SELECT t.id, t.{value}, {subjects} FROM {table} t WHERE t.{value} IS NOT NULL")
    whole = query.format(
        value=Identifier(str(field.column)),
        subjects=SQL(", ").join(_subjects(field)),
        table=Identifier("public", field.model._meta.db_table),
    )
    with connection.cursor("sealed") as cursor:  # fetched by the piece
        cursor.execute(whole)
        for row, value, *others in cursor:
            # without a subject it is a draft of no case, under its writer's own key
            if subjects := [each for each in others if each is not None]:
                yield row, subjects, bytes(value)


def _subjects(field: SealedField) -> list[Composable]:
    """Where the id of the subject of a row lies, as its declaration says."""
    through, _, last = str(field.subject).rpartition(".")
    if through:
        link: Any = field.model._meta.get_field(through)
        parent = Identifier("public", link.related_model._meta.db_table)
        query = SQL("(SELECT p.{} FROM {} p WHERE p.id = t.{})")
        return [query.format(Identifier(last), parent, Identifier(link.column))]
    columns = {each.column for each in field.model._meta.concrete_fields}
    found = ["id"] if last == "pk" else [last] if last in columns else EITHER
    return [SQL("t.{}").format(Identifier(name)) for name in found]


def _opens(keys: Keys, name: str, row: UUID, subjects: list[UUID], value: bytes) -> bool:
    for subject in subjects:
        for version, key in keys.get(subject, []):
            try:
                unseal(key, SealedPlace(name, subject, row, version), value)
            except UnsealError:
                continue
            return True
    return False
