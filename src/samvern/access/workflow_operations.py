# SPDX-License-Identifier: EUPL-1.2
"""Migration operations that let the database hold a state machine."""

from django.db.migrations import RunSQL
from django.db.migrations.operations.base import Operation

from samvern.access.row_security import allow_select_for
from samvern.access.workflow import StateMachine

BY_OTHERS = "FOR EACH ROW WHEN (current_user <> 'samvern_gate') EXECUTE FUNCTION"
"""The gate itself writes records of transitions when closing a case ends what is open on it."""


def install_state_machine(machine: StateMachine) -> list[Operation]:
    """Let the database hold a state machine; row security of its tables comes beside."""
    table, steps = machine.table, f"{machine.table}step"
    statements = (
        f"GRANT UPDATE (state, state_since) ON {table} TO samvern_gate",
        f"CREATE POLICY samvern_gate_update ON {table} FOR UPDATE TO samvern_gate USING (true)",
        f"CREATE TRIGGER a_take_step BEFORE INSERT ON {steps} {BY_OTHERS} "
        f"gate.take_step('{table}')",
    )
    return [
        allow_select_for("samvern_gate", table),
        RunSQL(";".join(statements), RunSQL.noop),
        sync_state_machine(machine),
    ]


def sync_state_machine(machine: StateMachine) -> RunSQL:
    """Let the database have the transitions of a state machine as they are now."""
    return RunSQL(sync_statement(machine), RunSQL.noop)


def sync_statement(machine: StateMachine) -> str:
    """The same as SQL; ``samvern database migrate`` ends with it for every machine."""
    lines = ", ".join(
        "({})".format(", ".join(f"'{v}'" if isinstance(v, str) else str(v) for v in row))
        for row in machine.rows()
    )
    forget = f"DELETE FROM gate.course WHERE thing = '{machine.table}'"
    know = f"INSERT INTO gate.course VALUES {lines}"
    return f"SET LOCAL ROLE samvern_gate; {forget}; {know}; RESET ROLE"


def guard_closed_cases(machine: StateMachine) -> RunSQL:
    """Let no transition be made on a closed case, but by the gate when it ends what is open."""
    steps = f"{machine.table}step"
    return RunSQL(
        f"GRANT INSERT ON {steps} TO samvern_gate;"
        f"CREATE POLICY living_ended ON {steps} FOR INSERT TO samvern_gate WITH CHECK (true);"
        f"CREATE TRIGGER a_a_case BEFORE INSERT ON {steps} {BY_OTHERS} "
        f"gate.step_in_open_case('{machine.table}')",
        RunSQL.noop,
    )
