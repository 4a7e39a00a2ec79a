# SPDX-License-Identifier: EUPL-1.2
"""A coordinator is one in an organisation that coordinates, and nowhere else."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/coordinators.sql"


class Migration(migrations.Migration):
    """Two functions anew, and a guard of new memberships."""

    dependencies = [("access", "0005_export_allowance")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
