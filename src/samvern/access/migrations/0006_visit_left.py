# SPDX-License-Identifier: EUPL-1.2
"""How long a visit lasts is rounded up, so that a page never ends one that is still alive."""

from django.db import migrations

from samvern.access.row_security import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("access", "0005_programs")]
    operations = [run_sql_file("visit_left.sql")]
