# SPDX-License-Identifier: EUPL-1.2
"""Whoever has never signed in is given no case, and no part of one."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/given_to_known.sql"


class Migration(migrations.Migration):
    """One function, and the triggers of whatever is given to a colleague."""

    dependencies = [("cases", "0012_sealed_lines"), ("access", "0014_entered")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
