# SPDX-License-Identifier: EUPL-1.2
"""Telling those who receive a share."""

from django.db import migrations

from samvern.access.walls import run_file


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_erasing")]
    operations = [run_file("receivers.sql")]
