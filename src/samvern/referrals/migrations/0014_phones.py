# SPDX-License-Identifier: EUPL-1.2
"""A duty telephone of a service, and whom the sender can ring once a referral is accepted."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0013_closing")]
    operations = [
        migrations.AddField(
            "service",
            "phone",
            models.CharField(blank=True, db_default="", default="", max_length=40),
        ),
        migrations.AddField(
            "service",
            "phone_hours",
            models.CharField(blank=True, db_default="", default="", max_length=80),
        ),
        migrations.AddField(
            "referralstep", "call_sealed", models.BinaryField(blank=True, null=True)
        ),
    ]
