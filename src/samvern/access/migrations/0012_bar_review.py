# SPDX-License-Identifier: EUPL-1.2
"""When a leader looks again at who is shut out of a case."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A day; the database fills it in."""

    dependencies = [("access", "0011_factors_once")]
    operations = [
        migrations.AddField("accessblock", "review_on", models.DateField(blank=True, null=True))
    ]
