# SPDX-License-Identifier: EUPL-1.2
"""The exact look-up and a protected address answer only once their asking is committed."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/looks.sql"


class Migration(migrations.Migration):
    """Functions and a wall."""

    dependencies = [("identity", "0003_padding"), ("access", "0004_told_first")]
    operations = [
        # gate.sees comes with the room of cases, which rests on this one.
        migrations.RunSQL("SET LOCAL check_function_bodies = off"),
        migrations.RunSQL(SQL.read_text(encoding="utf-8")),
    ]
