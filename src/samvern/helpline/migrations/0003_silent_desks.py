# SPDX-License-Identifier: EUPL-1.2
"""Of a desk that stays silent those hear who coordinate, not everybody called coordinator."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/silent_desks.sql"


class Migration(migrations.Migration):
    """A function anew."""

    dependencies = [("contacts", "0002_release_0_2_guards")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
