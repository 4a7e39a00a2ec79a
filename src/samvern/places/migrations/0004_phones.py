# SPDX-License-Identifier: EUPL-1.2
"""Whom to ring once a room is confirmed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("places", "0003_closing")]
    operations = [
        migrations.AddField("bookingstep", "call_sealed", models.BinaryField(blank=True, null=True))
    ]
