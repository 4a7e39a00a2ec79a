# SPDX-License-Identifier: EUPL-1.2
"""A search for a place finds something only once it is committed that somebody searched."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/told_search.sql"


class Migration(migrations.Migration):
    """Functions."""

    dependencies = [("places", "0004_row_rules"), ("cases", "0004_told_first")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
