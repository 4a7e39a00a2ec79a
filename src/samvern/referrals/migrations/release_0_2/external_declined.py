# SPDX-License-Identifier: EUPL-1.2
"""Tables of external declined in 0.2.0."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="DeclinedReferral",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("month", models.DateField()),
            ("region", models.SlugField(max_length=20)),
            ("form", models.SlugField(max_length=20)),
            ("age", models.SlugField(max_length=12)),
            ("sex", models.SlugField(max_length=12)),
            ("met_by", models.SlugField(max_length=20)),
            (
                "offered",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.SlugField(max_length=20), default=list, size=None
                ),
            ),
            ("reason", models.SlugField(max_length=20)),
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
            "db_table": "referrals_unnamed",
        },
    ),
]
