# SPDX-License-Identifier: EUPL-1.2
"""Nothing is written in a case that is being erased, or has been, in whatever table."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/erased.sql"


class Migration(migrations.Migration):
    """A function, and a trigger on every table of a case. A table made later needs its own."""

    dependencies = [("coordination", "0005_programs_wait"), ("cases", "0009_barring")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
