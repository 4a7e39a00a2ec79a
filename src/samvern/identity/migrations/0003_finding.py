# SPDX-License-Identifier: EUPL-1.2
"""Claims that are never overwritten, addresses with a second person, and finding by blind index."""

import uuid
from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

from samvern.access.categories import Category
from samvern.access.row_security import (
    APP_ROLE,
    MEMBER,
    ORGANISATION,
    add_policies,
    own_case_condition,
    works_with_category,
)

SQL = Path(__file__).parents[1] / "sql"
NAMED = "(SELECT gate.addresses())::uuid[]"
OPENS = works_with_category(Category.ADDRESS)
OF_THE_CASE = (
    "EXISTS (SELECT 1 FROM public.identity_protectedaddress p "
    "WHERE p.id = address_id AND p.case_id = identity_addressreader.case_id)"
)
COLLEAGUES = (
    "(SELECT count(*) FROM public.access_member m WHERE m.id IN (member_id, asked_id) "
    f"AND m.organisation_id = {ORGANISATION}) = 2"
)


def run_file(name: str) -> migrations.RunSQL:
    """The statements of a file in ``sql/``."""
    return migrations.RunSQL((SQL / name).read_text(encoding="utf-8"), migrations.RunSQL.noop)


def drop_policies(table: str, *verbs: str) -> migrations.RunSQL:
    """Take down policies of the application that are put up anew."""
    statements = [f"DROP POLICY {verb}_{APP_ROLE} ON {table};" for verb in verbs]
    return migrations.RunSQL("\n".join(statements), migrations.RunSQL.noop)


def policy(table: str, verb: str, test: str) -> migrations.RunSQL:
    """One policy of the application."""
    return migrations.RunSQL(
        f"CREATE POLICY {verb.lower()}_{APP_ROLE} ON {table} FOR {verb} TO {APP_ROLE} {test}",
        migrations.RunSQL.noop,
    )


class Migration(migrations.Migration):
    dependencies = [("access", "0003_login"), ("identity", "0002_walls")]
    operations = [
        migrations.AddField(
            model_name="addressreader",
            name="asked",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="access.member",
            ),
        ),
        migrations.AddField(
            model_name="lookup",
            name="with_claim_id",
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name="Inquiry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("case_id", models.UUIDField(db_index=True)),
                ("person_id", models.UUIDField()),
                ("purpose", models.SlugField(max_length=60)),
                ("expires_at", models.DateTimeField()),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.member",
                    ),
                ),
            ],
            options={"ordering": ("-created_at",)},
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("case_id", models.UUIDField(db_index=True)),
                ("person_id", models.UUIDField()),
                ("asker", models.CharField(max_length=250)),
                ("purpose", models.SlugField(max_length=60)),
                ("expires_at", models.DateTimeField()),
                ("is_yes", models.BooleanField(blank=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("contact", models.CharField(blank=True, max_length=250)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.member",
                    ),
                ),
                ("inquiry_id", models.UUIDField(db_index=True)),
            ],
            options={"ordering": ("-created_at",)},
        ),
        run_file("keeping.sql"),
        run_file("addresses.sql"),
        drop_policies("identity_protectedaddress", "select", "update"),
        policy("identity_protectedaddress", "SELECT", f"USING ({OPENS} AND id = ANY ({NAMED}))"),
        policy("identity_protectedaddress", "UPDATE", f"USING ({OPENS} AND id = ANY ({NAMED}))"),
        drop_policies("identity_addressreader", "select", "insert", "update"),
        policy(
            "identity_addressreader",
            "SELECT",
            f"USING ({OPENS} AND ({MEMBER} IN (proposed_by_id, member_id, asked_id) "
            f"OR address_id = ANY ({NAMED})))",
        ),
        policy(
            "identity_addressreader",
            "INSERT",
            f"WITH CHECK ({OPENS} AND address_id = ANY ({NAMED}) AND {OF_THE_CASE} "
            f"AND proposed_by_id = {MEMBER} AND approved_by_id IS NULL AND ended_at IS NULL "
            f"AND {COLLEAGUES} AND {MEMBER} NOT IN (member_id, asked_id) "
            "AND member_id <> asked_id)",
        ),
        policy(
            "identity_addressreader",
            "UPDATE",
            f"USING ({OPENS} AND (asked_id = {MEMBER} OR address_id = ANY ({NAMED}))) "
            f"WITH CHECK ({OPENS} AND (ended_at IS NOT NULL OR approved_by_id IS NULL "
            f"OR approved_by_id = {MEMBER} AND asked_id = {MEMBER}))",
        ),
        *(
            add_policies(
                table,
                {
                    "SELECT": f"USING ({works_with_category(Category.IDENTITY)} AND {own_case_condition(table)})"
                },
            )
            for table in ("identity_inquiry", "identity_answer")
        ),
        run_file("finding.sql"),
    ]
