# SPDX-License-Identifier: EUPL-1.2
"""Closing ends what is alive on a case; emergency openings end when nobody needs them."""

import uuid
from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

from samvern.access.case_closing import install_kinds
from samvern.access.categories import Category
from samvern.access.row_security import (
    MEMBER,
    allow_erasure,
    disposable_case_condition,
    protect_case_table,
    run_sql_file,
)
from samvern.cases.closing.closable_kinds import CLOSABLE_KINDS

SQL = Path(__file__).parents[1] / "sql"
OWN_GLASS = disposable_case_condition("access_glass")


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0007_opening"),
        ("cases", "0006_receivers"),
        ("identity", "0003_finding"),
    ]
    operations = [
        *(
            migrations.AddField(name, "ended_at", models.DateTimeField(blank=True, null=True))
            for name in ("task", "action")
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
                *(
                    (
                        name,
                        models.ForeignKey(
                            on_delete=django.db.models.deletion.PROTECT,
                            related_name="+",
                            to=target,
                        ),
                    )
                    for name, target in (
                        ("case", "cases.case"),
                        ("created_by", "access.member"),
                        ("member", "access.member"),
                    )
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["case", "thing_id"],
                        condition=models.Q(ended_at__isnull=True),
                        name="aftercare_once",
                    )
                ],
            },
        ),
        protect_case_table("cases_aftercare", Category.CASE, author="created_by_id"),
        allow_erasure("cases_aftercare"),
        run_sql_file("closing.sql", SQL),
        run_sql_file("opening.sql", SQL),
        *install_kinds(CLOSABLE_KINDS, 500),
        migrations.RunSQL(
            # Somebody let in by an emergency names nobody.
            f"ALTER POLICY insert_samvern_app ON cases_aftercare WITH CHECK "
            f"({disposable_case_condition('cases_aftercare')} AND created_by_id = {MEMBER});"
            f"ALTER POLICY update_samvern_app ON cases_aftercare USING ({disposable_case_condition('cases_aftercare')});"
            "REVOKE UPDATE ON cases_aftercare FROM samvern_app;"
            "GRANT UPDATE (member_id) ON cases_aftercare TO samvern_app;"
            "GRANT UPDATE (ended_at) ON access_teammember TO samvern_gate;"
            "CREATE POLICY living_changed ON access_teammember FOR UPDATE TO samvern_gate USING (true);"
            # Those who have the case see who else has had it open.
            f"CREATE POLICY select_own_case ON access_glass FOR SELECT TO samvern_app USING ({OWN_GLASS})",
            migrations.RunSQL.noop,
        ),
    ]
