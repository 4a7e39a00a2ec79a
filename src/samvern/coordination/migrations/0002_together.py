# SPDX-License-Identifier: EUPL-1.2
"""Tables of conferences and of the board."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0005_programs"),
        ("coordination", "0001_doors"),
    ]

    operations = [
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
            name="Nudge",
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
        ),
        migrations.CreateModel(
            name="NudgeStep",
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
                        to="coordination.nudge",
                    ),
                ),
            ],
            options={
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
        migrations.CreateModel(
            name="Seat",
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
                "ordering": ("created_at",),
            },
        ),
        migrations.AddField(
            model_name="planitem",
            name="seat",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items",
                to="coordination.seat",
            ),
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
                        to="coordination.seat",
                    ),
                ),
            ],
            options={
                "ordering": ("created_at",),
            },
        ),
        migrations.CreateModel(
            name="SeatStep",
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
                        to="coordination.seat",
                    ),
                ),
            ],
            options={
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
        migrations.AddConstraint(
            model_name="minutes",
            constraint=models.UniqueConstraint(
                fields=("conference", "category", "version"), name="minutes_version"
            ),
        ),
        migrations.AddIndex(
            model_name="nudge",
            index=models.Index(fields=["person_id", "-created_at"], name="nudge_of_person"),
        ),
        migrations.AddIndex(
            model_name="seat",
            index=models.Index(fields=["member", "state"], name="seat_of_member"),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.UniqueConstraint(fields=("conference", "member"), name="seat_once"),
        ),
        migrations.AddConstraint(
            model_name="minutesanswer",
            constraint=models.UniqueConstraint(fields=("minutes", "seat"), name="minutes_answered"),
        ),
    ]
