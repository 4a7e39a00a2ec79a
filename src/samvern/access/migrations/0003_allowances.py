# SPDX-License-Identifier: EUPL-1.2
"""The application can ask which acts have an allowance, so that one without it shows at start."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/allowances.sql"


class Migration(migrations.Migration):
    """A function."""

    dependencies = [("access", "0002_release_0_2_guards")]
    operations = [
        migrations.RunSQL(
            SQL.read_text(encoding="utf-8"), "DROP FUNCTION gate.acts_with_allowance()"
        )
    ]
