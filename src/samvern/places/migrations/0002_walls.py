# SPDX-License-Identifier: EUPL-1.2
"""The walls of places: a provider's own, what a booking opens to either side, and nothing else."""

from django.db import migrations

from samvern.access.categories import Category
from samvern.access.row_security import (
    BLOCKED_CASE_IDS,
    MEMBER,
    ORGANISATION,
    add_policies,
    allow_erasure,
    allow_opening_keys_of,
    allow_select_for,
    own_case_condition,
    record_history,
    run_sql_file,
    works_with_category,
)
from samvern.access.workflow_operations import install_state_machine
from samvern.places.folders import SQL
from samvern.places.workflow import BOOKING, WAITING

C = works_with_category(Category.CASE)
KEPT = "(SELECT gate.kept_places())::uuid[]"
OPENED = "(SELECT gate.place_addresses())::uuid[]"
OWN = f"{C} AND organisation_id = {ORGANISATION}"
UNIT = (
    f"(unit_id IS NULL OR unit_id IN (SELECT u.id FROM public.access_unit u "
    f"WHERE u.organisation_id = {ORGANISATION}))"
)
KEPT_PLACE = f"{OWN} AND place_id = ANY ({KEPT})"


def asked(table: str) -> str:
    """The row is of a case of the actor's own house that is open to her."""
    return f"{C} AND {table}.organisation_id = {ORGANISATION} AND {own_case_condition(table)}"


RECEIVED = f"{C} AND place_id = ANY ({KEPT}) AND case_id <> ALL ({BLOCKED_CASE_IDS})"
BOOKINGS = "(SELECT b.id FROM public.places_booking b)"


class Migration(migrations.Migration):
    dependencies = [
        ("places", "0001_initial"),
        ("cases", "0006_receivers"),
        ("access", "0004_courses"),
    ]
    operations = [
        run_sql_file("taking.sql", SQL),
        run_sql_file("seeing.sql", SQL),
        add_policies(
            "places_place",
            {
                "SELECT": f"USING ({OWN} AND id = ANY ({KEPT}))",
                "INSERT": f"WITH CHECK ({OWN} AND created_by_id = {MEMBER} AND {UNIT})",
                "UPDATE": f"USING ({OWN} AND id = ANY ({KEPT})) WITH CHECK ({OWN} AND {UNIT})",
            },
        ),
        add_policies(
            "places_room",
            {
                "SELECT": f"USING ({KEPT_PLACE})",
                "INSERT": f"WITH CHECK ({KEPT_PLACE})",
                "UPDATE": f"USING ({KEPT_PLACE}) WITH CHECK ({KEPT_PLACE})",
            },
        ),
        add_policies(
            "places_placeaddress",
            {
                "SELECT": f"USING (id = ANY ({OPENED}))",
                "INSERT": f"WITH CHECK ({KEPT_PLACE} AND created_by_id = {MEMBER})",
                "UPDATE": f"USING ({KEPT_PLACE} AND id = ANY ({OPENED})) WITH CHECK ({KEPT_PLACE})",
            },
        ),
        add_policies(
            "places_booking",
            {
                "SELECT": f"USING ({asked('places_booking')} OR {RECEIVED})",
                "INSERT": f"WITH CHECK ({asked('places_booking')} AND created_by_id = {MEMBER} "
                "AND state = 'held')",
            },
        ),
        add_policies(
            "places_bookingstep",
            {
                "SELECT": f"USING ({C} AND of_id IN {BOOKINGS})",
                "INSERT": f"WITH CHECK ({C} AND made_by_id = {MEMBER} AND EXISTS (SELECT 1 FROM "
                "public.places_booking b WHERE b.id = places_bookingstep.of_id "
                "AND b.case_id = places_bookingstep.case_id))",
            },
        ),
        add_policies(
            "places_occupancy",
            {
                "SELECT": f"USING ({OWN} AND room_id IN (SELECT r.id FROM public.places_room r) "
                f"AND (case_id IS NULL OR case_id <> ALL ({BLOCKED_CASE_IDS})))"
            },
        ),
        add_policies(
            "places_waiting",
            {
                "SELECT": f"USING ({asked('places_waiting')})",
                "INSERT": f"WITH CHECK ({asked('places_waiting')} AND created_by_id = {MEMBER} "
                "AND state = 'waiting' AND told_at IS NULL AND passed_at IS NULL "
                "AND created_at BETWEEN statement_timestamp() - interval '1 minute' "
                "AND statement_timestamp() + interval '1 minute')",
                "UPDATE": f"USING ({asked('places_waiting')}) WITH CHECK ({asked('places_waiting')})",
            },
        ),
        add_policies(
            "places_waitingstep",
            {
                "SELECT": f"USING ({C} AND {own_case_condition('places_waitingstep')})",
                "INSERT": f"WITH CHECK ({C} AND {own_case_condition('places_waitingstep')} "
                f"AND made_by_id = {MEMBER})",
            },
        ),
        add_policies("places_demand", {"INSERT": f"WITH CHECK ({C})"}),
        migrations.RunSQL(
            "REVOKE UPDATE ON places_waiting FROM samvern_app;"
            "GRANT UPDATE (told_at, passed_at) ON places_waiting TO samvern_app",
            migrations.RunSQL.noop,
        ),
        *(
            allow_select_for("samvern_gate", f"places_{name}")
            for name in ("place", "room", "demand", "placeaddress")
        ),
        record_history("places_place", Category.CASE),
        *install_state_machine(BOOKING),
        *install_state_machine(WAITING),
        *(
            allow_opening_keys_of(thing, alone=thing != "booking")
            for thing in ("booking", "place", "placeaddress")
        ),
        *(
            allow_erasure(f"places_{name}")
            for name in ("booking", "bookingstep", "occupancy", "waiting", "waitingstep")
        ),
    ]
