# SPDX-License-Identifier: EUPL-1.2
"""Tables of webhooks in 0.2.0."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
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
