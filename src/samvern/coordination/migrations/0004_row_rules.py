# SPDX-License-Identifier: EUPL-1.2
"""INSERT and UPDATE of the rules for letters from one rule."""

from django.db import migrations

from samvern.access.row_security import MEMBER, RowRule, write_rules

LETTERS = RowRule(
    "coordination_tellingrule",
    writer=f"member_id = {MEMBER}",
    free=(
        "letters", "digest_at", "quiet_from", "quiet_to", "quiet_weekends", "urgent_passes",
        "language",
    ),
)  # fmt: skip


class Migration(migrations.Migration):
    """Policies and guards; no table changes."""

    dependencies = [("coordination", "0003_lost_consents"), ("access", "0008_holding")]
    operations = [write_rules(LETTERS)]
