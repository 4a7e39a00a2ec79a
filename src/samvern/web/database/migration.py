# SPDX-License-Identifier: EUPL-1.2
"""Bringing a database up to date; Django is set up as the owner of the database."""

from samvern.web.exceptions import DatabaseError

NO_ALLOWANCE = "no allowance for %s: a migration must add it to gate.allowance"
HALFWAY = (
    "this database is of a 0.1 version that was not brought to its end ({missing} is missing). "
    "Migrate it with the last version of 0.1 first, then with this one."
)


def migrate() -> None:
    """Migrate the tables, and tell the gate the key that opens sessions.

    Nobody signs in as the gate and no other role may read the key, so a query alone opens no
    session. A new key ends none: it decides who can open further ones.

    Raises:
        DatabaseError: some of the migrations that 0.2.0 stands for were made, and not all.
    """
    from django.conf import settings
    from django.core.management import call_command

    from samvern.access.gate import write_gate_key

    refuse_halfway()
    call_command("migrate", interactive=False, verbosity=0)
    refuse_missing_allowances()
    write_gate_key(settings.GATE_KEY)


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
