# SPDX-License-Identifier: EUPL-1.2
"""After a renewed sign-in protected addresses stay shut until a second person opens them again."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/held_addresses.sql"


class Migration(migrations.Migration):
    """A table of the gate and its functions."""

    dependencies = [
        ("identity", "0004_told_first"),
        ("access", "0009_four_eyes"),
        ("cases", "0004_told_first"),
    ]
    operations = [
        migrations.RunSQL("SET LOCAL check_function_bodies = off"),
        migrations.RunSQL(SQL.read_text(encoding="utf-8")),
    ]
