# SPDX-License-Identifier: EUPL-1.2
"""Tables of handover in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Handover",
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
            (
                "state",
                models.CharField(
                    choices=[
                        ("offered", "Waiting for an answer"),
                        ("taken", "Taken over"),
                        ("declined", "Declined"),
                        ("recalled", "Recalled"),
                    ],
                    default="offered",
                    max_length=10,
                ),
            ),
            ("words_sealed", models.BinaryField()),
            ("answered_at", models.DateTimeField(blank=True, null=True)),
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
                "giver",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
            (
                "taker",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
        ],
        options={
            "ordering": ("-created_at",),
        },
    ),
    migrations.AddConstraint(
        model_name="handover",
        constraint=models.UniqueConstraint(
            condition=models.Q(("state", "offered")), fields=("case",), name="handover_one"
        ),
    ),
]
