# SPDX-License-Identifier: EUPL-1.2
"""Seal anew, padded, what 0.1.0 sealed: a choice of a few was readable from its length.

Runs with the keys of the installation, which ``samvern database migrate`` has in its environment;
a database without people needs none. Each table is a transaction of its own, so it can be stopped
and started again.
"""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def pad(apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Pad what is there; nothing is imported where there is nothing."""
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM identity_key)")
        if cursor.fetchone() == (False,):
            return
    from samvern.identity.keys import open_keeper
    from samvern.identity.padding import pad_stored

    pad_stored(open_keeper())


class Migration(migrations.Migration):
    """Frozen; a later squash leaves it out."""

    atomic = False
    dependencies = [("identity", "0002_release_0_2_guards")]
    operations = [migrations.RunPython(pad, migrations.RunPython.noop, elidable=True)]
