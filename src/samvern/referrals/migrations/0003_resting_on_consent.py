# SPDX-License-Identifier: EUPL-1.2
"""Nothing goes outside on a consent that was taken back a moment ago, or that has run out."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/resting.sql"


class Migration(migrations.Migration):
    """The triggers of what is sent and of ways across a border."""

    dependencies = [
        ("referrals", "0002_release_0_2_guards"),
        ("cases", "0005_resting_on_consent"),
    ]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
