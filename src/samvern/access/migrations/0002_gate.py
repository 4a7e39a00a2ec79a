# SPDX-License-Identifier: EUPL-1.2
"""The gate, the trail, and the walls around the tables of this room."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from samvern.access.row_security import (
    IS_ADMINISTRATOR,
    ORGANISATION,
    SIGNED_IN,
    add_policies,
    allow_select_for,
    run_sql_file,
)

OWN = f"organisation_id = {ORGANISATION}"
KEEPS_HOUSE = f"{IS_ADMINISTRATOR} AND {OWN}"


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="Bar",
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
                    "added_by",
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
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("case_id", "member"), name="bar_once")
                ]
            },
        ),
        run_sql_file("gate.sql"),
        run_sql_file("audit.sql"),
        add_policies(
            "access_organisation",
            {
                "SELECT": f"USING ({SIGNED_IN})",
                "UPDATE": f"USING ({IS_ADMINISTRATOR} AND id = {ORGANISATION})",
            },
        ),
        add_policies(
            "access_unit",
            {
                "SELECT": f"USING ({SIGNED_IN})",
                "INSERT": f"WITH CHECK ({KEEPS_HOUSE})",
                "UPDATE": f"USING ({KEEPS_HOUSE})",
            },
        ),
        add_policies(
            "access_member",
            {
                "SELECT": f"USING ({OWN} OR user_id = (SELECT gate.person()))",
                "INSERT": f"WITH CHECK ({KEEPS_HOUSE})",
                "UPDATE": f"USING ({KEEPS_HOUSE})",
            },
        ),
        *(
            allow_select_for("samvern_gate", f"access_{table}")
            for table in ("organisation", "unit", "member", "teammember", "share", "glass", "bar")
        ),
        allow_select_for("samvern_gate", "access_user", "(id, is_active)"),
    ]
