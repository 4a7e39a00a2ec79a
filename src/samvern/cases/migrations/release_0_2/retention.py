# SPDX-License-Identifier: EUPL-1.2
"""Tables of retention in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="ErasureCertificate",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            ("case_id", models.UUIDField(db_index=True)),
            ("rule", models.CharField(max_length=60)),
            ("action", models.SlugField(default="delete", max_length=20)),
            ("receipt", models.CharField(blank=True, default="", max_length=60)),
            ("erased_at", models.DateTimeField()),
            ("keys_destroyed", models.PositiveIntegerField()),
            ("files_destroyed", models.PositiveIntegerField()),
            ("rows_erased", models.JSONField()),
            ("decisions", models.JSONField()),
            ("digest", models.CharField(max_length=64)),
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
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.unit",
                ),
            ),
        ],
        options={
            "db_table": "cases_certificate",
            "ordering": ("-erased_at",),
        },
    ),
    migrations.CreateModel(
        name="ErasureProposal",
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
            ("case_id", models.UUIDField(db_index=True)),
            ("rule", models.CharField(max_length=60)),
            ("action", models.SlugField(max_length=20)),
            ("due_on", models.DateField()),
            (
                "state",
                models.CharField(
                    choices=[
                        ("proposed", "Waiting for a decision"),
                        ("confirmed", "Confirmed by one, waiting for another"),
                        ("done", "Carried out"),
                        ("rejected", "Rejected"),
                    ],
                    default="proposed",
                    max_length=10,
                ),
            ),
            ("receipt", models.CharField(blank=True, default="", max_length=60)),
            ("words_sealed", models.BinaryField(blank=True, null=True)),
            (
                "first_by",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
            (
                "second_by",
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
            "db_table": "cases_proposal",
            "ordering": ("due_on",),
        },
    ),
    migrations.AddConstraint(
        model_name="erasureproposal",
        constraint=models.UniqueConstraint(
            condition=models.Q(("state__in", ["proposed", "confirmed"])),
            fields=("case_id", "rule"),
            name="proposal_once",
        ),
    ),
]
