# SPDX-License-Identifier: EUPL-1.2
"""Referrals, links and ways across a border end with their case."""

from pathlib import Path

from django.db import migrations

from samvern.access.case_closing import install_kinds
from samvern.access.row_security import run_sql_file
from samvern.access.workflow_operations import guard_closed_cases, sync_state_machine
from samvern.referrals.closable_kinds import CLOSABLE_KINDS, COURSES

SQL = Path(__file__).parents[1] / "sql"


class Migration(migrations.Migration):
    dependencies = [("referrals", "0012_outside_walls"), ("cases", "0007_closing")]
    operations = [
        *(sync_state_machine(course) for course in COURSES),
        *install_kinds(CLOSABLE_KINDS, 100),
        *(guard_closed_cases(course) for course in COURSES),
        run_sql_file("closing.sql", SQL),
    ]
