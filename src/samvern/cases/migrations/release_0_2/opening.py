# SPDX-License-Identifier: EUPL-1.2
"""Tables of opening in 0.2.0."""

import uuid

from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="GuideTransfer",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            ("code_hash", models.BinaryField(unique=True)),
            ("answers_sealed", models.BinaryField()),
            ("expires_at", models.DateTimeField()),
        ],
        options={
            "db_table": "cases_parcel",
        },
    ),
]
