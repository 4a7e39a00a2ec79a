# SPDX-License-Identifier: EUPL-1.2
"""Tables of persons in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Relation",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("parent", "is the parent of"),
                        ("sibling", "is the sibling of"),
                        ("partner", "is the partner of"),
                        ("guardian", "is the guardian of"),
                        ("co_victim", "was exploited together with"),
                    ],
                    max_length=20,
                ),
            ),
            ("ended_at", models.DateTimeField(blank=True, null=True)),
            (
                "case",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="cases.case",
                ),
            ),
            (
                "created_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
            (
                "other",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="cases.person",
                ),
            ),
            (
                "person",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="cases.person",
                ),
            ),
        ],
        options={
            "abstract": False,
        },
    ),
]
