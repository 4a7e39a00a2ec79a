# SPDX-License-Identifier: EUPL-1.2
"""Tables of questions in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="AdviceQuestion",
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
            (
                "circle",
                models.CharField(
                    choices=[
                        ("unit", "Everyone in my unit"),
                        ("me", "Only I, and those on the case it came from"),
                    ],
                    default="unit",
                    max_length=8,
                ),
            ),
            (
                "topic",
                models.CharField(
                    choices=[
                        ("child", "Children and child welfare"),
                        ("identify", "Signs and identification"),
                        ("safety", "Safety and threats"),
                        ("stay", "Residence and return"),
                        ("shelter", "A place to stay"),
                        ("money", "Money, work and Nav"),
                        ("health", "Health"),
                        ("police", "Police and the criminal case"),
                        ("secrecy", "Secrecy and sharing"),
                        ("other", "Something else"),
                    ],
                    max_length=16,
                ),
            ),
            ("about_child", models.BooleanField(default=False)),
            ("language", models.CharField(default="nb", max_length=2)),
            ("text_sealed", models.BinaryField(blank=True, null=True)),
            ("kept", models.SlugField(blank=True, max_length=24)),
            ("due_on", models.DateField()),
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
            (
                "receiver_unit",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.unit",
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
            "db_table": "contacts_question",
            "ordering": ("-created_at",),
        },
    ),
    migrations.CreateModel(
        name="AdviceQuestionStep",
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
                    to="contacts.advicequestion",
                ),
            ),
        ],
        options={
            "db_table": "contacts_questionstep",
        },
    ),
    migrations.AddField(
        model_name="advicequestion",
        name="desk",
        field=models.ForeignKey(
            on_delete=django.db.models.deletion.PROTECT,
            related_name="+",
            to="contacts.advisorydesk",
        ),
    ),
    migrations.CreateModel(
        name="QuestionOrigin",
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
                "created_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
            (
                "question",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="contacts.advicequestion",
                ),
            ),
        ],
        options={
            "db_table": "contacts_origin",
        },
    ),
    migrations.AddIndex(
        model_name="advicequestion",
        index=models.Index(fields=["receiver", "state", "due_on"], name="question_to"),
    ),
    migrations.AddIndex(
        model_name="advicequestion",
        index=models.Index(fields=["organisation", "-created_at"], name="question_from"),
    ),
]
