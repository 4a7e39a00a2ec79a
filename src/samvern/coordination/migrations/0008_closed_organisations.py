# SPDX-License-Identifier: EUPL-1.2
"""An organisation that is closed is given nothing more."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/closed_organisations.sql"


class Migration(migrations.Migration):
    """A trigger on each table in which one organisation gives another something."""

    dependencies = [
        ("coordination", "0007_participants"),
        ("access", "0013_organisations"),
        ("cases", "0011_bars"),
        ("contacts", "0005_forgotten_questions"),
        ("places", "0004_row_rules"),
        ("referrals", "0005_row_rules"),
    ]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
