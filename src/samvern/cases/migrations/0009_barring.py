# SPDX-License-Identifier: EUPL-1.2
"""Whoever is shut out of a case is not put on it by somebody who decides at the same moment."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/barring.sql"


class Migration(migrations.Migration):
    """Functions, and the triggers of bars, of teams and of who has a case."""

    dependencies = [("cases", "0008_references")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
