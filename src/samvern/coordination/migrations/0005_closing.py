# SPDX-License-Identifier: EUPL-1.2
"""Conferences and what they agreed on end with their case."""

from pathlib import Path

from django.db import migrations

from samvern.access.living import guard_steps, let_gate_step, live_by
from samvern.access.walls import run_file
from samvern.coordination.living import COURSES, KINDS

SQL = Path(__file__).parents[1] / "sql"


class Migration(migrations.Migration):
    dependencies = [("coordination", "0004_waits"), ("cases", "0007_closing")]
    operations = [
        *live_by(KINDS, 400),
        *(guard_steps(course) for course in COURSES),
        *(let_gate_step(course) for course in COURSES),
        run_file("closing.sql", SQL),
    ]
