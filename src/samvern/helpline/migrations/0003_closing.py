# SPDX-License-Identifier: EUPL-1.2
"""A question ends with the case it came from."""

from pathlib import Path

from django.db import migrations

from samvern.access.case_closing import install_kinds
from samvern.access.row_security import run_sql_file
from samvern.access.workflow_operations import let_gate_add_steps
from samvern.helpline.closable_kinds import CLOSABLE_KINDS, COURSES

SQL = Path(__file__).parents[1] / "sql"


class Migration(migrations.Migration):
    dependencies = [("contacts", "0002_walls"), ("cases", "0007_closing")]
    operations = [
        *install_kinds(CLOSABLE_KINDS, 300),
        *(let_gate_add_steps(course) for course in COURSES),
        migrations.RunSQL(
            "GRANT INSERT ON contacts_questionstep TO samvern_gate;"
            "CREATE POLICY living_ended ON contacts_questionstep FOR INSERT TO samvern_gate "
            "WITH CHECK (true)",
            migrations.RunSQL.noop,
        ),
        run_sql_file("closing.sql", SQL),
    ]
