# SPDX-License-Identifier: EUPL-1.2
"""Whom to ring: the number at work of a member, which she writes herself, and of a unit."""

from django.db import migrations, models

from samvern.access.row_security import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("access", "0007_opening")]
    operations = [
        *(
            migrations.AddField(
                name,
                "phone",
                models.CharField(blank=True, db_default="", default="", max_length=40),
            )
            for name in ("member", "unit")
        ),
        run_sql_file("phones.sql"),
    ]
