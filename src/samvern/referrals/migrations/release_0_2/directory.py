# SPDX-License-Identifier: EUPL-1.2
"""Tables of directory in 0.2.0."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Service",
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
            ("name", models.CharField(max_length=120)),
            ("words", models.CharField(blank=True, max_length=600)),
            (
                "needs",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.SlugField(max_length=30), size=None
                ),
            ),
            (
                "regions",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(max_length=60),
                    blank=True,
                    default=list,
                    size=None,
                ),
            ),
            (
                "sexes",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.SlugField(max_length=12),
                    blank=True,
                    default=list,
                    size=None,
                ),
            ),
            ("youngest", models.PositiveSmallIntegerField(blank=True, null=True)),
            ("oldest", models.PositiveSmallIntegerField(blank=True, null=True)),
            ("with_children", models.BooleanField(blank=True, null=True)),
            (
                "languages",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(max_length=40),
                    blank=True,
                    default=list,
                    size=None,
                ),
            ),
            ("accessible", models.BooleanField(blank=True, null=True)),
            ("phone", models.CharField(blank=True, db_default="", default="", max_length=40)),
            (
                "phone_hours",
                models.CharField(blank=True, db_default="", default="", max_length=80),
            ),
            ("round_the_clock", models.BooleanField(default=False)),
            ("hours", models.JSONField(blank=True, default=dict)),
            ("active", models.BooleanField(default=True)),
            (
                "organisation",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.organisation",
                ),
            ),
            (
                "unit",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.unit",
                ),
            ),
        ],
        options={
            "ordering": ("name",),
        },
    ),
]
