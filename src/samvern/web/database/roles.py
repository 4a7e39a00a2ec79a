# SPDX-License-Identifier: EUPL-1.2
"""The roles of the database: who may do what, as one list of statements.

Our own server runs them at each start; ``samvern database roles`` prints them for the administrator
of another. Privileges on tables are not here: each migration grants by name, so a new table is
closed until someone has thought about it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from psycopg import Connection
from psycopg.sql import SQL, Composed, Identifier, Literal

DATABASE = "samvern"
OWNER = "samvern_owner"
APP = "samvern_app"
GATE = "samvern_gate"
AUDIT = "samvern_audit"
BACKUP = "samvern_backup"

NOTHING = "NOSUPERUSER NOCREATEROLE NOREPLICATION NOINHERIT"


@dataclass(frozen=True)
class DatabaseRole:
    """A role, what it may do beyond nothing, and what it is for."""

    name: str
    rights: str
    purpose: str

    @property
    def may_log_in(self) -> bool:
        """Whether it has a password."""
        return self.rights.startswith("LOGIN")


ROLES = (
    DatabaseRole(OWNER, "LOGIN CREATEDB NOBYPASSRLS", "owns the tables and migrates them"),
    DatabaseRole(APP, "LOGIN NOCREATEDB NOBYPASSRLS", "web and jobs; owns nothing"),
    DatabaseRole(
        GATE, "NOLOGIN NOCREATEDB NOBYPASSRLS", "owns the functions that know who is asking"
    ),
    DatabaseRole(AUDIT, "NOLOGIN NOCREATEDB NOBYPASSRLS", "owns the trail nobody may change"),
    DatabaseRole(BACKUP, "LOGIN NOCREATEDB BYPASSRLS", "reads everything, writes nothing"),
)
MEMBERSHIPS = (
    # The owner hands functions over to these and tests as the application; it inherits nothing.
    "GRANT {gate}, {audit}, {app} TO {owner} WITH INHERIT FALSE, SET TRUE",
    "GRANT pg_read_all_data TO {backup} WITH INHERIT TRUE, SET FALSE",
)
ROLE_SETTINGS = (
    # The activity view shows statements with their values to other sessions of the same role.
    "ALTER ROLE {app} SET track_activities = off",
    "ALTER ROLE {app} SET statement_timeout = '20s'",
    "ALTER ROLE {app} SET lock_timeout = '5s'",
    "ALTER ROLE {app} SET idle_in_transaction_session_timeout = '60s'",
    "ALTER ROLE {backup} SET default_transaction_read_only = on",
)
DATABASE_RIGHTS = (
    "REVOKE ALL ON DATABASE {database} FROM PUBLIC",  # CONNECT and TEMPORARY
    "REVOKE CONNECT ON DATABASE postgres FROM PUBLIC",
    "REVOKE CONNECT ON DATABASE template1 FROM PUBLIC",
    "GRANT CONNECT ON DATABASE {database} TO {app}, {backup}",
    "GRANT CREATE ON DATABASE {database} TO {owner}",
)
SCHEMA_RIGHTS = (
    "ALTER SCHEMA public OWNER TO {owner}",
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    "GRANT USAGE ON SCHEMA public TO {app}",
    # PostgreSQL lets everybody run a new function; here each one is granted by name.
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner}, {gate}, {audit}"
    " REVOKE ALL ON FUNCTIONS FROM PUBLIC",
)
# Bytes of a large object and messages in the write-ahead log lie where no row security, no erasure
# and no search of ours reaches; whoever may end a session ends a colleague's. PostgreSQL gives
# these functions to everybody.
SERVER_FUNCTIONS = """
DO $$ DECLARE each regprocedure; BEGIN
    FOR each IN SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND (
        proname ~ '^lo_' OR proname IN ('loread', 'lowrite', 'pg_logical_emit_message',
            'pg_cancel_backend', 'pg_terminate_backend'))
    LOOP EXECUTE 'REVOKE ALL ON FUNCTION ' || each || ' FROM PUBLIC'; END LOOP;
END $$"""
# A comparison that PostgreSQL calls leakproof is tried before row security, in an index too, and a
# plan says how many rows it met: times, numbers, words and, by halving, ids of rows nobody may see.
# Equality of ids stays: every page rests on it, and it tells only of an id that is already known.
COMPARISONS = """
DO $$ DECLARE each regprocedure; BEGIN
    FOR each IN SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace
        AND proleakproof AND proname <> 'uuid_eq'
    LOOP EXECUTE 'ALTER FUNCTION ' || each || ' NOT LEAKPROOF'; END LOOP;
END $$"""
# How many rows each table holds, and how many were written and deleted. Those who watch
# the server are members of pg_read_all_stats.
STATISTICS = """
DO $$ DECLARE each regprocedure; BEGIN
    FOR each IN SELECT oid FROM pg_proc
        WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^pg_stat_get_'
            AND proargtypes = 'oid'::regtype::oid::text::oidvector
    LOOP
        EXECUTE 'REVOKE ALL ON FUNCTION ' || each || ' FROM PUBLIC';
        EXECUTE 'GRANT EXECUTE ON FUNCTION ' || each || ' TO pg_read_all_stats';
    END LOOP;
END $$"""
IN_THE_DATABASE = (*SCHEMA_RIGHTS, SERVER_FUNCTIONS, COMPARISONS, STATISTICS)
NAMES = {
    "database": DATABASE,
    "owner": OWNER,
    "app": APP,
    "gate": GATE,
    "audit": AUDIT,
    "backup": BACKUP,
}


def make_roles(connection: Connection, passwords: Mapping[str, str]) -> None:
    """Make the roles and the database where they are missing; runs as superuser, in autocommit.

    Args:
        connection: to any database of the server.
        passwords: one for each role that logs in.
    """
    present = _names(connection, "SELECT rolname FROM pg_roles")
    for role in ROLES:
        word = "ALTER" if role.name in present else "CREATE"
        connection.execute(_statement(role, word) + _password(connection, role, passwords))
    if DATABASE not in _names(connection, "SELECT datname FROM pg_database"):
        connection.execute(named("CREATE DATABASE {database} OWNER {owner}"))
    for statement in (*MEMBERSHIPS, *ROLE_SETTINGS, *DATABASE_RIGHTS):
        connection.execute(named(statement))


def close_schema(connection: Connection) -> None:
    """Let the owner alone make things in the database; runs as superuser, inside it."""
    for statement in IN_THE_DATABASE:
        connection.execute(named(statement))


def named(statement: str) -> Composed:
    """A statement in which {owner}, {app} and the others are replaced by our names."""
    return SQL(statement).format(**{key: Identifier(name) for key, name in NAMES.items()})


def script() -> Iterator[str]:
    """The same as lines for ``psql``, which asks for the passwords so that no file holds them."""
    for role in ROLES:
        yield f"-- {role.name} {role.purpose}"
        yield f"{_statement(role, 'CREATE').as_string()};"
        if role.may_log_in:
            yield f"\\password {role.name}"
    yield f"{named('CREATE DATABASE {database} OWNER {owner}').as_string()};"
    for statement in (*MEMBERSHIPS, *ROLE_SETTINGS, *DATABASE_RIGHTS):
        yield f"{named(statement).as_string()};"
    yield f"\\connect {DATABASE}"
    for statement in IN_THE_DATABASE:
        yield f"{named(statement).as_string()};"


def _statement(role: DatabaseRole, word: str) -> Composed:
    return SQL(word + " ROLE {name} " + f"{role.rights} {NOTHING}").format(
        name=Identifier(role.name)
    )


def _password(connection: Connection, role: DatabaseRole, passwords: Mapping[str, str]) -> Composed:
    if not role.may_log_in:
        return Composed([])
    encrypted = connection.pgconn.encrypt_password(
        passwords[role.name].encode(), role.name.encode(), b"scram-sha-256"
    )
    return SQL(" PASSWORD {password}").format(password=Literal(encrypted.decode()))


def _names(connection: Connection, query: str) -> set[str]:
    return {row[0] for row in connection.execute(query.encode())}
