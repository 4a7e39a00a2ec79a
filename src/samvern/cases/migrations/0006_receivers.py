# SPDX-License-Identifier: EUPL-1.2
"""Telling those who receive a share."""

from django.db import migrations

from samvern.access.row_security import run_sql_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_erasing")]
    operations = [run_sql_file("receivers.sql")]
