# SPDX-License-Identifier: EUPL-1.2
"""The walls of conferences and of the board."""

from pathlib import Path

from django.db import migrations

from samvern.access.row_security import (
    APP_ROLE,
    IS_ADMINISTRATOR,
    MEMBER,
    ORGANISATION,
    SIGNED_IN,
    add_policies,
    allow_erasure,
    allow_opening_keys_of,
    run_sql_file,
)
from samvern.access.workflow_operations import install_state_machine
from samvern.coordination.row_security import (
    ASKED_OF_US,
    CASEWORK,
    MY_SEATS,
    at_table,
    called,
    in_section,
    through,
)
from samvern.coordination.workflow import COURSES

SQL = Path(__file__).parent.parent / "sql"
PARTS = ("conference", "seat", "planitem", "minutes", "minutesanswer", "nudge")
STEPS = ("conference", "seat", "planitem", "nudge")
ITEMS = "coordination_planitem"
HER_ITEMS = f" OR {ITEMS}.seat_id = ANY ({MY_SEATS})"
ANSWERS = (
    f"{CASEWORK} AND created_by_id = {MEMBER} AND seat_id = ANY ({MY_SEATS}) AND EXISTS ("
    "SELECT 1 FROM public.coordination_minutes m JOIN public.coordination_seat s "
    "ON s.conference_id = m.conference_id WHERE m.id = coordination_minutesanswer.minutes_id "
    "AND s.id = seat_id AND m.case_id = coordination_minutesanswer.case_id)"
)
CHANGED = "starts_at, lasts, where_sealed, agenda_sealed, voice, voice_sealed"


def moving(name: str) -> migrations.RunSQL:
    """The wall of the steps of a thing: whoever sees it, and the course decides the rest."""
    test = through(f"coordination_{name}step", f"coordination_{name}")
    same = f"case_id = (SELECT p.case_id FROM public.coordination_{name} p WHERE p.id = of_id)"
    return add_policies(
        f"coordination_{name}step",
        {"SELECT": f"USING ({test})", "INSERT": f"WITH CHECK ({test} AND {same})"},
    )


def change(table: str, columns: str) -> migrations.RunSQL:
    """Let those who have the case in hand change some columns, and no others."""
    test = f"{CASEWORK} AND (SELECT gate.case_in_hand({table}.case_id))"
    return migrations.RunSQL(
        f"GRANT UPDATE ({columns}) ON {table} TO {APP_ROLE};"
        f"CREATE POLICY update_{APP_ROLE} ON {table} FOR UPDATE TO {APP_ROLE} "
        f"USING ({test}) WITH CHECK ({test})",
        migrations.RunSQL.noop,
    )


class Migration(migrations.Migration):
    dependencies = [("coordination", "0002_together"), ("cases", "0006_receivers")]
    operations = [
        *(operation for course in COURSES for operation in install_state_machine(course)),
        run_sql_file("seats.sql", SQL),
        run_sql_file("board.sql", SQL),
        add_policies(
            "coordination_conference",
            {
                "SELECT": f"USING ({at_table('coordination_conference', 'id')})",
                "INSERT": f"WITH CHECK ({called('coordination_conference', 'planned')})",
            },
        ),
        change("coordination_conference", CHANGED),
        add_policies(
            "coordination_seat",
            {
                "SELECT": f"USING ({at_table('coordination_seat')})",
                "INSERT": f"WITH CHECK ({called('coordination_seat', 'invited')})",
            },
        ),
        change("coordination_seat", "share_id"),
        add_policies(
            ITEMS,
            {
                "SELECT": f"USING ({in_section(ITEMS, repr('plan'), HER_ITEMS)})",
                "INSERT": f"WITH CHECK ({called(ITEMS, 'agreed')})",
            },
        ),
        add_policies(
            "coordination_minutes",
            {
                "SELECT": f"USING ({in_section('coordination_minutes', 'category')})",
                "INSERT": f"WITH CHECK ({called('coordination_minutes')})",
            },
        ),
        add_policies(
            "coordination_minutesanswer",
            {
                "SELECT": f"USING ({through('coordination_minutesanswer', 'coordination_minutes', 'minutes_id')})",
                "INSERT": f"WITH CHECK ({ANSWERS})",
            },
        ),
        # A question is written by gate.board_nudge alone; whoever asked reads it on the board alone.
        add_policies("coordination_nudge", {"SELECT": f"USING ({ASKED_OF_US})"}),
        *(moving(name) for name in STEPS),
        add_policies(
            "coordination_boardrule",
            {
                "SELECT": f"USING ({SIGNED_IN} AND organisation_id = {ORGANISATION})",
                "INSERT": f"WITH CHECK ({IS_ADMINISTRATOR} AND organisation_id = {ORGANISATION} "
                f"AND made_by_id = {MEMBER} AND created_at < now() + interval '1 minute')",
            },
        ),
        migrations.RunSQL(
            "GRANT SELECT (of_id, reason) ON coordination_nudgestep TO samvern_gate;",
            migrations.RunSQL.noop,
        ),
        allow_opening_keys_of("conference"),
        *(allow_erasure(f"coordination_{name}") for name in PARTS),
        *(allow_erasure(f"coordination_{name}step") for name in STEPS),
    ]
