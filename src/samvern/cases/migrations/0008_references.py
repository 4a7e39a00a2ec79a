# SPDX-License-Identifier: EUPL-1.2
"""References are looked up behind row security alone: no index of theirs is asked before it."""

from pathlib import Path

from django.db import migrations

from samvern.access.models.walled_text import WalledTextField

SQL = Path(__file__).parent / "sql/references.sql"


class Migration(migrations.Migration):
    """A column of another type, and the functions that compare it."""

    dependencies = [("cases", "0007_row_rules")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    "case", "reference", WalledTextField(max_length=12, unique=True)
                )
            ],
            database_operations=[migrations.RunSQL(SQL.read_text(encoding="utf-8"))],
        )
    ]
