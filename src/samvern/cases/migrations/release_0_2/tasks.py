# SPDX-License-Identifier: EUPL-1.2
"""Tables of tasks in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Task",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            ("version", models.PositiveIntegerField(default=1)),
            ("changed_at", models.DateTimeField(auto_now=True)),
            ("text_sealed", models.BinaryField()),
            ("rule", models.CharField(blank=True, db_default="", default="", max_length=60)),
            ("due_on", models.DateField(blank=True, null=True)),
            ("done_at", models.DateTimeField(blank=True, null=True)),
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
                "owner",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
        ],
        options={
            "ordering": ("due_on", "created_at"),
        },
    ),
    migrations.AddIndex(
        model_name="task",
        index=models.Index(fields=["owner", "done_at", "due_on"], name="task_of_owner"),
    ),
]
