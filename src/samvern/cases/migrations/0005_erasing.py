# SPDX-License-Identifier: EUPL-1.2
"""Erasing cases by two people's word, removing single documents, alarms, and the auditor's view."""

import django.db.models.deletion
from django.db import migrations, models

from samvern.access.row_security import allow_erasure, run_sql_file

WITH_A_CASE = (
    "access_bar", "access_glass", "access_share", "access_teammember", "cases_action",
    "cases_assessment", "cases_assistance", "cases_consent", "cases_deadline", "cases_document",
    "cases_draft", "cases_factsheet", "cases_goal", "cases_handover", "cases_note", "cases_notice",
    "cases_person", "cases_relation", "cases_risk", "cases_task", "identity_addressreader",
    "identity_answer", "identity_claim", "identity_inquiry", "identity_lookup",
    "identity_protectedaddress",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0003_login"),
        ("cases", "0004_clocks"),
        ("identity", "0003_finding"),
    ]
    operations = [
        migrations.AddField(
            "certificate", "action", models.SlugField(default="delete", max_length=20)
        ),
        migrations.AddField(
            "certificate", "receipt", models.CharField(blank=True, max_length=60, default="")
        ),
        migrations.AddField(
            "document", "extension", models.CharField(blank=True, max_length=8, default="")
        ),
        migrations.AddField(
            "document", "removal_sealed", models.BinaryField(blank=True, null=True)
        ),
        migrations.AddField(
            "document",
            "removed_by",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="access.member",
            ),
        ),
        migrations.AddField(
            "proposal", "receipt", models.CharField(blank=True, max_length=60, default="")
        ),
        *(allow_erasure(table) for table in WITH_A_CASE),
        run_sql_file("erasing.sql"),
        run_sql_file("alarm.sql"),
        run_sql_file("auditing.sql"),
    ]
