# SPDX-License-Identifier: EUPL-1.2
"""What is told and counted opens nothing before the telling and the count are committed."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/looks.sql"


class Migration(migrations.Migration):
    """A table, three functions and a wall."""

    dependencies = [("access", "0003_allowances")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
