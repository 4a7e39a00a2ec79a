# SPDX-License-Identifier: EUPL-1.2
"""Referrals, links and ways across a border end with their case."""

from pathlib import Path

from django.db import migrations

from samvern.access.living import guard_steps, live_by, sync_course
from samvern.access.walls import run_file
from samvern.referrals.living import COURSES, KINDS

SQL = Path(__file__).parents[1] / "sql"


class Migration(migrations.Migration):
    dependencies = [("referrals", "0012_outside_walls"), ("cases", "0007_closing")]
    operations = [
        *(sync_course(course) for course in COURSES),
        *live_by(KINDS, 100),
        *(guard_steps(course) for course in COURSES),
        run_file("closing.sql", SQL),
    ]
