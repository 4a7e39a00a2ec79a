# SPDX-License-Identifier: EUPL-1.2
"""The number of the present transaction is asked for once a statement, not once a row."""

from django.db import migrations


class Migration(migrations.Migration):
    """A policy says the same with a sub-select."""

    dependencies = [("access", "0006_organisation_names")]
    operations = [
        migrations.RunSQL(
            "ALTER POLICY told ON access_glass"
            " USING (tx IS DISTINCT FROM (SELECT pg_current_xact_id_if_assigned()))",
            "ALTER POLICY told ON access_glass USING (gate.told(tx))",
        )
    ]
