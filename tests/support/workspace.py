# SPDX-License-Identifier: EUPL-1.2
"""A workspace for tests: a database in which the cast is at work, reached as the application.

``workspace`` serves one module of tests, ``fresh_workspace`` one test. Both are copies of a
template that is made once for each test process.
"""

import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg
import pytest
from django.core.management import call_command
from django.db import connections
from django.http import HttpResponse
from django.test import Client

from samvern.access.actor import Actor
from samvern.access.gate import new_token, open_session, write_gate_key
from samvern.access.unit_of_work import acting, unit_of_work_for
from samvern.web.database import Server
from samvern.web.database.roles import APP, OWNER, close_schema
from samvern.web.environment import read_database_url

TEMPLATE = "template_workspace"


def use_database(url: str) -> None:
    """Make Django's default connection this one, from now on."""
    leave_database()
    given = read_database_url(url)
    given["default"]["OPTIONS"].pop("pool")  # a pool would outlive the database
    connections.settings["default"] = connections.configure_settings(given)["default"]


def leave_database() -> None:
    """Close the default connection; without one Django answers that there is none."""
    if hasattr(connections._connections, "default"):
        connections["default"].close()
        del connections["default"]
    connections.settings["default"] = connections.configure_settings({})["default"]


@dataclass
class Workspace:
    """A database with the cast in it, and ways to act as each of them."""

    server: Server
    database: str
    cast: Any
    """What the loader of the cast returns: members and cases by their names in the tests."""
    tokens: dict[str, str] = field(default_factory=dict)

    def url(self, role: str = APP) -> str:
        """The address at which a role reaches this database."""
        return self.server.url(role, self.database)

    def connect(self, role: str = APP) -> "psycopg.Connection[Any]":
        """A connection of its own, for statements as a role."""
        return psycopg.connect(self.url(role), autocommit=True)

    def superuser(self) -> "psycopg.Connection[Any]":
        """A connection that no wall holds, to look behind them."""
        return psycopg.connect(self.server.url("postgres", self.database), autocommit=True)

    def token(self, name: str) -> str:
        """A token of a member of the cast, fresh the first time it is asked for."""
        if name not in self.tokens:
            token = new_token()
            with unit_of_work_for(""):
                open_session(member_id=self.cast.members[name], token=token)
            self.tokens[name] = token
        return self.tokens[name]

    def acting(self, name: str) -> AbstractContextManager[Actor]:
        """One piece of work as a member of the cast."""
        return acting(self.token(name))

    def client(self, name: str | None = None) -> Client:
        """A browser in which a member of the cast is signed in; or nobody."""
        from support.signed_in import sign_in

        client = Client(headers={"sec-fetch-site": "same-origin"})
        if name is not None:
            sign_in(client, self.cast.members[name])
        return client

    def page(self, name: str | None, path: str) -> HttpResponse:
        """What a member meets at an address."""
        answer: Any = self.client(name).get(path)
        return answer  # type: ignore[no-any-return]


def make_template(server: Server) -> Any:
    """Migrate and load the cast once; the cast's names."""
    from django.conf import settings

    from support.small_cast import load_cast

    # Not a copy of the server's own database: other tests of this process may have written in it.
    run(server, f"CREATE DATABASE {TEMPLATE} OWNER {OWNER} TEMPLATE template0")
    close_database(server, TEMPLATE)
    with psycopg.connect(server.url("postgres", TEMPLATE), autocommit=True) as connection:
        close_schema(connection)
    use_database(server.url(OWNER, TEMPLATE))
    call_command("migrate", verbosity=0)
    write_gate_key(settings.GATE_KEY)
    use_database(server.url(APP, TEMPLATE))
    cast = load_cast(owner_url=server.url(OWNER, TEMPLATE))
    with psycopg.connect(server.url("postgres", TEMPLATE), autocommit=True) as connection:
        # Who wrote an address reads it for five minutes; a run of tests lasts longer than that.
        connection.execute("UPDATE gate.look SET at = at + interval '1 day'")
    leave_database()
    return cast


def run(server: Server, statement: str) -> None:
    """One statement as superuser, outside any workspace."""
    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(statement)


def close_database(server: Server, name: str) -> None:
    """The rights of the real database: privileges on a database are not copied with it."""
    run(server, f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")
    run(server, f"GRANT CONNECT ON DATABASE {name} TO {APP}, samvern_backup")


@contextmanager
def copied(server: Server, cast: Any) -> Iterator[Workspace]:
    """A copy of the template, in use by Django until it is dropped."""
    name = f"workspace_{uuid.uuid4().hex[:12]}"
    run(server, f"CREATE DATABASE {name} OWNER {OWNER} TEMPLATE {TEMPLATE} STRATEGY FILE_COPY")
    close_database(server, name)
    before = connections.settings["default"]
    use_database(server.url(APP, name))
    try:
        yield Workspace(server, name, cast)
    finally:
        leave_database()
        connections.settings["default"] = before
        run(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def cast(database: Server) -> Any:
    """The cast, loaded into the template of this test process."""
    return make_template(database)


@pytest.fixture(scope="module")
def workspace(database: Server, cast: Any) -> Iterator[Workspace]:
    """A workspace shared by the tests of a module, which leave it as they found it."""
    with copied(database, cast) as made:
        yield made


@pytest.fixture
def fresh_workspace(database: Server, cast: Any) -> Iterator[Workspace]:
    """A workspace of one test, to change at will."""
    with copied(database, cast) as made:
        yield made
