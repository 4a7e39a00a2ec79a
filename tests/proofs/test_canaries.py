# SPDX-License-Identifier: EUPL-1.2
"""The secret words are really there to be met, and lie nowhere in clear."""

import pytest

from support.addresses import addresses
from support.secrets import text_of
from support.walking import Walk
from support.workspace import Workspace

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("together")]


def test_the_walk_would_notice_a_leak(workspace: Workspace) -> None:
    """Kari meets the words of her own notes where they belong."""
    walk = Walk(workspace, "kari")
    page = next(each for each in addresses() if each.name == "workspace:notes")
    word = workspace.cast.canaries["own/note.text"]
    assert word in text_of(walk.ask(page, "GET", walk.values(page, "own")))


def test_no_word_lies_in_the_database_in_clear(workspace: Workspace) -> None:
    with workspace.superuser() as connection:
        tables = connection.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables "
            "WHERE schemaname IN ('public', 'audit', 'gate')"
        ).fetchall()
        everything = "\n".join(
            str(row[0])
            for (table,) in tables
            for row in connection.execute(f"SELECT t::text FROM {table} t").fetchall()
        )
    words = workspace.cast.canaries
    clear = [place for place, word in words.items() if word in everything]
    encoded = [place for place, word in words.items() if word.encode().hex() in everything]
    assert (clear, encoded) == ([], [])
