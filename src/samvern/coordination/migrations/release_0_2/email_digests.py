# SPDX-License-Identifier: EUPL-1.2
"""Tables of email digests in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="DigestRule",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            (
                "letters",
                models.CharField(
                    choices=[
                        ("at_once", "At once"),
                        ("digest", "Gathered, once a day"),
                        ("off", "Never: I read them in Samvern"),
                    ],
                    default="at_once",
                    max_length=12,
                ),
            ),
            ("digest_at", models.TimeField(blank=True, null=True)),
            ("quiet_from", models.TimeField(blank=True, null=True)),
            ("quiet_to", models.TimeField(blank=True, null=True)),
            ("quiet_weekends", models.BooleanField(default=False)),
            ("urgent_passes", models.BooleanField(default=True)),
            ("language", models.CharField(default="nb", max_length=8)),
            (
                "member",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
        ],
        options={
            "db_table": "coordination_tellingrule",
        },
    ),
]
