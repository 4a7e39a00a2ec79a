# SPDX-License-Identifier: EUPL-1.2
"""The walls around identity. A protected address opens to those named on it, and to nobody else."""

from django.db import migrations

from samvern.access.categories import Category
from samvern.access.walls import (
    MEMBER,
    open_to,
    opens,
    own_part,
    protect,
    run_file,
    visible_part,
    wall,
)

KEY_SEEN = " OR ".join(f"{visible_part('identity_key', each)}" for each in (Category.CASE,))
ADDED = f"{opens(Category.IDENTITY)} AND {own_part('identity_protectedaddress')}"
NAMED = "(SELECT gate.addresses())::uuid[]"
ON_IT = f"(created_by_id = {MEMBER} OR id = ANY ({NAMED}))"
READER = f"(proposed_by_id = {MEMBER} OR member_id = {MEMBER} OR address_id = ANY ({NAMED}))"


class Migration(migrations.Migration):
    dependencies = [("identity", "0001_initial"), ("cases", "0002_walls")]
    operations = [
        wall(
            "identity_key",
            {
                "SELECT": f"USING ({KEY_SEEN})",
                "INSERT": f"WITH CHECK ({opens(Category.CASE)} AND {own_part('identity_key')})",
                "UPDATE": f"USING ({opens(Category.CASE)} AND {own_part('identity_key')})",
            },
        ),
        protect("identity_claim", Category.IDENTITY),
        protect("identity_lookup", Category.IDENTITY, verbs=("INSERT",)),
        open_to("samvern_gate", "identity_addressreader"),
        open_to("samvern_gate", "identity_protectedaddress", "(id, created_by_id)"),
        open_to("samvern_gate", "identity_lookup"),
        run_file("addresses.sql"),
        wall(
            "identity_protectedaddress",
            {
                "SELECT": f"USING ({opens(Category.ADDRESS)} AND {ON_IT})",
                "INSERT": f"WITH CHECK ({ADDED} AND created_by_id = {MEMBER})",
                "UPDATE": f"USING ({opens(Category.ADDRESS)} AND {ON_IT})",
            },
        ),
        wall(
            "identity_addressreader",
            {
                "SELECT": f"USING ({opens(Category.ADDRESS)} AND {READER})",
                "INSERT": f"WITH CHECK ({opens(Category.ADDRESS)} AND address_id = ANY ({NAMED}) "
                f"AND proposed_by_id = {MEMBER} AND approved_by_id IS NULL)",
                "UPDATE": f"USING ({opens(Category.ADDRESS)} AND address_id = ANY ({NAMED})) "
                f"WITH CHECK (approved_by_id IS DISTINCT FROM proposed_by_id AND "
                f"(approved_by_id IS NULL OR approved_by_id = {MEMBER} OR ended_at IS NOT NULL))",
            },
        ),
    ]
