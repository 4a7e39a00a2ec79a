# SPDX-License-Identifier: EUPL-1.2
"""What stands on consents that no longer hold is found, ended, and told to the leaders."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/resting.sql"


class Migration(migrations.Migration):
    """Functions for whoever looks after the installation."""

    dependencies = [
        ("coordination", "0002_release_0_2_guards"),
        ("referrals", "0003_resting_on_consent"),
    ]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
