# SPDX-License-Identifier: EUPL-1.2
"""A room that is only held, and a wait, end with their case."""

from pathlib import Path

from django.db import migrations

from samvern.access.case_closing import install_kinds
from samvern.access.row_security import run_sql_file
from samvern.access.workflow_operations import guard_closed_cases, let_gate_add_steps
from samvern.places.closable_kinds import CLOSABLE_KINDS, COURSES

SQL = Path(__file__).parents[1] / "sql"


class Migration(migrations.Migration):
    dependencies = [("places", "0002_walls"), ("cases", "0007_closing")]
    operations = [
        *install_kinds(CLOSABLE_KINDS, 200),
        *(guard_closed_cases(course) for course in COURSES),
        *(let_gate_add_steps(course) for course in COURSES),
        run_sql_file("closing.sql", SQL),
    ]
