# SPDX-License-Identifier: EUPL-1.2
"""A question ends with the case it came from."""

from pathlib import Path

from django.db import migrations

from samvern.access.living import let_gate_step, live_by
from samvern.access.walls import run_file
from samvern.contacts.living import COURSES, KINDS

SQL = Path(__file__).parents[1] / "sql"


class Migration(migrations.Migration):
    dependencies = [("contacts", "0002_walls"), ("cases", "0007_closing")]
    operations = [
        *live_by(KINDS, 300),
        *(let_gate_step(course) for course in COURSES),
        migrations.RunSQL(
            "GRANT INSERT ON contacts_questionstep TO samvern_gate;"
            "CREATE POLICY living_ended ON contacts_questionstep FOR INSERT TO samvern_gate "
            "WITH CHECK (true)",
            migrations.RunSQL.noop,
        ),
        run_file("closing.sql", SQL),
    ]
