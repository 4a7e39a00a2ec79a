# SPDX-License-Identifier: EUPL-1.2
"""A migrated database that Django uses as the application, for all tests of this folder."""

import uuid
from collections.abc import Callable, Iterator
from uuid import UUID

import psycopg
import pytest
from django.test import override_settings

from samvern.web.database import Server
from samvern.web.database.cluster import SUPERUSER
from samvern.web.database.roles import APP, BACKUP, OWNER
from support.workspace import leave_database, use_database

NewOrganisation = Callable[[str], UUID]


@pytest.fixture
def installed(migrated: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """The server, with this process and the commands it runs as its installation."""
    monkeypatch.setenv("DATABASE_URL", migrated.url(APP))
    monkeypatch.setenv("SAMVERN_OWNER_URL", migrated.url(OWNER))
    monkeypatch.setenv("SAMVERN_BACKUP_URL", migrated.url(BACKUP))
    use_database(migrated.url(APP))
    yield migrated
    leave_database()


@pytest.fixture
def superuser(migrated: Server) -> Iterator[psycopg.Connection]:
    """A connection that no wall holds."""
    with psycopg.connect(migrated.url(SUPERUSER), autocommit=True) as connection:
        yield connection


@pytest.fixture
def organisation(superuser: psycopg.Connection) -> Iterator[NewOrganisation]:
    """Make an organisation of that name; it is closed down afterwards."""
    made = []

    def make(name: str) -> UUID:
        made.append(uuid.uuid4())
        superuser.execute(
            "INSERT INTO access_organisation (id, created_at, name, kind, actor_code, region,"
            " active, synthetic) VALUES (%s, now(), %s, 'police', '', '', true, true)",
            [made[-1], name],
        )
        return made[-1]

    yield make
    superuser.execute("UPDATE access_organisation SET active = false WHERE id = ANY (%s)", [made])
    superuser.execute("TRUNCATE procrastinate_jobs CASCADE")


@pytest.fixture
def settings() -> Iterator[Callable[..., None]]:
    """Change settings of Django for one test."""
    changed = []

    def change(**values: object) -> None:
        changed.append(override_settings(**values))
        changed[-1].enable()

    yield change
    for each in reversed(changed):
        each.disable()
