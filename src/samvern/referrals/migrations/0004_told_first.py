# SPDX-License-Identifier: EUPL-1.2
"""A link opens, and takes an answer, only once the try of its code is committed."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/knocking.sql"


class Migration(migrations.Migration):
    """Columns and functions."""

    dependencies = [("referrals", "0003_resting_on_consent"), ("access", "0004_told_first")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
