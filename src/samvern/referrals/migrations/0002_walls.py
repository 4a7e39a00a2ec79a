# SPDX-License-Identifier: EUPL-1.2
"""The walls between the two sides of a referral, and what its moves carry with them."""

from pathlib import Path

from django.db import migrations

from samvern.access.categories import Category
from samvern.access.row_security import (
    BLOCKED_CASE_IDS,
    MEMBER,
    ORGANISATION,
    ROLE,
    SIGNED_IN,
    add_policies,
    allow_erasure,
    allow_opening_keys_of,
    own_case_condition,
    protect_case_table,
    run_sql_file,
    works_with_category,
)
from samvern.access.workflow_operations import install_state_machine
from samvern.referrals.workflow import LIVE, REFERRAL

SQL = Path(__file__).parents[1] / "sql"
STAFFED, LED = "(SELECT gate.staffed())::uuid[]", "(SELECT gate.led())::uuid[]"
UNITS = "(SELECT gate.units())::uuid[]"
UNIT = "(SELECT unit FROM gate.acting())"
WHOLE = "(SELECT role IN ('leader', 'service', 'program') AND unit IS NULL FROM gate.acting())"
CASEWORK = works_with_category(Category.CASE)
LIVES = ", ".join(f"'{state}'" for state in LIVE)
LEADS = f"{ROLE} = 'leader' AND organisation_id = {ORGANISATION}"


def disposed(table: str) -> str:
    """The row's case is one the actor's own organisation lets her dispose of."""
    return (
        f"{CASEWORK} AND {table}.case_id <> ALL ({BLOCKED_CASE_IDS}) AND EXISTS ("
        f"SELECT 1 FROM public.cases_case c WHERE c.id = {table}.case_id "
        f"AND c.organisation_id = {ORGANISATION} AND (c.id = ANY ({STAFFED}) "
        f"OR c.owner_id = {MEMBER} OR c.unit_id = ANY ({LED}) "
        f"OR c.circle = 'unit' AND c.unit_id = ANY ({UNITS})))"
    )


SENT = f"organisation_id = {ORGANISATION} AND {own_case_condition('referrals_referral')}"
RECEIVED = (
    f"receiver_id = {ORGANISATION} AND (receiver_unit_id IS NULL OR receiver_unit_id = {UNIT} "
    f"OR {WHOLE}) AND (case_id IS NULL OR case_id <> ALL ({BLOCKED_CASE_IDS}))"
)


def of_referral(table: str, test: str) -> str:
    """A row hangs on a referral the actor sees, about which something holds."""
    return (
        f"EXISTS (SELECT 1 FROM public.referrals_referral r WHERE r.id = {table}.of_id AND {test})"
    )


STEP = of_referral("referrals_referralstep", "true")
OWN_STEP = of_referral(
    "referrals_referralstep", "r.case_id IS NOT DISTINCT FROM referrals_referralstep.case_id"
)
LETTER = of_referral(
    "referrals_letter",
    f"(r.organisation_id = {ORGANISATION} "
    f"OR r.share_until > statement_timestamp() AND r.state IN ({LIVES}))",
)
OWN_LETTER = of_referral(
    "referrals_letter", f"r.created_by_id = {MEMBER} AND r.case_id = referrals_letter.case_id"
)


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0001_initial"),
        ("access", "0004_courses"),
        ("cases", "0006_receivers"),
        ("identity", "0003_finding"),
    ]
    operations = [
        *install_state_machine(REFERRAL),
        add_policies(
            "referrals_service",
            {
                "SELECT": f"USING ({SIGNED_IN})",
                "INSERT": f"WITH CHECK ({LEADS})",
                "UPDATE": f"USING ({LEADS}) WITH CHECK ({LEADS})",
            },
        ),
        add_policies(
            "referrals_referral",
            {
                "SELECT": f"USING ({CASEWORK} AND ({SENT} OR {RECEIVED}))",
                "INSERT": f"WITH CHECK ({disposed('referrals_referral')} AND state = 'sent' "
                f"AND organisation_id = {ORGANISATION} AND created_by_id = {MEMBER})",
            },
        ),
        migrations.RunSQL(
            "GRANT UPDATE (due_at) ON referrals_referral TO samvern_app;"
            f"CREATE POLICY update_samvern_app ON referrals_referral FOR UPDATE TO samvern_app "
            f"USING ({CASEWORK} AND {SENT})",
            migrations.RunSQL.noop,
        ),
        add_policies(
            "referrals_referralstep",
            {
                "SELECT": f"USING ({CASEWORK} AND {STEP})",
                "INSERT": f"WITH CHECK ({CASEWORK} AND {OWN_STEP} AND side <> 'gate' "
                f"AND made_by_id = {MEMBER})",
            },
        ),
        add_policies(
            "referrals_letter",
            {
                "SELECT": f"USING ({CASEWORK} AND {LETTER})",
                "INSERT": f"WITH CHECK ({CASEWORK} AND {OWN_LETTER})",
            },
        ),
        protect_case_table(
            "referrals_opened", Category.CASE, verbs=("SELECT", "INSERT"), author="created_by_id"
        ),
        *(
            allow_erasure(f"referrals_{name}")
            for name in ("referral", "referralstep", "letter", "opened")
        ),
        *(
            run_sql_file(f"{name}.sql", SQL)
            for name in ("reading", "telling", "moving", "reminding")
        ),
        allow_opening_keys_of("referral", alone=True),
    ]
