# SPDX-License-Identifier: EUPL-1.2
"""A policy asks once a statement which second factors have no MAC of ours."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/factors_once.sql"


class Migration(migrations.Migration):
    """A function in place of another, and the policy that asks it."""

    dependencies = [("access", "0010_factors")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
