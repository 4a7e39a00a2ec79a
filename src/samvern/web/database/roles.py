# SPDX-License-Identifier: EUPL-1.2
"""The roles: the owner migrates, the application owns nothing and cannot pass row security."""

from psycopg import Connection
from psycopg.sql import SQL, Identifier, Literal

OWNER = "samvern_owner"
APP = "samvern_app"
DATABASE = "samvern"

# The activity view shows statements with their values to other sessions of the same role.
QUIET = "ALTER ROLE {app} SET track_activities = off"
DATABASE_RIGHTS = (
    "REVOKE ALL ON DATABASE {database} FROM PUBLIC",
    "REVOKE CONNECT ON DATABASE postgres FROM PUBLIC",
    "REVOKE CONNECT ON DATABASE template1 FROM PUBLIC",
    "GRANT CONNECT ON DATABASE {database} TO {app}",
)
SCHEMA_RIGHTS = (
    "ALTER SCHEMA public OWNER TO {owner}",
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    "GRANT USAGE ON SCHEMA public TO {app}",
)


def make_roles(connection: Connection, owner_password: str, app_password: str) -> None:
    """Make the roles and the database where they are missing; runs as superuser, in autocommit.

    Privileges inside the database are granted by each migration, by name: a new table is closed
    until someone has thought about it.
    """
    for role, password, right in (
        (OWNER, owner_password, "CREATEDB"),
        (APP, app_password, "NOCREATEDB"),
    ):
        encrypted = connection.pgconn.encrypt_password(
            password.encode(), role.encode(), b"scram-sha-256"
        )
        exists = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
        connection.execute(
            SQL(
                ("ALTER" if exists else "CREATE")
                + " ROLE {role} LOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS NOREPLICATION NOINHERIT "
                + right
                + " PASSWORD {password}"
            ).format(role=Identifier(role), password=Literal(encrypted.decode()))
        )
    found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
    if not found.fetchone():
        execute_all(connection, "CREATE DATABASE {database} OWNER {owner}")
    execute_all(connection, QUIET, *DATABASE_RIGHTS)


def close_schema(connection: Connection) -> None:
    """Let the owner alone make things in the database; runs as superuser, inside it."""
    execute_all(connection, *SCHEMA_RIGHTS)


def execute_all(connection: Connection, *statements: str) -> None:
    """Run statements in which {owner}, {app} and {database} stand for our names."""
    names = {"owner": OWNER, "app": APP, "database": DATABASE}
    for statement in statements:
        connection.execute(
            SQL(statement).format(**{key: Identifier(name) for key, name in names.items()})
        )
