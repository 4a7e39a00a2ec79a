# SPDX-License-Identifier: EUPL-1.2
"""Programs act by tokens of their own, with less than our jobs have."""

from django.db import migrations

from samvern.access.row_security import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("access", "0004_courses")]
    operations = [run_sql_file("programs.sql")]
