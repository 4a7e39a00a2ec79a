# SPDX-License-Identifier: EUPL-1.2
"""Tables of api clients in 0.2.0."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="ApiClient",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            ("state", models.SlugField(max_length=24)),
            ("state_since", models.DateTimeField(auto_now_add=True)),
            ("name", models.CharField(max_length=80)),
            ("client_id", models.SlugField(max_length=40, unique=True)),
            (
                "scopes",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(max_length=40), size=None
                ),
            ),
            ("used_at", models.DateTimeField(blank=True, null=True)),
            (
                "created_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
            (
                "member",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
            (
                "organisation",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.organisation",
                ),
            ),
        ],
        options={
            "db_table": "coordination_program",
            "ordering": ("name",),
        },
    ),
    migrations.CreateModel(
        name="ApiClientStep",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            ("move", models.SlugField(max_length=24)),
            ("start", models.SlugField(default="", editable=False, max_length=24)),
            ("finish", models.SlugField(default="", editable=False, max_length=24)),
            ("side", models.SlugField(default="", editable=False, max_length=12)),
            ("reason", models.SlugField(blank=True, max_length=40)),
            (
                "made_by",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
            (
                "of",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="steps",
                    to="coordination.apiclient",
                ),
            ),
        ],
        options={
            "db_table": "coordination_programstep",
        },
    ),
]
