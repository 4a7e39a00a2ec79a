# SPDX-License-Identifier: EUPL-1.2
"""A room that is only held, and a wait, end with their case."""

from pathlib import Path

from django.db import migrations

from samvern.access.living import guard_steps, let_gate_step, live_by
from samvern.access.walls import run_file
from samvern.places.living import COURSES, KINDS

SQL = Path(__file__).parents[1] / "sql"


class Migration(migrations.Migration):
    dependencies = [("places", "0002_walls"), ("cases", "0007_closing")]
    operations = [
        *live_by(KINDS, 200),
        *(guard_steps(course) for course in COURSES),
        *(let_gate_step(course) for course in COURSES),
        run_file("closing.sql", SQL),
    ]
