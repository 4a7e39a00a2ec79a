# SPDX-License-Identifier: EUPL-1.2
"""The tables of this room in 0.2.0."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("coordination", "0001_doors")]

    initial = True

    dependencies = [
        ("access", "0001_release_0_2"),
    ]

    operations = [
        migrations.CreateModel(
            name="ApiClient",
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
                ("name", models.CharField(max_length=80)),
                ("client_id", models.SlugField(max_length=40, unique=True)),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), size=None
                    ),
                ),
                ("used_at", models.DateTimeField(blank=True, null=True)),
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
                    models.OneToOneField(
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
                "db_table": "coordination_program",
                "ordering": ("name",),
            },
        ),
        migrations.CreateModel(
            name="ApiClientStep",
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
                        to="coordination.apiclient",
                    ),
                ),
            ],
            options={
                "db_table": "coordination_programstep",
            },
        ),
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
            name="DigestRule",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "letters",
                    models.CharField(
                        choices=[
                            ("at_once", "At once"),
                            ("digest", "Gathered, once a day"),
                            ("off", "Never: I read them in Samvern"),
                        ],
                        default="at_once",
                        max_length=12,
                    ),
                ),
                ("digest_at", models.TimeField(blank=True, null=True)),
                ("quiet_from", models.TimeField(blank=True, null=True)),
                ("quiet_to", models.TimeField(blank=True, null=True)),
                ("quiet_weekends", models.BooleanField(default=False)),
                ("urgent_passes", models.BooleanField(default=True)),
                ("language", models.CharField(default="nb", max_length=8)),
                (
                    "member",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.member",
                    ),
                ),
            ],
            options={
                "db_table": "coordination_tellingrule",
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
            name="Webhook",
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
                ("url", models.URLField(max_length=400)),
                (
                    "events",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=24), size=None
                    ),
                ),
                ("secret_sealed", models.BinaryField()),
                ("former_sealed", models.BinaryField(null=True)),
                ("failures", models.PositiveIntegerField(default=0)),
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
                "db_table": "coordination_hook",
                "ordering": ("created_at",),
            },
        ),
        migrations.CreateModel(
            name="WebhookDelivery",
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
                ("event", models.CharField(max_length=24)),
                ("about_id", models.UUIDField()),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
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
                    "hook",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="coordination.webhook",
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
                "db_table": "coordination_delivery",
                "ordering": ("-created_at",),
            },
        ),
        migrations.CreateModel(
            name="WebhookDeliveryStep",
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
                ("answer", models.PositiveSmallIntegerField(null=True)),
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
                        to="coordination.webhookdelivery",
                    ),
                ),
            ],
            options={
                "db_table": "coordination_deliverystep",
            },
        ),
        migrations.CreateModel(
            name="WebhookStep",
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
                        to="coordination.webhook",
                    ),
                ),
            ],
            options={
                "db_table": "coordination_hookstep",
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
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(fields=["person_id", "-created_at"], name="nudge_of_person"),
        ),
        migrations.AddIndex(
            model_name="webhookdelivery",
            index=models.Index(
                condition=models.Q(("state__in", ("queued", "failed"))),
                fields=["organisation", "due_at"],
                name="delivery_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="webhookdelivery",
            constraint=models.UniqueConstraint(fields=("hook", "about_id"), name="delivery_once"),
        ),
    ]
