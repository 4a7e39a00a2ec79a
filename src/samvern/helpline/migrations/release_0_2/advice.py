# SPDX-License-Identifier: EUPL-1.2
"""Tables of advice in 0.2.0."""

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

OPERATIONS = [
    migrations.CreateModel(
        name="Advice",
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
            ("draft_sealed", models.BinaryField(blank=True, null=True)),
            ("language", models.CharField(default="nb", max_length=2)),
            (
                "topics",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(
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
                    default=list,
                    size=None,
                ),
            ),
            (
                "rules",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(max_length=60), default=list, size=None
                ),
            ),
            ("title", models.CharField(blank=True, max_length=200)),
            ("asked", models.TextField(blank=True)),
            ("answered", models.TextField(blank=True)),
            ("approved_on", models.DateField(blank=True, null=True)),
            (
                "search",
                django.contrib.postgres.search.SearchVectorField(editable=False, null=True),
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
                "question",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="contacts.advicequestion",
                ),
            ),
        ],
        options={
            "ordering": ("-created_at",),
        },
    ),
    migrations.CreateModel(
        name="AdviceStep",
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
                    to="contacts.advice",
                ),
            ),
        ],
        options={
            "ordering": ("created_at",),
            "abstract": False,
        },
    ),
    migrations.AddField(
        model_name="advice",
        name="desk",
        field=models.ForeignKey(
            on_delete=django.db.models.deletion.PROTECT,
            related_name="+",
            to="contacts.advisorydesk",
        ),
    ),
    migrations.AddIndex(
        model_name="advice",
        index=django.contrib.postgres.indexes.GinIndex(fields=["search"], name="advice_search"),
    ),
]
