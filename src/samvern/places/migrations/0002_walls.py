# SPDX-License-Identifier: EUPL-1.2
"""The walls of places: a provider's own, what a booking opens to either side, and nothing else."""

from django.db import migrations

from samvern.access.categories import Category
from samvern.access.courses import run_course
from samvern.access.erasing import erasable
from samvern.access.walls import (
    BARRED,
    MEMBER,
    ORGANISATION,
    keep_history,
    open_keys_of,
    open_to,
    opens,
    own_part,
    run_file,
    wall,
)
from samvern.places.course import BOOKING, WAITING
from samvern.places.folders import SQL

C = opens(Category.CASE)
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
    return f"{C} AND {table}.organisation_id = {ORGANISATION} AND {own_part(table)}"


RECEIVED = f"{C} AND place_id = ANY ({KEPT}) AND case_id <> ALL ({BARRED})"
BOOKINGS = "(SELECT b.id FROM public.places_booking b)"


class Migration(migrations.Migration):
    dependencies = [
        ("places", "0001_initial"),
        ("cases", "0006_receivers"),
        ("access", "0004_courses"),
    ]
    operations = [
        run_file("taking.sql", SQL),
        run_file("seeing.sql", SQL),
        wall(
            "places_place",
            {
                "SELECT": f"USING ({OWN} AND id = ANY ({KEPT}))",
                "INSERT": f"WITH CHECK ({OWN} AND created_by_id = {MEMBER} AND {UNIT})",
                "UPDATE": f"USING ({OWN} AND id = ANY ({KEPT})) WITH CHECK ({OWN} AND {UNIT})",
            },
        ),
        wall(
            "places_room",
            {
                "SELECT": f"USING ({KEPT_PLACE})",
                "INSERT": f"WITH CHECK ({KEPT_PLACE})",
                "UPDATE": f"USING ({KEPT_PLACE}) WITH CHECK ({KEPT_PLACE})",
            },
        ),
        wall(
            "places_placeaddress",
            {
                "SELECT": f"USING (id = ANY ({OPENED}))",
                "INSERT": f"WITH CHECK ({KEPT_PLACE} AND created_by_id = {MEMBER})",
                "UPDATE": f"USING ({KEPT_PLACE} AND id = ANY ({OPENED})) WITH CHECK ({KEPT_PLACE})",
            },
        ),
        wall(
            "places_booking",
            {
                "SELECT": f"USING ({asked('places_booking')} OR {RECEIVED})",
                "INSERT": f"WITH CHECK ({asked('places_booking')} AND created_by_id = {MEMBER} "
                "AND state = 'held')",
            },
        ),
        wall(
            "places_bookingstep",
            {
                "SELECT": f"USING ({C} AND of_id IN {BOOKINGS})",
                "INSERT": f"WITH CHECK ({C} AND made_by_id = {MEMBER} AND EXISTS (SELECT 1 FROM "
                "public.places_booking b WHERE b.id = places_bookingstep.of_id "
                "AND b.case_id = places_bookingstep.case_id))",
            },
        ),
        wall(
            "places_occupancy",
            {
                "SELECT": f"USING ({OWN} AND room_id IN (SELECT r.id FROM public.places_room r) "
                f"AND (case_id IS NULL OR case_id <> ALL ({BARRED})))"
            },
        ),
        wall(
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
        wall(
            "places_waitingstep",
            {
                "SELECT": f"USING ({C} AND {own_part('places_waitingstep')})",
                "INSERT": f"WITH CHECK ({C} AND {own_part('places_waitingstep')} "
                f"AND made_by_id = {MEMBER})",
            },
        ),
        wall("places_demand", {"INSERT": f"WITH CHECK ({C})"}),
        migrations.RunSQL(
            "REVOKE UPDATE ON places_waiting FROM samvern_app;"
            "GRANT UPDATE (told_at, passed_at) ON places_waiting TO samvern_app",
            migrations.RunSQL.noop,
        ),
        *(
            open_to("samvern_gate", f"places_{name}")
            for name in ("place", "room", "demand", "placeaddress")
        ),
        keep_history("places_place", Category.CASE),
        *run_course(BOOKING),
        *run_course(WAITING),
        *(
            open_keys_of(thing, alone=thing != "booking")
            for thing in ("booking", "place", "placeaddress")
        ),
        *(
            erasable(f"places_{name}")
            for name in ("booking", "bookingstep", "occupancy", "waiting", "waitingstep")
        ),
    ]
