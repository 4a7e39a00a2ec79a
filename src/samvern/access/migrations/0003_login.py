# SPDX-License-Identifier: EUPL-1.2
"""Visits, invitations and second factors, and the walls around them."""

from django.db import migrations

from samvern.access.row_security import run_sql_file


class Migration(migrations.Migration):
    """Functions and rights alone; the tables behind them belong to the gate."""

    dependencies = [
        ("access", "0002_gate"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]
    operations = [run_sql_file("login.sql")]
