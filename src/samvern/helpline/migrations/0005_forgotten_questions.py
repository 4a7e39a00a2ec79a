# SPDX-License-Identifier: EUPL-1.2
"""A question is forgotten with the case it came from, and after half a year in any case."""

from pathlib import Path

from django.db import migrations, models

SQL = Path(__file__).parent / "sql/forgetting.sql"


class Migration(migrations.Migration):
    """A column, and who fills it."""

    dependencies = [("contacts", "0004_row_rules"), ("cases", "0006_guide_transfer_lanes")]
    operations = [
        migrations.AddField(
            "advicequestion", "forgotten_at", models.DateTimeField(blank=True, null=True)
        ),
        migrations.RunSQL(SQL.read_text(encoding="utf-8")),
    ]
