# SPDX-License-Identifier: EUPL-1.2
"""A program's scopes on cases wait for a leader."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/programs_wait.sql"


class Migration(migrations.Migration):
    """A column of the gate's own, three functions anew and three more."""

    dependencies = [("coordination", "0004_row_rules"), ("access", "0009_four_eyes")]
    operations = [
        migrations.RunSQL("SET LOCAL check_function_bodies = off"),
        migrations.RunSQL(SQL.read_text(encoding="utf-8")),
    ]
