# SPDX-License-Identifier: EUPL-1.2
"""INSERT and UPDATE of the tables of cases from one rule each; history of teams and shares."""

from django.db import migrations

from samvern.access.categories import Category
from samvern.access.row_security import (
    MEMBER,
    ORGANISATION,
    RowRule,
    hold_columns,
    record_history,
    works_with_category,
    write_rules,
)
from samvern.cases.row_security import MANAGES, managed_case_condition, own_rows

VERSION = ("version", "changed_at")
COLLEAGUES = f"(SELECT m.id FROM public.access_member m WHERE m.organisation_id = {ORGANISATION})"
UNITS = f"(SELECT u.id FROM public.access_unit u WHERE u.organisation_id = {ORGANISATION})"
CASE = RowRule(
    "cases_case",
    writer=f"{works_with_category(Category.CASE)} "
    f"AND cases_case.id <> ALL ((SELECT gate.barred())::uuid[]) "
    f"AND ({MANAGES.format(case='cases_case')})",
    adder=f"{works_with_category(Category.CASE)} AND owner_id = {MEMBER}",
    holds=f"organisation_id = {ORGANISATION} AND unit_id IN {UNITS} AND owner_id IN {COLLEAGUES}",
    new=f"created_by_id = {MEMBER} AND erased_at IS NULL",
    free=(
        *VERSION, "kind", "circle", "state", "label_sealed", "owner_id", "unit_id",
        "closed_at", "close_ground", "close_sealed", "held_at", "held_by_id", "hold_sealed",
    ),
)  # fmt: skip
"""Closing and holding have a guard of their own beside."""
TEAM = RowRule(
    "access_teammember",
    writer=managed_case_condition("access_teammember"),
    holds=f"member_id IN {COLLEAGUES} AND (NOT is_owner OR ended_at IS NOT NULL OR EXISTS ("
    "SELECT 1 FROM public.cases_case o WHERE o.id = access_teammember.case_id "
    "AND o.owner_id = access_teammember.member_id))",
    new=f"added_by_id = {MEMBER} AND ended_at IS NULL",
    free=("is_owner",),
    once=("ended_at",),
)
SHARE = RowRule(
    "access_share",
    writer=managed_case_condition("access_share"),
    holds=f"organisation_id <> {ORGANISATION}",
    new=f"created_by_id = {MEMBER} AND until <= since + interval '367 days' "
    "AND since <= statement_timestamp() + interval '1 day'",
    once=("ended_at", "ended_by_id"),
)
OF_CASES = (
    own_rows("cases_person", Category.CASE, once=("own_case_id",), free=(
        *VERSION, "role_in_case", "initials_sealed", "age_seen", "age_ground_sealed", "age_told",
        "exploited_as_child", "age_decided_by_id",
    )),
    own_rows("cases_relation", Category.CASE, once=("ended_at",)),
    own_rows("cases_agetold", Category.CASE, free=VERSION, once=("confirmed_at", "dropped_at")),
    own_rows("cases_sign", Category.RIGHTS, free=(*VERSION, "rules")),
    own_rows("cases_consent", Category.CONSENT, once=("withdrawn_at", "withdrawn_by_id")),
    own_rows("cases_assistance", Category.ASSISTANCE, free=(
        *VERSION, "provider", "state", "since", "until", "ground", "words_sealed",
    )),
    own_rows("cases_goal", Category.PLAN, free=(*VERSION, "text_sealed", "state")),
    own_rows("cases_action", Category.PLAN, free=(
        *VERSION, "text_sealed", "due_on", "done_at", "ended_at", "owner_id",
    )),
    own_rows("cases_task", Category.PLAN, free=(
        *VERSION, "text_sealed", "due_on", "done_at", "ended_at", "owner_id",
    )),
    own_rows("cases_note", Category.NOTES, free=(
        *VERSION, "kind", "happened_on", "text_sealed",
    )),
    own_rows(
        "cases_document", Category.DOCUMENTS, free=("state",),
        open_states=("quarantine", "unscanned"),
        once=("scanned_at", "removed_at", "removed_by_id", "removal_sealed"),
    ),
    own_rows("cases_deadline", Category.RIGHTS, free=(
        *VERSION, "starts_on", "due_on", "due_at", "latest_on", "state", "extended_to",
        "reason_sealed", "pack_hash", "owner_id",
    )),
    own_rows(
        "cases_handover", Category.CASE, free=(*VERSION, "state"), once=("answered_at",),
        open_states=("offered",),
    ),
)  # fmt: skip
CLAIM = own_rows(
    "identity_claim",
    Category.IDENTITY,
    once=("ended_at", "ended_by_id", "end_sealed", "replaced_by_id"),
)
OF_MEMBERS = (
    RowRule("cases_draft", writer=f"member_id = {MEMBER}", free=("content_sealed", "changed_at")),
    RowRule("cases_feed", writer=f"member_id = {MEMBER}"),
    RowRule(
        "cases_notice",
        writer=f"(member_id = {MEMBER} OR (SELECT gate.role()) = 'service' "
        f"AND member_id IN {COLLEAGUES})",
        adder=f"member_id IN {COLLEAGUES}",
        once=("read_at", "mailed_at"),
    ),
)


class Migration(migrations.Migration):
    """Policies, guards and histories; no table changes."""

    dependencies = [("cases", "0006_guide_transfer_lanes"), ("access", "0008_holding")]
    operations = [
        write_rules(CASE, TEAM, SHARE, *OF_CASES, CLAIM, *OF_MEMBERS),
        migrations.RunSQL("DROP TRIGGER fill_once ON identity_claim", migrations.RunSQL.noop),
        hold_columns("cases_aftercare", free=("member_id",)),
        migrations.RunSQL(
            "CREATE TRIGGER a_zz_hold BEFORE UPDATE ON cases_case FOR EACH ROW "
            "WHEN (current_user = 'samvern_app' AND OLD.* IS DISTINCT FROM NEW.*) "
            "EXECUTE FUNCTION gate.hold_case()",
            "DROP TRIGGER a_zz_hold ON cases_case",
        ),
        record_history("access_teammember", Category.CASE),
        record_history("access_share", Category.CASE),
    ]
