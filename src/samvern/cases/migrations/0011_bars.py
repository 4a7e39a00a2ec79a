# SPDX-License-Identifier: EUPL-1.2
"""No case is left without a leader by shutting leaders out, and each bar is looked at again."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parent / "sql/bars.sql"


class Migration(migrations.Migration):
    """Guards, functions, and a narrower policy."""

    dependencies = [("cases", "0010_mail_marks"), ("access", "0012_bar_review")]
    operations = [migrations.RunSQL(SQL.read_text(encoding="utf-8"))]
