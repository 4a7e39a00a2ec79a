# SPDX-License-Identifier: EUPL-1.2
"""The board opens only once it is committed that somebody asked to look at it."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/told_first.sql"


class Migration(migrations.Migration):
    """Functions."""

    dependencies = [("coordination", "0008_closed_organisations"), ("cases", "0008_references")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
