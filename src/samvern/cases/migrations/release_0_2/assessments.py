# SPDX-License-Identifier: EUPL-1.2
"""Tables of assessments in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Assessment",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("identification", "Identification"),
                        ("verification", "Verification by an authority"),
                        ("age", "Age"),
                    ],
                    max_length=20,
                ),
            ),
            ("authority", models.SlugField(max_length=40)),
            (
                "step",
                models.CharField(
                    choices=[
                        ("possible", "Possible victim"),
                        ("presumed", "Presumed victim (reasonable grounds)"),
                        ("verified", "Verified victim"),
                        ("not_verified", "Not verified"),
                        ("withdrawn", "Assessment withdrawn"),
                    ],
                    max_length=20,
                ),
            ),
            ("decided_on", models.DateField()),
            ("decided_by", models.CharField(blank=True, max_length=120)),
            ("ground_sealed", models.BinaryField()),
            ("facts_sealed", models.BinaryField(blank=True, null=True)),
            ("result_sealed", models.BinaryField(blank=True, null=True)),
            ("pack", models.CharField(blank=True, max_length=40)),
            ("pack_version", models.CharField(blank=True, max_length=40)),
            ("pack_hash", models.CharField(blank=True, max_length=64)),
            (
                "created_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
            (
                "differs_from",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="cases.assessment",
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
            "ordering": ("decided_on", "created_at"),
        },
    ),
]
