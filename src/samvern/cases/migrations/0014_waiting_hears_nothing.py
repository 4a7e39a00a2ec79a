# SPDX-License-Identifier: EUPL-1.2
"""Whoever waits for a leader hears nothing of the work; a program that waits is shown as such."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/waiting_hears_nothing.sql"


class Migration(migrations.Migration):
    """Two policies, and a function for the administrator's page."""

    dependencies = [("cases", "0013_given_to_known"), ("access", "0009_four_eyes")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
