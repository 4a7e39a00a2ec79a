# SPDX-License-Identifier: EUPL-1.2
"""A mark that a letter was sent is taken back when it could not be sent; all else stays held."""

from django.db import migrations

from samvern.access.row_security import hold_columns


class Migration(migrations.Migration):
    """One guard, written anew."""

    dependencies = [("cases", "0009_barring")]
    operations = [hold_columns("cases_notice", free=("mailed_at",), once=("read_at",))]
