# SPDX-License-Identifier: EUPL-1.2
"""The board knows of referrals, of rooms that are held, and of those who wait for a place."""

from pathlib import Path

from django.db import migrations

from samvern.access.row_security import run_sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    dependencies = [
        ("coordination", "0003_tables_walls"),
        ("referrals", "0002_walls"),
        ("places", "0002_walls"),
    ]
    operations = [run_sql_file("waits.sql", SQL)]
