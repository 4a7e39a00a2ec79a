# SPDX-License-Identifier: EUPL-1.2
"""When an age was told, and whose calendar a secret opens."""

from pathlib import Path

from django.db import migrations, models

FEEDS = Path(__file__).parents[1] / "sql/feeds.sql"


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_cooperating")]
    operations = [
        migrations.AddField(
            model_name="factsheet",
            name="age_told_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.RunSQL(FEEDS.read_text(encoding="utf-8"), "DROP FUNCTION gate.read_feed"),
    ]
