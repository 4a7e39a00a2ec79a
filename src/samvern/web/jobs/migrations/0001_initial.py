# SPDX-License-Identifier: EUPL-1.2
"""Grant the queue to the application, and let jobs ask whom they act for and what to sign."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations

SQL = Path(__file__).parents[1] / "sql"
FILES = ("queue.sql", "services.sql", "heads.sql")


class Migration(migrations.Migration):
    """Statements alone: the tables are the queue's own."""

    initial = True
    dependencies: ClassVar = [
        ("access", "0002_release_0_2_guards"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]
    operations: ClassVar = [
        migrations.RunSQL((SQL / name).read_text(encoding="utf-8"), migrations.RunSQL.noop)
        for name in FILES
    ]
