# SPDX-License-Identifier: EUPL-1.2
"""The walls around cases, and around what opens them."""

from django.db import migrations

from samvern.access.categories import Category
from samvern.access.row_security import (
    BLOCKED_CASE_IDS,
    MEMBER,
    OPEN_CASE_IDS,
    ORGANISATION,
    ROLE,
    add_policies,
    allow_select_for,
    own_case_condition,
    protect_case_table,
    record_history,
    run_sql_file,
    shared_case_ids,
    works_with_category,
)

C = Category
LED, UNITS = "(SELECT gate.led())::uuid[]", "(SELECT gate.units())::uuid[]"
OWN_CASE = (
    f"(id = ANY ({OPEN_CASE_IDS}) OR owner_id = {MEMBER} OR unit_id = ANY ({LED}) "
    f"OR circle = 'unit' AND unit_id = ANY ({UNITS})) AND id <> ALL ({BLOCKED_CASE_IDS})"
)
SEES_CASE = f"{works_with_category(C.CASE)} AND (id = ANY ({shared_case_ids(C.CASE)}) AND id <> ALL ({BLOCKED_CASE_IDS}) OR {OWN_CASE})"
IN_HOUSE = (
    f"organisation_id = {ORGANISATION} AND unit_id IN "
    f"(SELECT u.id FROM public.access_unit u WHERE u.organisation_id = {ORGANISATION})"
)
OWN_TEAM = f"{works_with_category(C.CASE)} AND {own_case_condition('access_teammember')}"
OWN_SHARE = f"{works_with_category(C.CASE)} AND {own_case_condition('access_share')}"
LEADS = f"{ROLE} = 'leader'"
THEIR_LEADER = (
    f"{LEADS} AND (owner_organisation_id = {ORGANISATION} OR member_id IN "
    f"(SELECT m.id FROM public.access_member m WHERE m.organisation_id = {ORGANISATION}))"
)
COLLEAGUE = f"member_id IN (SELECT m.id FROM public.access_member m WHERE m.organisation_id = {ORGANISATION})"
HIS_OWN = f"member_id = {MEMBER}"

PARTS = {
    "cases_person": C.CASE,
    "cases_relation": C.CASE,
    "cases_factsheet": C.RIGHTS,
    "cases_assessment": C.ASSESSMENT,
    "cases_consent": C.CONSENT,
    "cases_assistance": C.ASSISTANCE,
    "cases_goal": C.PLAN,
    "cases_action": C.PLAN,
    "cases_risk": C.PLAN,
    "cases_task": C.PLAN,
    "cases_note": C.NOTES,
    "cases_document": C.DOCUMENTS,
    "cases_deadline": C.RIGHTS,
    "cases_handover": C.CASE,
    "cases_proposal": C.CASE,
}
ADDED_ONLY = {"cases_factsheet", "cases_assessment", "cases_risk"}
UNSIGNED = {"cases_proposal"}
CHANGED = (
    "person", "consent", "assistance", "goal", "action", "task", "note", "document", "deadline",
    "handover", "proposal",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_assessments"), ("access", "0002_gate")]
    operations = [
        add_policies(
            "cases_case",
            {
                "SELECT": f"USING ({SEES_CASE})",
                "INSERT": f"WITH CHECK ({works_with_category(C.CASE)} AND {IN_HOUSE} AND owner_id = {MEMBER})",
                # Without the second test a case could be pushed into another organisation.
                "UPDATE": f"USING ({works_with_category(C.CASE)} AND {OWN_CASE}) "
                f"WITH CHECK ({works_with_category(C.CASE)} AND {OWN_CASE} AND {IN_HOUSE} AND owner_id IN "
                f"(SELECT m.id FROM public.access_member m WHERE m.organisation_id = {ORGANISATION}))",
            },
        ),
        *(
            protect_case_table(
                table,
                category,
                verbs=("SELECT", "INSERT", "UPDATE")[: 2 if table in ADDED_ONLY else 3],
                author="" if table in UNSIGNED else "created_by_id",
            )
            for table, category in PARTS.items()
        ),
        record_history("cases_case", C.CASE),
        *(record_history(f"cases_{name}", PARTS[f"cases_{name}"]) for name in CHANGED),
        protect_case_table("access_teammember", C.CASE),
        add_policies(
            "access_bar",
            {
                "SELECT": f"USING ({HIS_OWN} OR {works_with_category(C.CASE)} AND {own_case_condition('access_bar')})",
                "INSERT": f"WITH CHECK ({works_with_category(C.CASE)} AND {own_case_condition('access_bar')})",
            },
        ),
        add_policies(
            "access_share",
            {
                "SELECT": f"USING ({OWN_SHARE} OR {works_with_category(C.CASE)} AND organisation_id = {ORGANISATION})",
                "INSERT": f"WITH CHECK ({OWN_SHARE} AND organisation_id <> {ORGANISATION} "
                f"AND created_by_id = {MEMBER})",
                "UPDATE": f"USING ({OWN_SHARE}) WITH CHECK ({OWN_SHARE})",
            },
        ),
        add_policies(
            "access_glass",
            {
                "SELECT": f"USING ({HIS_OWN} OR {THEIR_LEADER})",
                "UPDATE": f"USING ({HIS_OWN} OR {THEIR_LEADER})",
            },
        ),
        add_policies(
            "cases_notice",
            {
                "SELECT": f"USING ({HIS_OWN} OR {ROLE} = 'service' AND {COLLEAGUE})",
                "INSERT": f"WITH CHECK ({COLLEAGUE})",
                "UPDATE": f"USING ({HIS_OWN} OR {ROLE} = 'service' AND {COLLEAGUE})",
            },
        ),
        *(
            add_policies(
                table,
                {
                    "SELECT": f"USING ({HIS_OWN})",
                    "INSERT": f"WITH CHECK ({HIS_OWN})",
                    "UPDATE": f"USING ({HIS_OWN})",
                    "DELETE": f"USING ({HIS_OWN})",
                },
            )
            for table in ("cases_draft", "cases_feed")
        ),
        add_policies(
            "cases_parcel", {"INSERT": "WITH CHECK (expires_at < now() + interval '3 days')"}
        ),
        add_policies(
            "cases_certificate",
            {
                "SELECT": f"USING (organisation_id = {ORGANISATION} AND {ROLE} IN ('leader', 'auditor'))",
                "INSERT": f"WITH CHECK (organisation_id = {ORGANISATION} AND {LEADS})",
            },
        ),
        *(
            allow_select_for("samvern_gate", table)
            for table in (
                "cases_case",
                "cases_person",
                "cases_deadline",
                "cases_feed",
                "cases_parcel",
            )
        ),
        allow_select_for("samvern_audit", "cases_case", "(id, organisation_id)"),
        run_sql_file("reading.sql"),
        run_sql_file("glass.sql"),
    ]
