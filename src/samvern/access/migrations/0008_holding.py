# SPDX-License-Identifier: EUPL-1.2
"""What of a row may change at all: functions of the guards each room puts on its tables."""

from pathlib import Path

from django.db import migrations

from samvern.access.row_security import hold_columns

SQL = Path(__file__).parent / "sql/holding.sql"


class Migration(migrations.Migration):
    """Functions, and the guard of a membership: one that has ended does not begin again."""

    dependencies = [("access", "0007_told_once")]
    operations = [
        migrations.RunSQL(SQL.read_text(encoding="utf-8"), migrations.RunSQL.noop),
        hold_columns("access_member", free=("name", "email", "unit_id"), once=("until",)),
    ]
