# SPDX-License-Identifier: EUPL-1.2
"""Tables of conferences in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Conference",
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
            ("person_id", models.UUIDField(blank=True, null=True)),
            (
                "purpose",
                models.CharField(
                    choices=[
                        ("protection", "Safety and protection"),
                        ("housing", "A safe place to live"),
                        ("health", "Health care"),
                        ("legal_aid", "Legal aid and compensation"),
                        ("identification", "Identification as a victim"),
                        ("residence", "Residence and reflection period"),
                        ("criminal_case", "Report and criminal case"),
                        ("child_care", "Care and follow-up of a child"),
                        ("income", "Income, work and training"),
                        ("return", "Voluntary return"),
                        ("coordination", "Working together on the plan"),
                    ],
                    max_length=20,
                ),
            ),
            ("starts_at", models.DateTimeField()),
            ("lasts", models.PositiveSmallIntegerField(default=60)),
            ("where_sealed", models.BinaryField(blank=True, null=True)),
            ("agenda_sealed", models.BinaryField()),
            (
                "voice",
                models.CharField(
                    blank=True,
                    choices=[
                        ("takes_part", "Takes part"),
                        ("told", "Has said beforehand what she or he wants"),
                        ("represented", "A guardian or representative speaks for her or him"),
                        ("later", "Is heard before anything is decided"),
                        ("not", "Is not heard"),
                    ],
                    max_length=12,
                ),
            ),
            ("voice_sealed", models.BinaryField(blank=True, null=True)),
            ("moves", models.PositiveSmallIntegerField(default=0)),
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
            "ordering": ("-starts_at",),
        },
    ),
    migrations.CreateModel(
        name="ConferenceStep",
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
                    to="coordination.conference",
                ),
            ),
        ],
        options={
            "ordering": ("created_at",),
            "abstract": False,
        },
    ),
    migrations.CreateModel(
        name="Minutes",
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
                "category",
                models.CharField(
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
            ),
            ("version", models.PositiveSmallIntegerField(default=1)),
            ("text_sealed", models.BinaryField()),
            (
                "conference",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="minutes",
                    to="coordination.conference",
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
        ],
        options={
            "ordering": ("category", "-version"),
        },
    ),
    migrations.CreateModel(
        name="Participant",
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
            ("name", models.CharField(editable=False, max_length=120)),
            ("share_id", models.UUIDField(blank=True, null=True)),
            (
                "conference",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="seats",
                    to="coordination.conference",
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
                "member",
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
            "db_table": "coordination_seat",
            "ordering": ("created_at",),
        },
    ),
    migrations.CreateModel(
        name="MinutesAnswer",
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
                "verdict",
                models.CharField(
                    choices=[("agrees", "Agrees"), ("objects", "Objects")], max_length=10
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
                "minutes",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="answers",
                    to="coordination.minutes",
                ),
            ),
            (
                "seat",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="answers",
                    to="coordination.participant",
                ),
            ),
        ],
        options={
            "ordering": ("created_at",),
        },
    ),
    migrations.CreateModel(
        name="ParticipantStep",
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
                    to="coordination.participant",
                ),
            ),
        ],
        options={
            "db_table": "coordination_seatstep",
            "ordering": ("created_at",),
            "abstract": False,
        },
    ),
    migrations.CreateModel(
        name="PlanItem",
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
            ("what_sealed", models.BinaryField()),
            ("due_on", models.DateField(blank=True, null=True)),
            (
                "conference",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="items",
                    to="coordination.conference",
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
            (
                "seat",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="items",
                    to="coordination.participant",
                ),
            ),
        ],
        options={
            "ordering": ("due_on", "created_at"),
        },
    ),
    migrations.CreateModel(
        name="PlanItemStep",
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
                    to="coordination.planitem",
                ),
            ),
        ],
        options={
            "ordering": ("created_at",),
            "abstract": False,
        },
    ),
    migrations.AddConstraint(
        model_name="minutes",
        constraint=models.UniqueConstraint(
            fields=("conference", "category", "version"), name="minutes_version"
        ),
    ),
    migrations.AddIndex(
        model_name="participant",
        index=models.Index(fields=["member", "state"], name="seat_of_member"),
    ),
    migrations.AddConstraint(
        model_name="participant",
        constraint=models.UniqueConstraint(fields=("conference", "member"), name="seat_once"),
    ),
    migrations.AddConstraint(
        model_name="minutesanswer",
        constraint=models.UniqueConstraint(fields=("minutes", "seat"), name="minutes_answered"),
    ),
]
