# SPDX-License-Identifier: EUPL-1.2
"""Wrapping the keys of people and cases with the present key-encryption key."""

from pathlib import Path
from typing import Any

from psycopg import Connection

from samvern.identity.keys import Wrapped
from samvern.identity.keys.file import FileKeeper

DUE = """
    SELECT id, keeper, wrapped FROM identity_key
    WHERE wrapped IS NOT NULL AND keeper <> %s ORDER BY id FOR UPDATE
"""
CHANGE = "UPDATE identity_key SET keeper = %s, wrapped = %s WHERE id = %s"


def rewrap(connection: Connection[Any], path: Path) -> int:
    """Wrap anew what another key wraps, in one transaction; how many. As the owner.

    What is sealed stays as it is: the keys themselves do not change.

    Raises:
        KeeperError: a key does not unwrap; nothing was changed.
    """
    keeper = FileKeeper(path)
    with connection.transaction():
        due = connection.execute(DUE, [keeper.current]).fetchall()
        fresh = [
            (made.keeper, made.data, row)
            for row, name, wrapped in due
            for made in [keeper.wrap(keeper.unwrap(Wrapped(name, bytes(wrapped))))]
        ]
        with connection.cursor() as cursor:
            cursor.executemany(CHANGE, fresh)
    return len(fresh)
