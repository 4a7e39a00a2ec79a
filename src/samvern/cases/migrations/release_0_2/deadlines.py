# SPDX-License-Identifier: EUPL-1.2
"""Tables of deadlines in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Deadline",
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
            ("clock", models.CharField(blank=True, max_length=60)),
            ("title_sealed", models.BinaryField(blank=True, null=True)),
            ("starts_on", models.DateField(blank=True, null=True)),
            ("due_on", models.DateField(blank=True, null=True)),
            ("due_at", models.DateTimeField(blank=True, null=True)),
            ("latest_on", models.DateField(blank=True, null=True)),
            (
                "state",
                models.CharField(
                    choices=[
                        ("running", "Running"),
                        ("met", "Met"),
                        ("stopped", "Stopped"),
                        ("gone", "No longer applies"),
                    ],
                    default="running",
                    max_length=10,
                ),
            ),
            ("extended_to", models.DateField(blank=True, null=True)),
            ("reason_sealed", models.BinaryField(blank=True, null=True)),
            ("pack_hash", models.CharField(blank=True, max_length=64)),
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
            (
                "person",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="cases.person",
                ),
            ),
        ],
        options={
            "ordering": ("due_on",),
        },
    ),
    migrations.AddIndex(
        model_name="deadline",
        index=models.Index(fields=["owner", "state", "due_on"], name="deadline_of_owner"),
    ),
    migrations.AddConstraint(
        model_name="deadline",
        constraint=models.UniqueConstraint(
            condition=models.Q(("state", "running"), models.Q(("clock", ""), _negated=True)),
            fields=("person", "clock", "starts_on"),
            name="clock_once",
        ),
    ),
]
