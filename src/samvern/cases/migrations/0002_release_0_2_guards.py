# SPDX-License-Identifier: EUPL-1.2
"""What guards the tables of this room in 0.2.0: functions, triggers, row security and rights.

With the migration before it, it stands for every migration of 0.1.0.
"""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql"
FILES = (
    "tables",
    "audit",
    "opening",
    "glass",
    "keeping",
    "finding",
    "closing",
    "cooperating",
    "feeds",
    "erasing",
    "alarm",
    "auditing",
    "receivers",
    "known",
    "reading",
    "seats",
    "signs",
    "board",
    "grants",
    "triggers",
    "row_security",
    "data",
)


class Migration(migrations.Migration):
    """Frozen: a change of a function or a policy is a migration of its own."""

    replaces = [
        ("cases", "0001_initial"),
        ("cases", "0001_persons"),
        ("cases", "0002_walls"),
        ("cases", "0003_cooperating"),
        ("cases", "0004_clocks"),
        ("cases", "0005_erasing"),
        ("cases", "0006_receivers"),
        ("cases", "0007_closing"),
        ("cases", "0008_known"),
        ("cases", "0009_unit_phone"),
    ]
    dependencies = [("cases", "0001_release_0_2"), ("identity", "0002_release_0_2_guards")]
    operations = [
        # A function may name one that is made after it.
        migrations.RunSQL("SET LOCAL check_function_bodies = off"),
        *(migrations.RunSQL((SQL / f"{name}.sql").read_text(encoding="utf-8")) for name in FILES),
    ]
