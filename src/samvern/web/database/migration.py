# SPDX-License-Identifier: EUPL-1.2
"""Bringing a database up to date; Django is set up as the owner of the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from samvern.web.environment import MAKE_A_GATE
from samvern.web.exceptions import DatabaseError

LOCK = "hashtext('samvern.migrate')"
NOT_AS_MEANT = (
    "nothing was changed: after the migrations the database is not as this version has it, and no "
    "migration tells how to get there. {differences}"
)

NO_ALLOWANCE = "no allowance for %s: a migration must add it to gate.allowance"
HALFWAY = (
    "this database is of a 0.1 version that was not brought to its end ({missing} is missing). "
    "Migrate it with the last version of 0.1 first, then with this one."
)


def migrate() -> list[str]:
    """Migrate the tables, make functions, policies, triggers and grants as this version has them,
    and tell the gate the key that opens sessions. All of it, or nothing: an error on the way leaves
    the database as it was, for the version that ran before. The queue of jobs comes first and by
    itself: it adds values to a type, which count only once committed, and take nothing away.

    Nobody signs in as the gate and no other role may read the key, so a query alone opens no
    session. A new key ends none: it decides who can open further ones.

    Returns:
        What no migration had made as this version has it, and is now; one line each.

    Raises:
        DatabaseError: there is no key for the gate; another migration is running; some of the
            migrations that 0.2.0 stands for were made, and not all; or a table is not as this
            version has it.
    """
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection, transaction

    from samvern.access.gate import write_gate_key

    if not settings.GATE_KEY:
        raise DatabaseError(f"SAMVERN_GATE_KEY is not set; make one with: {MAKE_A_GATE}")
    with _alone():
        refuse_halfway()
        call_command("migrate", "procrastinate", interactive=False, verbosity=0)
        with transaction.atomic():
            with connection.cursor() as cursor:
                # A table with rows whose references are still to be checked cannot be altered.
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            call_command("migrate", interactive=False, verbosity=0)
            made = recreate_definitions()
            refuse_missing_allowances()
            write_gate_key(settings.GATE_KEY)
    return made


@contextmanager
def _alone() -> Iterator[None]:
    """Two migrations at once would meet in the middle.

    Raises:
        DatabaseError: another one is running.
    """
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_try_advisory_lock({LOCK})")
        if cursor.fetchone() != (True,):
            raise DatabaseError("another migration is running; wait for it, and run this again")
        try:
            yield
        finally:
            cursor.execute(f"SELECT pg_advisory_unlock({LOCK})")


def recreate_definitions() -> list[str]:
    """Make what statements can make anew as this version has it, and the transitions by which the
    database takes or refuses a step; what was not so.

    Raises:
        DatabaseError: a table differs, by column, constraint or index.
    """
    from django.db import connection

    from samvern.access.case_closing import sync_kinds
    from samvern.access.workflow_operations import sync_statement
    from samvern.web.database.definitions import find_differences, in_short, stopping
    from samvern.web.database.recreating import recreate
    from samvern.web.workflow_docs import find_state_machines

    with connection.cursor() as cursor:
        for statement in (*map(sync_statement, find_state_machines()), *sync_kinds()):
            cursor.execute(statement)
    made = recreate(connection.connection)
    differences = list(stopping(find_differences(connection.connection)))
    if differences:
        raise DatabaseError(NOT_AS_MEANT.format(differences=in_short(differences)))
    return made


def refuse_missing_allowances() -> None:
    """Stop where the code counts an act that no allowance is given for: nobody could do it.

    Raises:
        DatabaseError: which acts those are.
    """
    from django.db import connection

    from samvern.access.quotas import quotas_without_allowance

    with connection.cursor() as cursor:
        cursor.execute("SELECT gate.acts_with_allowance()")
        missing = quotas_without_allowance(act for (act,) in cursor.fetchall())
    if missing:
        raise DatabaseError(NO_ALLOWANCE % ", ".join(missing))


def refuse_halfway() -> None:
    """Django would look for the migrations that 0.2.0 replaced, and find none.

    Raises:
        DatabaseError: see :func:`migrate`.
    """
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.recorder import MigrationRecorder

    known = MigrationLoader(None).disk_migrations.values()
    replaced = {name for migration in known for name in migration.replaces}
    applied = set(MigrationRecorder(connection).applied_migrations())
    if replaced & applied and (missing := sorted(replaced - applied)):
        raise DatabaseError(HALFWAY.format(missing=".".join(missing[0])))
