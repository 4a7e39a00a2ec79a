# SPDX-License-Identifier: EUPL-1.2
"""An organisation may keep words of calls and questions for less than half a year."""

import uuid
from pathlib import Path

from django.db import migrations, models

from samvern.access.row_security import MEMBER, ORGANISATION, add_policies

SQL = Path(__file__).parent / "sql/keeping.sql"


class Migration(migrations.Migration):
    """A table, and the functions that destroy by it."""

    dependencies = [("contacts", "0005_forgotten_questions"), ("access", "0008_holding")]
    operations = [
        migrations.CreateModel(
            name="KeepingRule",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("days", models.PositiveSmallIntegerField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to="access.member"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=models.PROTECT, related_name="+", to="access.organisation"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["organisation", "-created_at"], name="keepingrule_latest")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("days__range", (1, 183))), name="keepingrule_days"
                    )
                ],
            },
        ),
        add_policies(
            "contacts_keepingrule",
            {
                "SELECT": f"USING ({MEMBER} IS NOT NULL AND organisation_id = {ORGANISATION})",
                "INSERT": "WITH CHECK ((SELECT gate.role()) = 'administrator' "
                f"AND organisation_id = {ORGANISATION} AND made_by_id = {MEMBER} "
                "AND created_at < statement_timestamp() + interval '1 minute')",
            },
        ),
        migrations.RunSQL(SQL.read_text(encoding="utf-8")),
    ]
