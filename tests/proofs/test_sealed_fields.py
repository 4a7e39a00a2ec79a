# SPDX-License-Identifier: EUPL-1.2
"""What is declared of sealed columns is what the database does, and every seal opens by it."""

import re

import psycopg
import pytest

from samvern.identity.keys import open_keeper
from samvern.identity.sealing import sealed_columns
from samvern.web.backup.canaries import open_everything
from support.workspace import Workspace

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("together")]
POLICIES = """SELECT qual FROM pg_policies WHERE schemaname = 'public' AND tablename = %s
    AND cmd = 'SELECT' AND 'samvern_app' = ANY (roles)"""


def asked_for(connection: psycopg.Connection[object], table: str) -> set[str]:
    """The categories the row security of a table asks a reader for."""
    rows = connection.execute(POLICIES, [table]).fetchall()
    return {name for (text,) in rows for name in re.findall(r"gate\.opens\('(\w+)'", str(text))}


def test_the_category_declared_is_the_one_the_database_asks_for(workspace: Workspace) -> None:
    with workspace.superuser() as connection:
        asked = {
            name: asked_for(connection, model._meta.db_table)
            for name, (model, _) in sealed_columns().items()
        }
    assert asked == {
        name: {column.category.value} if column.category else set()
        for name, (_, column) in sealed_columns().items()
    }


def test_every_sealed_value_opens_with_the_key_of_the_declared_subject(
    workspace: Workspace,
) -> None:
    with workspace.superuser() as connection, connection.transaction():
        opened = open_everything(connection, open_keeper())
    assert opened.faults == []
    assert opened.values > 50
