# SPDX-License-Identifier: EUPL-1.2
"""The first administrator of an organisation, and its end: the installation's owner's, told."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/organisations.sql"


class Migration(migrations.Migration):
    """Functions that samvern_owner alone runs, and the guard of what a closed one is given."""

    dependencies = [("access", "0012_bar_review")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
