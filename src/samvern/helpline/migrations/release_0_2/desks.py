# SPDX-License-Identifier: EUPL-1.2
"""Tables of desks in 0.2.0."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="AdvisoryDesk",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            ("name", models.CharField(max_length=120)),
            ("actor_code", models.SlugField(blank=True, max_length=60)),
            (
                "topics",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("child", "Children and child welfare"),
                            ("identify", "Signs and identification"),
                            ("safety", "Safety and threats"),
                            ("stay", "Residence and return"),
                            ("shelter", "A place to stay"),
                            ("money", "Money, work and Nav"),
                            ("health", "Health"),
                            ("police", "Police and the criminal case"),
                            ("secrecy", "Secrecy and sharing"),
                            ("other", "Something else"),
                        ],
                        max_length=16,
                    ),
                    default=list,
                    size=None,
                ),
            ),
            ("days", models.PositiveSmallIntegerField(default=3)),
            ("is_open", models.BooleanField(default=True)),
            (
                "organisation",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.organisation",
                ),
            ),
            (
                "unit",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.unit",
                ),
            ),
        ],
        options={
            "db_table": "contacts_desk",
            "ordering": ("name",),
        },
    ),
]
