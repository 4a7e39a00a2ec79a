# SPDX-License-Identifier: EUPL-1.2
"""INSERT and UPDATE of the directory from one rule."""

from django.db import migrations

from samvern.access.row_security import ORGANISATION, RowRule, write_rules

SERVICE = RowRule(
    "referrals_service",
    writer=f"(SELECT gate.role()) = 'leader' AND organisation_id = {ORGANISATION}",
    holds="(unit_id IS NULL OR unit_id IN (SELECT u.id FROM public.access_unit u "
    f"WHERE u.organisation_id = {ORGANISATION}))",
    free=(
        "version", "changed_at", "name", "words", "needs", "regions", "sexes", "youngest",
        "oldest", "with_children", "languages", "accessible", "phone", "phone_hours",
        "round_the_clock", "hours", "active", "unit_id",
    ),
)  # fmt: skip


class Migration(migrations.Migration):
    """Policies and guards; no table changes."""

    dependencies = [("referrals", "0004_told_first"), ("cases", "0007_row_rules")]
    operations = [write_rules(SERVICE)]
