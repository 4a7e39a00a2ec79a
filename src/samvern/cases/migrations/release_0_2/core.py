# SPDX-License-Identifier: EUPL-1.2
"""Tables of core in 0.2.0."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Case",
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
            ("reference", models.CharField(max_length=12, unique=True)),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("assistance", "Assistance and protection"),
                        ("child", "Child welfare"),
                        ("police", "Police: safety and identification"),
                        ("immigration", "Immigration: stay and return"),
                        ("health", "Health care"),
                        ("labour", "Labour inspection and wages"),
                    ],
                    default="assistance",
                    max_length=20,
                ),
            ),
            (
                "circle",
                models.CharField(
                    choices=[
                        ("team", "Only those on the case"),
                        ("unit", "Everyone in the unit"),
                    ],
                    default="team",
                    max_length=10,
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[("open", "Open"), ("closed", "Closed")],
                    default="open",
                    max_length=10,
                ),
            ),
            (
                "origin",
                models.CharField(
                    choices=[
                        ("nothing", "Opened here"),
                        ("guide", "From the guide"),
                        ("contact", "From the helpline"),
                    ],
                    default="nothing",
                    max_length=10,
                ),
            ),
            ("label_sealed", models.BinaryField(blank=True, null=True)),
            ("closed_at", models.DateTimeField(blank=True, null=True)),
            ("close_ground", models.SlugField(blank=True, max_length=40)),
            ("close_sealed", models.BinaryField(blank=True, null=True)),
            ("held_at", models.DateTimeField(blank=True, null=True)),
            ("hold_sealed", models.BinaryField(blank=True, null=True)),
            ("erased_at", models.DateTimeField(blank=True, null=True)),
            (
                "created_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
            (
                "held_by",
                models.ForeignKey(
                    blank=True,
                    null=True,
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
                "owner",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
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
            "ordering": ("-changed_at",),
        },
    ),
    migrations.CreateModel(
        name="Aftercare",
        fields=[
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            ("created_at", models.DateTimeField(auto_now_add=True)),
            ("kind", models.SlugField(max_length=40)),
            ("thing_id", models.UUIDField()),
            ("ended_at", models.DateTimeField(blank=True, null=True)),
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
                "case",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="cases.case",
                ),
            ),
        ],
    ),
    migrations.CreateModel(
        name="Person",
        fields=[
            ("created_at", models.DateTimeField(auto_now_add=True)),
            ("version", models.PositiveIntegerField(default=1)),
            ("changed_at", models.DateTimeField(auto_now=True)),
            (
                "id",
                models.UUIDField(
                    default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                ),
            ),
            (
                "place",
                models.CharField(
                    choices=[
                        ("main", "The person the case is about"),
                        ("child", "Accompanying child"),
                        ("parent", "Parent"),
                        ("sibling", "Sibling"),
                        ("co_victim", "Exploited together"),
                        ("other", "Other"),
                    ],
                    default="main",
                    max_length=20,
                ),
            ),
            ("number", models.PositiveSmallIntegerField(default=1)),
            ("initials_sealed", models.BinaryField(blank=True, null=True)),
            (
                "age_seen",
                models.CharField(
                    choices=[
                        ("child", "Child (under 18)"),
                        ("adult", "Adult"),
                        ("unknown", "Not known: treated as a child until it is decided"),
                    ],
                    default="unknown",
                    max_length=10,
                ),
            ),
            ("age_ground_sealed", models.BinaryField(blank=True, null=True)),
            (
                "age_told",
                models.CharField(db_default="unknown", default="unknown", max_length=10),
            ),
            ("exploited_as_child", models.BooleanField(blank=True, null=True)),
            ("address_protected", models.BooleanField(db_default=False, default=False)),
            ("own_case_id", models.UUIDField(blank=True, null=True)),
            (
                "age_decided_by",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="access.member",
                ),
            ),
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
        ],
        options={
            "ordering": ("number",),
        },
    ),
    migrations.AddIndex(
        model_name="case",
        index=models.Index(fields=["unit", "state", "-changed_at"], name="case_of_unit"),
    ),
    migrations.AddIndex(
        model_name="case",
        index=models.Index(fields=["owner", "state", "-changed_at"], name="case_of_owner"),
    ),
    migrations.AddConstraint(
        model_name="aftercare",
        constraint=models.UniqueConstraint(
            condition=models.Q(("ended_at__isnull", True)),
            fields=("case", "thing_id"),
            name="aftercare_once",
        ),
    ),
    migrations.AddConstraint(
        model_name="person",
        constraint=models.UniqueConstraint(fields=("case", "number"), name="person_number"),
    ),
]
