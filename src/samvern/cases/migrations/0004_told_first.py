# SPDX-License-Identifier: EUPL-1.2
"""An emergency opening, the question to all and what the guide left open nothing before it is told."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/told_first.sql"


class Migration(migrations.Migration):
    """A table and functions."""

    dependencies = [("cases", "0003_role_in_case"), ("identity", "0004_told_first")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
