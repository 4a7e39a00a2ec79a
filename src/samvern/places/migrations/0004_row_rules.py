# SPDX-License-Identifier: EUPL-1.2
"""INSERT and UPDATE of what can be changed as a whole in this room, from one rule each."""

from django.db import migrations

from samvern.access.categories import Category
from samvern.access.row_security import (
    MEMBER,
    ORGANISATION,
    RowRule,
    works_with_category,
    write_rules,
)

OURS = f"{works_with_category(Category.CASE)} AND organisation_id = {ORGANISATION}"
KEPT = "ANY ((SELECT gate.kept_places())::uuid[])"
VERSION = ("version", "changed_at")
PLACE = RowRule(
    "places_place",
    writer=f"{OURS} AND id = {KEPT}",
    adder=OURS,
    holds="(unit_id IS NULL OR unit_id IN (SELECT u.id FROM public.access_unit u "
    f"WHERE u.organisation_id = {ORGANISATION}))",
    new=f"created_by_id = {MEMBER}",
    free=(
        *VERSION, "name", "kind", "region", "district", "keeps_from", "sexes", "youngest",
        "oldest", "children", "accessible", "languages", "security", "staffed", "policy",
        "intake_from", "intake_until", "active", "notes_sealed", "unit_id",
    ),
)  # fmt: skip
ADDRESS = RowRule(
    "places_placeaddress",
    writer=f"{OURS} AND place_id = {KEPT} AND id = ANY ((SELECT gate.place_addresses())::uuid[])",
    adder=f"{OURS} AND place_id = {KEPT}",
    new=f"created_by_id = {MEMBER}",
    free=(*VERSION, "address_sealed"),
)
ROOM = RowRule(
    "places_room", writer=f"{OURS} AND place_id = {KEPT}", free=("label", "beds", "active")
)


class Migration(migrations.Migration):
    """Policies and guards; no table changes."""

    dependencies = [("places", "0003_told_first"), ("cases", "0007_row_rules")]
    operations = [write_rules(PLACE, ADDRESS, ROOM)]
