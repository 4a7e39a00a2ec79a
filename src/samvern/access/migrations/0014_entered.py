# SPDX-License-Identifier: EUPL-1.2
"""Who of an organisation has ever signed in: nobody else is given a case."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/entered.sql"


class Migration(migrations.Migration):
    """Two functions."""

    dependencies = [("access", "0013_organisations")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
