# SPDX-License-Identifier: EUPL-1.2
"""The board says danger, risk, child and protected address of a line, and nothing of whom."""

from pathlib import Path

from django.db import migrations

from samvern.access.row_security import allow_select_for, run_sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    dependencies = [("coordination", "0005_closing"), ("cases", "0008_known")]
    operations = [
        run_sql_file("signs.sql", SQL),
        allow_select_for("samvern_gate", "cases_risk", "(person_id, level, created_at)"),
        allow_select_for("samvern_gate", "cases_sign", "(person_id, rules)"),
    ]
