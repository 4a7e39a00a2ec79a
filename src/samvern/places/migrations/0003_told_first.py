# SPDX-License-Identifier: EUPL-1.2
"""The address of a place opens only once it is committed that somebody asked for it."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/looks.sql"


class Migration(migrations.Migration):
    """Functions and a wall."""

    dependencies = [("places", "0002_release_0_2_guards"), ("access", "0004_told_first")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
