# SPDX-License-Identifier: EUPL-1.2
"""Tables of external cross border in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="CrossBorderReferral",
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
                "kind",
                models.CharField(
                    choices=[
                        ("other_mechanism", "Referral to another state’s mechanism"),
                        ("assisted_return", "Assisted return"),
                    ],
                    max_length=20,
                ),
            ),
            ("country", models.CharField(max_length=2)),
            (
                "receiver_kind",
                models.CharField(
                    choices=[
                        ("iom", "IOM (International Organization for Migration)"),
                        ("focal_point", "Focal point of the state’s referral mechanism"),
                        ("authority", "Another authority"),
                        ("child_protection", "Child protection authority"),
                        ("ngo", "Voluntary organisation"),
                    ],
                    max_length=20,
                ),
            ),
            ("receiver_sealed", models.BinaryField()),
            ("consent_id", models.UUIDField(blank=True, db_index=True, null=True)),
            (
                "transfer",
                models.CharField(
                    choices=[
                        ("eea", "The country is in the EEA: no separate basis is needed"),
                        ("adequate", "Decision on adequate protection (article 45)"),
                        (
                            "safeguards",
                            "Appropriate safeguards, such as an agreement (article 46)",
                        ),
                        (
                            "consent",
                            "Her explicit consent, told of the risk (article 49(1)(a))",
                        ),
                        ("vital", "Vital interests, and she cannot consent (article 49(1)(f))"),
                        ("public", "Important public interest in law (article 49(1)(d))"),
                    ],
                    max_length=12,
                ),
            ),
            ("accompanied", models.BooleanField(blank=True, null=True)),
            ("travels_on", models.DateField(blank=True, null=True)),
            ("documents_sealed", models.BinaryField(blank=True, null=True)),
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
            "db_table": "referrals_crossing",
            "ordering": ("-created_at",),
        },
    ),
    migrations.CreateModel(
        name="CrossBorderCheck",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            ("case_id", models.UUIDField(db_index=True)),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("wish", "Her own wish"),
                        ("risk", "Risk"),
                        ("prosecutor", "Prosecutor"),
                        ("stay", "Stay in Norway"),
                        ("child_welfare", "Child welfare"),
                        ("guardian", "Guardian or representative"),
                        ("best_interests", "The child’s best interests"),
                    ],
                    max_length=16,
                ),
            ),
            ("outcome", models.SlugField(max_length=16)),
            ("done_on", models.DateField()),
            ("rule", models.CharField(blank=True, max_length=60)),
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
                "of",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="checks",
                    to="referrals.crossborderreferral",
                ),
            ),
        ],
        options={
            "db_table": "referrals_crossingcheck",
            "ordering": ("created_at",),
        },
    ),
    migrations.CreateModel(
        name="CrossBorderReferralStep",
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
            ("happened_on", models.DateField(blank=True, null=True)),
            ("words_sealed", models.BinaryField(blank=True, null=True)),
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
                    to="referrals.crossborderreferral",
                ),
            ),
        ],
        options={
            "db_table": "referrals_crossingstep",
        },
    ),
]
