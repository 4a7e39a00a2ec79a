# SPDX-License-Identifier: EUPL-1.2
"""An invitation tells nobody whether a login name is taken."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/given_names.sql"


class Migration(migrations.Migration):
    """One function, written anew."""

    dependencies = [("access", "0014_entered")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
