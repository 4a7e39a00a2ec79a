# SPDX-License-Identifier: EUPL-1.2
"""Tables of enquiries in 0.2.0."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Callback",
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
            ("due_at", models.DateTimeField()),
            ("reach_sealed", models.BinaryField(blank=True, null=True)),
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
                "unit",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.unit",
                ),
            ),
        ],
        options={
            "ordering": ("due_at",),
        },
    ),
    migrations.CreateModel(
        name="CallbackStep",
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
                    to="contacts.callback",
                ),
            ),
        ],
        options={
            "ordering": ("created_at",),
            "abstract": False,
        },
    ),
    migrations.CreateModel(
        name="Enquiry",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            ("at", models.DateTimeField(default=django.utils.timezone.now)),
            (
                "channel",
                models.CharField(
                    choices=[
                        ("phone", "Phone"),
                        ("chat", "Chat"),
                        ("mail", "E-mail"),
                        ("visit", "In person"),
                    ],
                    default="phone",
                    max_length=12,
                ),
            ),
            (
                "caller",
                models.CharField(
                    choices=[
                        ("self", "The person herself or himself"),
                        ("near", "Family or friend"),
                        ("professional", "Somebody at work: service, school, police"),
                        ("witness", "Customer, neighbour or witness"),
                        ("unknown", "Not known"),
                    ],
                    default="unknown",
                    max_length=16,
                ),
            ),
            (
                "about",
                models.CharField(
                    choices=[
                        ("presumed", "Presumed trafficking"),
                        ("possible", "Possible trafficking"),
                        ("information", "Information"),
                        ("other_help", "Needs other help"),
                        ("wrong_number", "Wrong number"),
                        ("silent", "Silent call"),
                        ("abuse", "Misuse of the line"),
                    ],
                    max_length=16,
                ),
            ),
            (
                "forms",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("sexual", "Prostitution or other sexual acts"),
                            ("work", "Work"),
                            ("crime", "Crime"),
                            ("begging", "Begging"),
                            ("domestic", "In a home"),
                            ("marriage", "Forced marriage"),
                            ("other", "Something else"),
                        ],
                        max_length=16,
                    ),
                    default=list,
                    size=None,
                ),
            ),
            ("language", models.CharField(blank=True, max_length=2)),
            ("interpreter", models.BooleanField(default=False)),
            (
                "age_group",
                models.CharField(
                    choices=[
                        ("child", "Under 18"),
                        ("young", "18–24"),
                        ("adult", "25 or older"),
                        ("unknown", "Not known"),
                    ],
                    default="unknown",
                    max_length=12,
                ),
            ),
            (
                "region",
                models.CharField(
                    choices=[
                        ("east", "Eastern Norway"),
                        ("south", "Southern Norway"),
                        ("west", "Western Norway"),
                        ("middle", "Middle Norway"),
                        ("north", "Northern Norway"),
                        ("abroad", "Abroad"),
                        ("unknown", "Not known"),
                    ],
                    default="unknown",
                    max_length=12,
                ),
            ),
            (
                "advice",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
                        choices=[
                            ("safety", "Safety now"),
                            ("shelter", "A safe place to stay"),
                            ("police", "Police or a lawyer"),
                            ("health", "Health care"),
                            ("stay", "Residence and reflection period"),
                            ("work", "Wages and work"),
                            ("child", "Child welfare"),
                            ("listened", "We listened"),
                        ],
                        max_length=16,
                    ),
                    default=list,
                    size=None,
                ),
            ),
            (
                "next_step",
                models.CharField(
                    choices=[
                        ("none", "Nothing more"),
                        ("callback", "We call back"),
                        ("referred", "Shown to another service"),
                        ("emergency", "Emergency: 112, 113 or 110"),
                        ("case", "A case was opened"),
                    ],
                    default="none",
                    max_length=12,
                ),
            ),
            (
                "urgency",
                models.CharField(
                    choices=[("now", "Now"), ("today", "Today"), ("later", "It can wait")],
                    default="later",
                    max_length=8,
                ),
            ),
            ("words_sealed", models.BinaryField(blank=True, null=True)),
            ("word_blind", models.BinaryField(blank=True, null=True)),
            ("forgotten_at", models.DateTimeField(blank=True, null=True)),
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
                "unit",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.unit",
                ),
            ),
        ],
        options={
            "db_table": "contacts_contact",
            "ordering": ("-at",),
        },
    ),
    migrations.AddField(
        model_name="callback",
        name="contact",
        field=models.ForeignKey(
            on_delete=django.db.models.deletion.PROTECT,
            related_name="callbacks",
            to="contacts.enquiry",
        ),
    ),
    migrations.CreateModel(
        name="EnquiryCase",
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
                "contact",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="contacts.enquiry",
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
            "db_table": "contacts_opening",
        },
    ),
    migrations.AddIndex(
        model_name="enquiry",
        index=models.Index(fields=["unit", "-at"], name="contact_of_unit"),
    ),
    migrations.AddIndex(
        model_name="enquiry",
        index=models.Index(fields=["unit", "word_blind"], name="contact_by_word"),
    ),
    migrations.AddIndex(
        model_name="callback",
        index=models.Index(fields=["unit", "state", "due_at"], name="callback_of_unit"),
    ),
]
