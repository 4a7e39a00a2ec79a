# SPDX-License-Identifier: EUPL-1.2
"""Nobody opens casework to herself through an administrator: a leader of the unit says yes."""

from pathlib import Path
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

SQL = Path(__file__).parent / "sql/four_eyes.sql"


def member() -> "models.ForeignKey[Any, Any]":
    """Another member of the same table."""
    return models.ForeignKey(
        to="access.member",
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
    )


class Migration(migrations.Migration):
    """Columns of a membership, the functions that ask for them, and the guards."""

    dependencies = [("access", "0008_holding"), ("cases", "0004_told_first")]
    operations = [
        migrations.AddField("member", "confirmed_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("member", "confirmed_by", member()),
        migrations.AddField("member", "asked_by", member()),
        migrations.AddField("member", "renewed_at", models.DateTimeField(blank=True, null=True)),
        # A function may name one that is made after it, in another room.
        migrations.RunSQL("SET LOCAL check_function_bodies = off"),
        migrations.RunSQL(SQL.read_text(encoding="utf-8")),
    ]
