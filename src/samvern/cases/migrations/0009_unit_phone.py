# SPDX-License-Identifier: EUPL-1.2
"""An administrator writes her units' numbers. Stands after ``0005_erasing``, which takes every right
to change a unit but its name.
"""

from django.db import migrations

GRANT = "GRANT UPDATE (phone) ON access_unit TO samvern_app"
REVOKE = "REVOKE UPDATE (phone) ON access_unit FROM samvern_app"


class Migration(migrations.Migration):
    dependencies = [("access", "0008_phones"), ("cases", "0008_known")]
    operations = [migrations.RunSQL(GRANT, REVOKE)]
