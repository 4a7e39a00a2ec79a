# SPDX-License-Identifier: EUPL-1.2
"""Walls around programs, webhooks and rules of telling, as operations of a migration."""

from pathlib import Path

from django.db.migrations import RunSQL
from django.db.migrations.operations.base import Operation

from samvern.access.courses import run_course
from samvern.access.walls import (
    APP,
    IS_ADMINISTRATOR,
    MEMBER,
    ORGANISATION,
    ROLE,
    run_file,
    wall,
)
from samvern.coordination.hooks.course import DELIVERY, HOOK
from samvern.coordination.programs.course import PROGRAM

SQL = Path(__file__).parents[1] / "sql"
HERE = f"organisation_id = {ORGANISATION}"
KEEPER = f"{HERE} AND {ROLE} IN ('administrator', 'service')"
COLLEAGUE = (
    "member_id IN (SELECT m.id FROM public.access_member m "
    f"WHERE m.organisation_id = {ORGANISATION})"
)


def build_doors() -> list[Operation]:
    """All of them."""
    return [
        *_programs(),
        *_hooks(),
        wall(
            "coordination_tellingrule",
            {
                "SELECT": f"USING (member_id = {MEMBER} OR {ROLE} = 'service' AND {COLLEAGUE})",
                "INSERT": f"WITH CHECK (member_id = {MEMBER})",
                "UPDATE": f"USING (member_id = {MEMBER})",
            },
        ),
    ]


def _programs() -> list[Operation]:
    seen = f"{HERE} AND ({ROLE} IN ('administrator', 'auditor') OR member_id = {MEMBER})"
    return [
        wall("coordination_program", {"SELECT": f"USING ({seen})"}),
        _steps_of("coordination_program", IS_ADMINISTRATOR),
        *run_course(PROGRAM),
        run_file("programs.sql", SQL),
    ]


def _hooks() -> list[Operation]:
    made = f"created_by_id = {MEMBER}"
    return [
        wall(
            "coordination_hook",
            {
                "SELECT": f"USING ({KEEPER})",
                "INSERT": f"WITH CHECK ({HERE} AND {IS_ADMINISTRATOR} AND {made} AND state = 'active')",
                "UPDATE": f"USING ({KEEPER})",
            },
        ),
        _only("coordination_hook", "secret_sealed, former_sealed, failures"),
        wall(
            "coordination_delivery",
            {
                "SELECT": f"USING ({KEEPER})",
                "INSERT": f"WITH CHECK ({KEEPER} AND {made} AND state = 'queued' AND EXISTS ("
                "SELECT 1 FROM public.coordination_hook h WHERE h.id = hook_id "
                f"AND h.{HERE}))",
                "UPDATE": f"USING ({KEEPER})",
            },
        ),
        _only("coordination_delivery", "attempts, due_at"),
        _steps_of("coordination_hook", f"{ROLE} IN ('administrator', 'service')"),
        _steps_of("coordination_delivery", f"{ROLE} IN ('administrator', 'service')"),
        *run_course(HOOK),
        *run_course(DELIVERY),
        run_file("hooks.sql", SQL),
    ]


def _steps_of(table: str, makes: str) -> RunSQL:
    seen = f"of_id IN (SELECT t.id FROM public.{table} t)"
    return wall(f"{table}step", {"SELECT": f"USING ({seen})", "INSERT": f"WITH CHECK ({makes})"})


def _only(table: str, columns: str) -> RunSQL:
    return RunSQL(
        f"REVOKE UPDATE ON {table} FROM {APP}; GRANT UPDATE ({columns}) ON {table} TO {APP}",
        RunSQL.noop,
    )
