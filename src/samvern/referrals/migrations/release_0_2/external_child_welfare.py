# SPDX-License-Identifier: EUPL-1.2
"""Tables of external child welfare in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="ChildWelfareReport",
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
            ("receiver_sealed", models.BinaryField(blank=True, null=True)),
            ("referral_id", models.UUIDField(blank=True, null=True)),
            (
                "how",
                models.CharField(
                    choices=[
                        ("phone", "By telephone"),
                        ("written", "In writing"),
                        ("referral", "By a referral in Samvern"),
                    ],
                    max_length=12,
                ),
            ),
            ("made_at", models.DateTimeField()),
            ("rule", models.CharField(max_length=60)),
            ("provision", models.CharField(max_length=200)),
            ("reply_on", models.DateField(blank=True, null=True)),
            ("deadline_id", models.UUIDField(blank=True, null=True)),
            (
                "heard",
                models.CharField(
                    choices=[
                        ("alone", "Talked with the child alone"),
                        ("interpreter", "Talked with the child, with an interpreter"),
                        ("trusted", "Together with somebody the child trusts"),
                        ("wrote", "The child wrote or drew"),
                        ("not_yet", "Not yet: the notification could not wait"),
                        ("not", "Not heard, for another reason"),
                    ],
                    max_length=12,
                ),
            ),
            ("heard_on", models.DateField(blank=True, null=True)),
            (
                "guardians",
                models.CharField(
                    choices=[
                        ("told", "They were told"),
                        ("danger", "No: it could put the child in danger"),
                        ("suspected", "No: somebody at home may be behind it"),
                        ("unknown", "No: nobody knows who they are"),
                        ("left", "No: child welfare or the police decide when"),
                    ],
                    max_length=12,
                ),
            ),
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
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.organisation",
                ),
            ),
        ],
        options={
            "db_table": "referrals_concern",
            "ordering": ("-made_at",),
        },
    ),
    migrations.CreateModel(
        name="ChildWelfareReportStep",
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
            ("happened_on", models.DateField()),
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
                    to="referrals.childwelfarereport",
                ),
            ),
        ],
        options={
            "db_table": "referrals_concernstep",
        },
    ),
]
