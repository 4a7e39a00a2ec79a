# SPDX-License-Identifier: EUPL-1.2
"""Tables of board in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Reminder",
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
            ("to_holder", models.BooleanField(default=True)),
            (
                "text",
                models.CharField(
                    choices=[
                        (
                            "deadline",
                            "A time limit is about to end, or has ended. Is it in hand?",
                        ),
                        ("waiting", "Something has waited long. What stands in the way?"),
                        ("holder", "Is this case still with you?"),
                        ("contact", "Call me, so that we can find a way together."),
                    ],
                    max_length=12,
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
        ],
        options={
            "db_table": "coordination_nudge",
        },
    ),
    migrations.CreateModel(
        name="ReminderStep",
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
                    to="coordination.reminder",
                ),
            ),
        ],
        options={
            "db_table": "coordination_nudgestep",
            "ordering": ("created_at",),
            "abstract": False,
        },
    ),
    migrations.CreateModel(
        name="BoardRule",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            (
                "shows",
                models.CharField(
                    choices=[
                        ("lines", "One line for each person, without names"),
                        ("counts", "Only how many"),
                        ("nothing", "Nothing"),
                    ],
                    max_length=10,
                ),
            ),
            (
                "made_by",
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
            "indexes": [
                models.Index(fields=["organisation", "-created_at"], name="boardrule_latest")
            ],
        },
    ),
    migrations.AddIndex(
        model_name="reminder",
        index=models.Index(fields=["person_id", "-created_at"], name="nudge_of_person"),
    ),
]
