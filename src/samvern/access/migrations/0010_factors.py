# SPDX-License-Identifier: EUPL-1.2
"""A second factor counts with its MAC, and is written by the sign-in alone."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/factors.sql"


class Migration(migrations.Migration):
    """A key nobody reads, a column of our own on allauth's table, and the guards."""

    dependencies = [("access", "0009_four_eyes"), ("mfa", "0003_authenticator_type_uniq")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
