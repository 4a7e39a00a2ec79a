# SPDX-License-Identifier: EUPL-1.2
"""Name and region of an organisation are no administrator's to write."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/organisation_names.sql"


class Migration(migrations.Migration):
    """Rights taken back, and a line of the trail for what is done at the server."""

    dependencies = [("access", "0005_coordinators")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
