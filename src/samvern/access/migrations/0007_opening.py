# SPDX-License-Identifier: EUPL-1.2
"""What a leader says must be followed up after an emergency opening."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0006_visit_left")]
    operations = [
        migrations.AddField("glass", "words_sealed", models.BinaryField(blank=True, null=True)),
    ]
