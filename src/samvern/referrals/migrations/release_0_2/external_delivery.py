# SPDX-License-Identifier: EUPL-1.2
"""Tables of external delivery in 0.2.0."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="ExternalReferral",
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
            ("case_id", models.UUIDField(db_index=True)),
            ("person_id", models.UUIDField()),
            (
                "way",
                models.CharField(
                    choices=[
                        ("link", "Sealed link, opened with a code you read out"),
                        ("letter", "Letter on paper"),
                    ],
                    max_length=10,
                ),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("child_welfare", "Child welfare service"),
                        ("health", "Health care"),
                        ("municipality", "Municipality"),
                        ("crisis_centre", "Crisis centre"),
                        ("nav_social", "Nav"),
                        ("police", "Police"),
                        ("immigration", "Immigration authority"),
                        ("lawyer", "Lawyer"),
                        ("ngo", "Voluntary organisation"),
                        ("private_person", "Another"),
                    ],
                    max_length=20,
                ),
            ),
            ("need", models.SlugField(max_length=30)),
            ("purpose", models.SlugField(max_length=60)),
            (
                "fields",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.SlugField(max_length=30), default=list, size=None
                ),
            ),
            (
                "basis",
                models.CharField(
                    choices=[
                        ("consent", "The person's consent"),
                        ("statute", "A provision of law"),
                    ],
                    max_length=12,
                ),
            ),
            ("provision", models.CharField(blank=True, max_length=200)),
            ("consent_id", models.UUIDField(blank=True, db_index=True, null=True)),
            ("crossing_id", models.UUIDField(blank=True, db_index=True, null=True)),
            ("language", models.CharField(max_length=2)),
            ("receiver_sealed", models.BinaryField()),
            ("message_sealed", models.BinaryField(blank=True, null=True)),
            ("answer_sealed", models.BinaryField(blank=True, null=True)),
            ("expires_at", models.DateTimeField(blank=True, null=True)),
            (
                "created_by",
                models.ForeignKey(
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
            "db_table": "referrals_sending",
            "ordering": ("-created_at",),
        },
    ),
    migrations.CreateModel(
        name="ExternalReferralStep",
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
            ("case_id", models.UUIDField(db_index=True)),
            ("words_sealed", models.BinaryField(blank=True, null=True)),
            (
                "made_by",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
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
                    to="referrals.externalreferral",
                ),
            ),
        ],
        options={
            "db_table": "referrals_sendingstep",
        },
    ),
]
