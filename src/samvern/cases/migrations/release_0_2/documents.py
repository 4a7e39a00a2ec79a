# SPDX-License-Identifier: EUPL-1.2
"""Tables of documents in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Document",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            ("title_sealed", models.BinaryField()),
            ("media_type", models.CharField(max_length=100)),
            ("extension", models.CharField(blank=True, default="", max_length=8)),
            ("size", models.PositiveBigIntegerField()),
            ("sha256", models.CharField(max_length=64)),
            (
                "state",
                models.CharField(
                    choices=[
                        ("quarantine", "Waiting to be scanned"),
                        ("clean", "Scanned, nothing found"),
                        ("unscanned", "Not scanned: no scanner is set up"),
                        ("infected", "Malware found: locked"),
                    ],
                    default="quarantine",
                    max_length=12,
                ),
            ),
            ("scanned_at", models.DateTimeField(blank=True, null=True)),
            ("removed_at", models.DateTimeField(blank=True, null=True)),
            ("removal_sealed", models.BinaryField(blank=True, null=True)),
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
                "removed_by",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
        ],
        options={
            "ordering": ("-created_at",),
        },
    ),
]
