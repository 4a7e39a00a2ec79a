# SPDX-License-Identifier: EUPL-1.2
"""What must be seen at once: signs of danger, every word on an age, the next look at a risk."""

import uuid
from typing import Any

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from samvern.access.categories import Category
from samvern.access.row_security import (
    allow_erasure,
    protect_case_table,
    record_history,
    run_sql_file,
)


def _person_part(name: str, *fields: tuple[str, Any]) -> migrations.CreateModel:
    """A table about one of the people of a case."""
    return migrations.CreateModel(
        name=name,
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
            *fields,
            *(
                (
                    field,
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=to
                    ),
                )
                for field, to in (
                    ("case", "cases.case"),
                    ("created_by", "access.member"),
                    ("person", "cases.person"),
                )
            ),
        ],
        options={"ordering": ("created_at",)} if name == "AgeTold" else {},
    )


class Migration(migrations.Migration):
    dependencies = [("cases", "0007_closing"), ("identity", "0003_finding")]
    operations = [
        migrations.AddField(
            "person",
            "age_told",
            models.CharField(db_default="unknown", default="unknown", max_length=10),
        ),
        migrations.AddField(
            "person", "address_protected", models.BooleanField(db_default=False, default=False)
        ),
        migrations.AddField(
            "task",
            "rule",
            models.CharField(blank=True, db_default="", default="", max_length=60),
        ),
        _person_part(
            "Sign",
            (
                "rules",
                django.contrib.postgres.fields.ArrayField(
                    base_field=models.CharField(max_length=60), default=list, size=None
                ),
            ),
        ),
        migrations.AddConstraint(
            "sign", models.UniqueConstraint(fields=("person",), name="one_sign")
        ),
        _person_part(
            "AgeTold",
            (
                "source",
                models.CharField(
                    choices=[
                        ("guide", "The guide"),
                        ("helpline", "The helpline"),
                        ("referral", "The referral"),
                        ("answers", "The answers about the person"),
                        ("claim", "A date of birth"),
                    ],
                    max_length=10,
                ),
            ),
            ("told_on", models.DateField()),
            ("span_sealed", models.BinaryField()),
            ("about_id", models.UUIDField(blank=True, null=True)),
            ("confirmed_at", models.DateTimeField(blank=True, null=True)),
            ("dropped_at", models.DateTimeField(blank=True, null=True)),
        ),
        protect_case_table("cases_sign", Category.RIGHTS, author="created_by_id"),
        protect_case_table("cases_agetold", Category.CASE, author="created_by_id"),
        record_history("cases_agetold", Category.CASE),
        allow_erasure("cases_sign"),
        allow_erasure("cases_agetold"),
        run_sql_file("known.sql"),
    ]
