# SPDX-License-Identifier: EUPL-1.2
"""Moves of things that have a state, and the role of those who coordinate."""

from django.db import migrations, models

from samvern.access.roles import Role
from samvern.access.row_security import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("access", "0003_login")]
    operations = [
        migrations.AlterField(
            "member", "role", models.CharField(max_length=20, choices=Role.choices)
        ),
        run_sql_file("courses.sql"),
    ]
