# SPDX-License-Identifier: EUPL-1.2
"""Bringing a database up to date; Django is set up as the owner of the database."""


def migrate() -> None:
    """Migrate the tables, and tell the gate the key that opens sessions.

    Nobody signs in as the gate and no other role may read the key, so a query alone opens no
    session. A new key ends none: it decides who can open further ones.
    """
    from django.conf import settings
    from django.core.management import call_command

    from samvern.access.database_sessions import write_gate_key

    call_command("migrate", interactive=False, verbosity=0)
    write_gate_key(settings.GATE_KEY)
