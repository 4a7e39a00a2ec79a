# SPDX-License-Identifier: EUPL-1.2
"""INSERT and UPDATE of what can be changed as a whole in this room, from one rule each."""

from django.db import migrations

from samvern.access.categories import Category
from samvern.access.row_security import ORGANISATION, RowRule, write_rules
from samvern.cases.row_security import own_rows

DESK = RowRule(
    "contacts_desk",
    writer=f"(SELECT gate.role()) = 'leader' AND organisation_id = {ORGANISATION}",
    holds="unit_id IN (SELECT u.id FROM public.access_unit u "
    f"WHERE u.organisation_id = {ORGANISATION})",
    free=("name", "actor_code", "topics", "days", "is_open", "unit_id"),
)
CONTACT_RULE = own_rows(
    "contacts_contactrule", Category.IDENTITY, free=("version", "changed_at", "rule_sealed")
)


class Migration(migrations.Migration):
    """Policies and guards; no table changes."""

    dependencies = [
        ("contacts", "0003_silent_desks"),
        ("cases", "0007_row_rules"),
    ]
    operations = [write_rules(DESK, CONTACT_RULE)]
