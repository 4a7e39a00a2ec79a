# SPDX-License-Identifier: EUPL-1.2
"""The walls and courses of the roads outside."""

from django.db import migrations

from samvern.access.courses import run_course
from samvern.access.erasing import erasable
from samvern.access.walls import ORGANISATION, open_to, run_file, wall
from samvern.referrals.outside.course import COURSES
from samvern.referrals.outside.walls import CASEWORK, SQL, step, thing

WITH_A_CASE = (
    "sending", "sendingstep", "concern", "concernstep", "crossing", "crossingstep", "crossingcheck",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("referrals", "0011_outside_more"), ("cases", "0006_receivers")]
    operations = [
        *(operation for course in COURSES for operation in run_course(course)),
        thing("referrals_sending", "waiting"),
        thing("referrals_concern", "made"),
        thing("referrals_crossing", "prepared"),
        step("referrals_sendingstep", "referrals_sending"),
        step("referrals_concernstep", "referrals_concern"),
        step("referrals_crossingstep", "referrals_crossing"),
        step("referrals_crossingcheck", "referrals_crossing", "created_by_id"),
        wall(
            "referrals_unnamed",
            {"INSERT": f"WITH CHECK ({CASEWORK} AND organisation_id = {ORGANISATION})"},
        ),
        *(erasable(f"referrals_{name}") for name in WITH_A_CASE),
        *(open_to("samvern_gate", f"referrals_{name}") for name in ("crossingcheck", "unnamed")),
        run_file("crossings.sql", SQL),
        run_file("links.sql", SQL),
        run_file("unnamed.sql", SQL),
    ]
