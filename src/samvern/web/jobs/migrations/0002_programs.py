# SPDX-License-Identifier: EUPL-1.2
"""Jobs act as their own service, whatever programs an organisation has."""

from pathlib import Path
from typing import ClassVar

from django.db import migrations

FILE = Path(__file__).parents[1] / "sql" / "programs.sql"


class Migration(migrations.Migration):
    """One function, anew."""

    dependencies: ClassVar = [("jobs", "0001_initial"), ("access", "0002_release_0_2_guards")]
    operations: ClassVar = [
        migrations.RunSQL(FILE.read_text(encoding="utf-8"), migrations.RunSQL.noop)
    ]
