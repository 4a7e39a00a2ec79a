# SPDX-License-Identifier: EUPL-1.2
"""The table of published packs, which the application may read and nothing more."""

from typing import ClassVar

from django.db import migrations, models

GRANT = """
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'samvern_app') THEN
    GRANT SELECT ON publications_publication TO samvern_app;
  END IF;
END $$
"""


class Migration(migrations.Migration):
    """Make the table and grant it by name."""

    initial = True
    dependencies: ClassVar = []
    operations: ClassVar = [
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("hash", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("pack", models.SlugField()),
                ("version", models.CharField(max_length=40)),
                ("files", models.JSONField()),
                ("published_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={"ordering": ("pack", "published_at")},
        ),
        migrations.RunSQL(GRANT, migrations.RunSQL.noop),
    ]
