# SPDX-License-Identifier: EUPL-1.2
"""What guards the tables of this room in 0.2.0: functions, triggers, row security and rights.

With the migration before it, it stands for every migration of 0.1.0.
"""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql"
FILES = (
    "schemas",
    "tables",
    "gate",
    "programs",
    "alarm",
    "audit",
    "login",
    "visit_left",
    "courses",
    "phones",
    "keeping",
    "cooperating",
    "opening",
    "erasing",
    "auditing",
    "closing",
    "guidance",
    "reading",
    "telling",
    "seeing",
    "seats",
    "functions",
    "grants",
    "row_security",
    "data",
)


class Migration(migrations.Migration):
    """Frozen: a change of a function or a policy is a migration of its own."""

    replaces = [
        ("access", "0002_gate"),
        ("access", "0003_login"),
        ("access", "0004_courses"),
        ("access", "0005_programs"),
        ("access", "0006_visit_left"),
        ("access", "0007_opening"),
        ("access", "0008_phones"),
    ]
    dependencies = [
        ("access", "0001_release_0_2"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]
    operations = [
        # A function may name one that is made after it.
        migrations.RunSQL("SET LOCAL check_function_bodies = off"),
        *(migrations.RunSQL((SQL / f"{name}.sql").read_text(encoding="utf-8")) for name in FILES),
    ]
