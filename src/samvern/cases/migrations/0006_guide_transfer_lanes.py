# SPDX-License-Identifier: EUPL-1.2
"""Whoever fills the room for answers of the guide keeps out 1 in 256 of the others, not all."""

from pathlib import Path

from django.db import migrations, models

SQL = Path(__file__).parent / "sql/lanes.sql"


class Migration(migrations.Migration):
    """A column, its index, and the function that fills it."""

    dependencies = [("cases", "0005_resting_on_consent")]
    operations = [
        migrations.AddField("guidetransfer", "lane", models.PositiveSmallIntegerField(default=0)),
        migrations.AddIndex(
            "guidetransfer", models.Index(fields=["lane"], name="guide_transfer_lane")
        ),
        migrations.RunSQL(SQL.read_text(encoding="utf-8")),
    ]
