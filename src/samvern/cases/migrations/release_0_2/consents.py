# SPDX-License-Identifier: EUPL-1.2
"""Tables of consents in 0.2.0."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Consent",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            ("purpose", models.SlugField(max_length=60)),
            ("recipient_text", models.CharField(blank=True, max_length=120)),
            (
                "categories",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("case", "That the case exists, and who has it"),
                            ("identity", "Names, numbers and contact details"),
                            ("assessment", "Assessments and decisions"),
                            ("rights", "Answers, rights and deadlines"),
                            ("assistance", "Help given and refused"),
                            ("plan", "Plan, tasks and safety"),
                            ("notes", "Notes"),
                            ("documents", "Documents"),
                            ("consent", "Consents"),
                        ],
                        max_length=20,
                    ),
                    size=None,
                ),
            ),
            ("language", models.CharField(max_length=40)),
            ("interpreter", models.BooleanField(default=False)),
            ("form", models.SlugField(default="oral", max_length=20)),
            ("given_at", models.DateTimeField()),
            ("refused", models.BooleanField(default=False)),
            ("expires_on", models.DateField(blank=True, null=True)),
            ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
            ("words_sealed", models.BinaryField(blank=True, null=True)),
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
                "recipient",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.organisation",
                ),
            ),
            (
                "withdrawn_by",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
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
            "ordering": ("-given_at",),
        },
    ),
]
