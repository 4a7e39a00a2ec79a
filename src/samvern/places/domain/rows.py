# SPDX-License-Identifier: EUPL-1.2
"""Rows that functions of the gate answer, as dictionaries."""

from typing import Any

from django.db import connection


def rows_of(query: str, values: list[Any]) -> list[dict[str, Any]]:
    """All rows of a query, by the names of its columns."""
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def one_of(query: str, values: list[Any]) -> Any:
    """The single value of a query."""
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        (value,) = cursor.fetchone()
        return value
