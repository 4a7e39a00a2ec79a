# SPDX-License-Identifier: EUPL-1.2
"""Tables of drafts in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Draft",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            ("case_id", models.UUIDField(blank=True, null=True)),
            ("form", models.CharField(max_length=160)),
            ("content_sealed", models.BinaryField()),
            ("changed_at", models.DateTimeField(auto_now=True)),
            (
                "member",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="+",
                    to="access.member",
                ),
            ),
        ],
    ),
    migrations.AddConstraint(
        model_name="draft",
        constraint=models.UniqueConstraint(fields=("member", "form"), name="draft_once"),
    ),
]
