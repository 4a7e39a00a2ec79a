# SPDX-License-Identifier: EUPL-1.2
"""No share comes alive on a consent that was taken back a moment ago."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/resting.sql"


class Migration(migrations.Migration):
    """A function, a right to read, and the triggers of shares."""

    dependencies = [("cases", "0004_told_first")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
