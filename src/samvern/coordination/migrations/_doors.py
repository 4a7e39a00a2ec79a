# SPDX-License-Identifier: EUPL-1.2
"""Walls around programs, webhooks and rules of telling, as operations of a migration."""

from pathlib import Path

from django.db.migrations import RunSQL
from django.db.migrations.operations.base import Operation

from samvern.access.row_security import (
    APP_ROLE,
    IS_ADMINISTRATOR,
    MEMBER,
    ORGANISATION,
    ROLE,
    add_policies,
    run_sql_file,
)
from samvern.access.workflow_operations import install_state_machine
from samvern.coordination.api_clients.workflow import PROGRAM
from samvern.coordination.webhooks.workflow import DELIVERY, HOOK

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
        add_policies(
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
        add_policies("coordination_program", {"SELECT": f"USING ({seen})"}),
        _steps_of("coordination_program", IS_ADMINISTRATOR),
        *install_state_machine(PROGRAM),
        run_sql_file("programs.sql", SQL),
    ]


def _hooks() -> list[Operation]:
    made = f"created_by_id = {MEMBER}"
    return [
        add_policies(
            "coordination_hook",
            {
                "SELECT": f"USING ({KEEPER})",
                "INSERT": f"WITH CHECK ({HERE} AND {IS_ADMINISTRATOR} AND {made} AND state = 'active')",
                "UPDATE": f"USING ({KEEPER})",
            },
        ),
        _only("coordination_hook", "secret_sealed, former_sealed, failures"),
        add_policies(
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
        *install_state_machine(HOOK),
        *install_state_machine(DELIVERY),
        run_sql_file("hooks.sql", SQL),
    ]


def _steps_of(table: str, makes: str) -> RunSQL:
    seen = f"of_id IN (SELECT t.id FROM public.{table} t)"
    return add_policies(
        f"{table}step", {"SELECT": f"USING ({seen})", "INSERT": f"WITH CHECK ({makes})"}
    )


def _only(table: str, columns: str) -> RunSQL:
    return RunSQL(
        f"REVOKE UPDATE ON {table} FROM {APP_ROLE}; GRANT UPDATE ({columns}) ON {table} TO {APP_ROLE}",
        RunSQL.noop,
    )
