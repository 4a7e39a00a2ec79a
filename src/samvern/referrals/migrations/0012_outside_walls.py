# SPDX-License-Identifier: EUPL-1.2
"""The walls and courses of the roads outside."""

from django.db import migrations

from samvern.access.row_security import (
    ORGANISATION,
    add_policies,
    allow_erasure,
    allow_select_for,
    run_sql_file,
)
from samvern.access.workflow_operations import install_state_machine
from samvern.referrals.external.row_security import CASEWORK, SQL, step, thing
from samvern.referrals.external.workflow import COURSES

WITH_A_CASE = (
    "sending", "sendingstep", "concern", "concernstep", "crossing", "crossingstep", "crossingcheck",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("referrals", "0011_outside_more"), ("cases", "0006_receivers")]
    operations = [
        *(operation for course in COURSES for operation in install_state_machine(course)),
        thing("referrals_sending", "waiting"),
        thing("referrals_concern", "made"),
        thing("referrals_crossing", "prepared"),
        step("referrals_sendingstep", "referrals_sending"),
        step("referrals_concernstep", "referrals_concern"),
        step("referrals_crossingstep", "referrals_crossing"),
        step("referrals_crossingcheck", "referrals_crossing", "created_by_id"),
        add_policies(
            "referrals_unnamed",
            {"INSERT": f"WITH CHECK ({CASEWORK} AND organisation_id = {ORGANISATION})"},
        ),
        *(allow_erasure(f"referrals_{name}") for name in WITH_A_CASE),
        *(
            allow_select_for("samvern_gate", f"referrals_{name}")
            for name in ("crossingcheck", "unnamed")
        ),
        run_sql_file("crossings.sql", SQL),
        run_sql_file("links.sql", SQL),
        run_sql_file("unnamed.sql", SQL),
    ]
