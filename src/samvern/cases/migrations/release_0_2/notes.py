# SPDX-License-Identifier: EUPL-1.2
"""Tables of notes in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Note",
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
            (
                "kind",
                models.CharField(
                    choices=[
                        ("conversation", "Conversation"),
                        ("phone", "Phone call"),
                        ("meeting", "Meeting"),
                        ("observation", "Observation"),
                        ("other", "Other"),
                    ],
                    default="other",
                    max_length=20,
                ),
            ),
            ("happened_on", models.DateField()),
            ("text_sealed", models.BinaryField()),
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
        ],
        options={
            "ordering": ("-happened_on", "-created_at"),
        },
    ),
]
