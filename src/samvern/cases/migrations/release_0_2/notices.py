# SPDX-License-Identifier: EUPL-1.2
"""Tables of notices in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Notice",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            ("case_id", models.UUIDField(blank=True, db_index=True, null=True)),
            ("kind", models.SlugField(max_length=40)),
            ("about_id", models.UUIDField(blank=True, null=True)),
            ("key", models.CharField(max_length=120)),
            ("read_at", models.DateTimeField(blank=True, null=True)),
            ("mailed_at", models.DateTimeField(blank=True, null=True)),
            (
                "member",
                models.ForeignKey(
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
    migrations.AddIndex(
        model_name="notice",
        index=models.Index(fields=["member", "read_at", "-created_at"], name="notice_of"),
    ),
    migrations.AddConstraint(
        model_name="notice",
        constraint=models.UniqueConstraint(fields=("member", "key"), name="notice_once"),
    ),
]
