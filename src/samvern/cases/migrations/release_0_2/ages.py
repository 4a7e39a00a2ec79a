# SPDX-License-Identifier: EUPL-1.2
"""Tables of ages in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="AgeTold",
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
                "source",
                models.CharField(
                    choices=[
                        ("guide", "The guide"),
                        ("helpline", "The helpline"),
                        ("referral", "The referral"),
                        ("answers", "The answers about the person"),
                        ("claim", "A date of birth"),
                    ],
                    max_length=10,
                ),
            ),
            ("told_on", models.DateField()),
            ("span_sealed", models.BinaryField()),
            ("about_id", models.UUIDField(blank=True, null=True)),
            ("confirmed_at", models.DateTimeField(blank=True, null=True)),
            ("dropped_at", models.DateTimeField(blank=True, null=True)),
            (
                "created_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
            (
                "case",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="cases.case",
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
            "ordering": ("created_at",),
        },
    ),
]
