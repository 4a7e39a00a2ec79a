# SPDX-License-Identifier: EUPL-1.2
"""Calling the gate's functions. The names are ours, never a visitor's."""

from typing import Any

from django.db import connection


def fetch_rows(name: str, *values: Any) -> list[Any]:
    """What a function of the gate returns, all of it."""
    marks = ", ".join(["%s"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM gate.{name}({marks})", values)  # noqa: S608  # our own names
        return list(cursor.fetchall())


def fetch_value(name: str, *values: Any) -> Any:
    """The first value it returns; None where it returns no row."""
    found = fetch_rows(name, *values)
    return found[0][0] if found else None
