# SPDX-License-Identifier: EUPL-1.2
"""The walls around identity. A protected address opens to those named on it, and to nobody else."""

from django.db import migrations

from samvern.access.categories import Category
from samvern.access.row_security import (
    MEMBER,
    add_policies,
    allow_select_for,
    own_case_condition,
    protect_case_table,
    run_sql_file,
    visible_case_condition,
    works_with_category,
)

KEY_SEEN = " OR ".join(
    f"{visible_case_condition('identity_key', each)}" for each in (Category.CASE,)
)
ADDED = f"{works_with_category(Category.IDENTITY)} AND {own_case_condition('identity_protectedaddress')}"
NAMED = "(SELECT gate.addresses())::uuid[]"
ON_IT = f"(created_by_id = {MEMBER} OR id = ANY ({NAMED}))"
READER = f"(proposed_by_id = {MEMBER} OR member_id = {MEMBER} OR address_id = ANY ({NAMED}))"


class Migration(migrations.Migration):
    dependencies = [("identity", "0001_initial"), ("cases", "0002_walls")]
    operations = [
        add_policies(
            "identity_key",
            {
                "SELECT": f"USING ({KEY_SEEN})",
                "INSERT": f"WITH CHECK ({works_with_category(Category.CASE)} AND {own_case_condition('identity_key')})",
                "UPDATE": f"USING ({works_with_category(Category.CASE)} AND {own_case_condition('identity_key')})",
            },
        ),
        protect_case_table("identity_claim", Category.IDENTITY),
        protect_case_table("identity_lookup", Category.IDENTITY, verbs=("INSERT",)),
        allow_select_for("samvern_gate", "identity_addressreader"),
        allow_select_for("samvern_gate", "identity_protectedaddress", "(id, created_by_id)"),
        allow_select_for("samvern_gate", "identity_lookup"),
        run_sql_file("addresses.sql"),
        add_policies(
            "identity_protectedaddress",
            {
                "SELECT": f"USING ({works_with_category(Category.ADDRESS)} AND {ON_IT})",
                "INSERT": f"WITH CHECK ({ADDED} AND created_by_id = {MEMBER})",
                "UPDATE": f"USING ({works_with_category(Category.ADDRESS)} AND {ON_IT})",
            },
        ),
        add_policies(
            "identity_addressreader",
            {
                "SELECT": f"USING ({works_with_category(Category.ADDRESS)} AND {READER})",
                "INSERT": f"WITH CHECK ({works_with_category(Category.ADDRESS)} AND address_id = ANY ({NAMED}) "
                f"AND proposed_by_id = {MEMBER} AND approved_by_id IS NULL)",
                "UPDATE": f"USING ({works_with_category(Category.ADDRESS)} AND address_id = ANY ({NAMED})) "
                f"WITH CHECK (approved_by_id IS DISTINCT FROM proposed_by_id AND "
                f"(approved_by_id IS NULL OR approved_by_id = {MEMBER} OR ended_at IS NOT NULL))",
            },
        ),
    ]
