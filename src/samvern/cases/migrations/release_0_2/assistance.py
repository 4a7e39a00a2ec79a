# SPDX-License-Identifier: EUPL-1.2
"""Tables of assistance in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Assistance",
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
            ("kind", models.SlugField(max_length=60)),
            ("provider", models.CharField(max_length=120)),
            (
                "state",
                models.CharField(
                    choices=[
                        ("asked", "Asked for"),
                        ("given", "Given"),
                        ("ended", "Ended"),
                        ("declined", "The person said no"),
                        ("refused", "The provider said no"),
                    ],
                    max_length=12,
                ),
            ),
            ("since", models.DateField(blank=True, null=True)),
            ("until", models.DateField(blank=True, null=True)),
            ("ground", models.SlugField(blank=True, max_length=40)),
            ("words_sealed", models.BinaryField(blank=True, null=True)),
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
            "ordering": ("-since", "-created_at"),
        },
    ),
]
