# SPDX-License-Identifier: EUPL-1.2
"""How often somebody can take rows out as a file; what is more delicate has its own allowance."""

from django.db import migrations

ADD = """
    SET LOCAL ROLE samvern_gate;
    INSERT INTO gate.allowance VALUES ('export', 20, 60);
    RESET ROLE;
"""
REMOVE = """
    SET LOCAL ROLE samvern_gate;
    DELETE FROM gate.allowance WHERE what = 'export';
    RESET ROLE;
"""


class Migration(migrations.Migration):
    """A row."""

    dependencies = [("access", "0004_told_first")]
    operations = [migrations.RunSQL(ADD, REMOVE)]
