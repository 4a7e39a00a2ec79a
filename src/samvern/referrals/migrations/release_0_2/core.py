# SPDX-License-Identifier: EUPL-1.2
"""Tables of core in 0.2.0."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="OpenedCase",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            ("referral_id", models.UUIDField(unique=True)),
            ("case_id", models.UUIDField(db_index=True)),
            (
                "created_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
        ],
        options={
            "db_table": "referrals_opened",
        },
    ),
    migrations.CreateModel(
        name="Referral",
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
            ("case_id", models.UUIDField(db_index=True, null=True)),
            ("person_id", models.UUIDField()),
            ("need", models.SlugField(max_length=30)),
            (
                "urgency",
                models.CharField(
                    choices=[
                        ("tonight", "Tonight: an answer within two hours"),
                        ("days3", "Soon: an answer within three days"),
                        ("days14", "Ordinary: an answer within fourteen days"),
                    ],
                    max_length=12,
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
            ("purpose", models.SlugField(max_length=60)),
            (
                "fields",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.SlugField(max_length=30), default=list, size=None
                ),
            ),
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
            ("share_until", models.DateTimeField()),
            ("due_at", models.DateTimeField()),
            (
                "created_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
            (
                "handed_from",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="referrals.referral",
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
            (
                "receiver",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.organisation",
                ),
            ),
            (
                "receiver_unit",
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
            "ordering": ("-created_at",),
        },
    ),
    migrations.CreateModel(
        name="Letter",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            ("case_id", models.UUIDField(db_index=True, null=True)),
            ("content_sealed", models.BinaryField()),
            (
                "of",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="letter",
                    to="referrals.referral",
                ),
            ),
        ],
        options={
            "abstract": False,
        },
    ),
    migrations.CreateModel(
        name="ReferralStep",
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
            ("case_id", models.UUIDField(db_index=True, null=True)),
            ("words_sealed", models.BinaryField(blank=True, null=True)),
            ("call_sealed", models.BinaryField(blank=True, null=True)),
            ("happened_on", models.DateField(blank=True, null=True)),
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
                    to="referrals.referral",
                ),
            ),
            (
                "suggested",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.organisation",
                ),
            ),
        ],
        options={
            "ordering": ("created_at",),
            "abstract": False,
        },
    ),
    migrations.AddField(
        model_name="referral",
        name="service",
        field=models.ForeignKey(
            blank=True,
            null=True,
            on_delete=django.db.models.deletion.PROTECT,
            related_name="+",
            to="referrals.service",
        ),
    ),
    migrations.AddIndex(
        model_name="referral",
        index=models.Index(fields=["receiver", "state", "due_at"], name="referral_to"),
    ),
    migrations.AddIndex(
        model_name="referral",
        index=models.Index(fields=["organisation", "state", "due_at"], name="referral_from"),
    ),
]
