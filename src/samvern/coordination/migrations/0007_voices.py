# SPDX-License-Identifier: EUPL-1.2
"""Who must be heard before a conference turns on the one age, as on every page."""

from pathlib import Path

from django.db import migrations

from samvern.access.row_security import run_sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    dependencies = [("coordination", "0006_signs"), ("cases", "0008_known")]
    operations = [run_sql_file("voices.sql", SQL)]
