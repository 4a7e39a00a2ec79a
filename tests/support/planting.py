# SPDX-License-Identifier: EUPL-1.2
"""A row of every table that can hold something of a case, with a word in each place for words.

The tables and the places come from the models, so a new one is planted without being named here.
What is sealed elsewhere is planted in clear: whether a row is gone is seen without a key.
"""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import psycopg
from django.apps import apps
from django.contrib.postgres.fields import ArrayField, RangeField
from django.db import models

from samvern.access.models.sealed import SealedField
from samvern.cases.core.models import Case, Person
from samvern.web.processing_register import read_register
from support.canaries import word_for

Connection = psycopg.Connection[Any]
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
KEPT = frozenset({
    "cases_case", "cases_person", "cases_sign", "access_teammember", "cases_proposal",
    "cases_certificate", "identity_key",
})  # fmt: skip
"""There already, one of each; or what is to stay of a case: the proof that it was erased."""
FILLED = {"access_bar.review_on": NOW.date()}
"""What the database fills in, whose triggers rest meanwhile."""
PROGRAM = ("a code", "written by the program")
"""How the register's reasons begin for text that nobody types."""
WORDS = (models.CharField, models.TextField)


def models_of_a_case() -> list[type[models.Model]]:
    """Every model whose rows belong to a case: by its id, or by the row they are steps of."""
    found = [model for model in apps.get_models() if _names(model) & {"case", "case_id"}]
    while more := [m for m in apps.get_models() if m not in found and _of(m) in found]:
        found += more
    return [each for each in found if each._meta.db_table not in KEPT]


def plant_everywhere(
    connection: Connection, case: UUID, person: UUID, member: UUID
) -> dict[str, str]:
    """One row in each of those tables; the words by table and column."""
    words: dict[str, str] = {}
    ids = {model: uuid4() for model in models_of_a_case()}
    known = {Case: case, Person: person}
    with connection.transaction():
        connection.execute("SET LOCAL session_replication_role = replica")
        for model, id in ids.items():
            row = {
                str(column.column): _value(column, words, {**ids, **known}, member)
                for column in model._meta.concrete_fields
            }
            given = {"id": id, "case_id": case, "person_id": person}
            row |= {name: value for name, value in given.items() if name in row}
            _insert(connection, model._meta.db_table, row)
    return words


def _insert(connection: Connection, table: str, row: dict[str, Any]) -> None:
    names, marks = ", ".join(f'"{name}"' for name in row), ", ".join(["%s"] * len(row))
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"
    connection.execute(statement.encode(), list(row.values()))


def _value(column: Any, words: dict[str, str], ids: dict[Any, UUID], member: UUID) -> Any:
    place = f"{column.model._meta.db_table}.{column.column}"
    if place in FILLED:
        return FILLED[place]
    if isinstance(column, SealedField):
        words[place] = word_for(f"planted/{place}")
        return words[place].encode()
    if _takes_words(place, column):
        words[place] = word_for(f"planted/{place}")
        return words[place]
    if column.is_relation:
        return ids.get(column.related_model, member)
    return _plain(column)


def _takes_words(place: str, column: Any) -> bool:
    """Whether somebody can write there; the register tells what the program alone writes."""
    why = read_register().clear.get(place, PROGRAM[0])
    return isinstance(column, WORDS) and not column.choices and not why.startswith(PROGRAM)


def _plain(column: Any) -> Any:
    if column.has_default():
        return column.get_default()
    if column.choices:
        return "" if column.blank else column.choices[0][0]
    if column.null:
        return None
    if isinstance(column, ArrayField):
        return []
    if isinstance(column, RangeField):
        return psycopg.types.range.Range(NOW, NOW.replace(day=3))
    for kind, value in (
        (models.UUIDField, uuid4()), (models.DateTimeField, NOW), (models.DateField, NOW.date()),
        (models.BooleanField, False), (models.IntegerField, 1), (models.BinaryField, b"x"),
        (models.JSONField, "{}"),
    ):  # fmt: skip
        if isinstance(column, kind):
            return value
    return "x"


def _names(model: type[models.Model]) -> set[str]:
    return {each.name for each in model._meta.concrete_fields}


def _of(model: type[models.Model]) -> Any:
    """What the rows of a model are steps of."""
    found = [each for each in model._meta.concrete_fields if each.name == "of"]
    return found[0].related_model if found else None
