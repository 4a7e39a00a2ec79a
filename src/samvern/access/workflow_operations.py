# SPDX-License-Identifier: EUPL-1.2
"""Migration operations that let the database hold a state machine."""

from django.db.migrations import RunSQL
from django.db.migrations.operations.base import Operation

from samvern.access.row_security import allow_select_for
from samvern.access.workflow import StateMachine


def install_state_machine(machine: StateMachine) -> list[Operation]:
    """Operations that let the database hold a state machine; row security comes beside."""
    steps = f"{machine.table}step"
    lines = ", ".join(
        "({})".format(", ".join(f"'{v}'" if isinstance(v, str) else str(v) for v in row))
        for row in machine.rows()
    )
    return [
        allow_select_for("samvern_gate", machine.table),
        RunSQL(
            f"GRANT UPDATE (state, state_since) ON {machine.table} TO samvern_gate;"
            f"CREATE POLICY samvern_gate_update ON {machine.table} FOR UPDATE TO samvern_gate "
            "USING (true);"
            "SET LOCAL ROLE samvern_gate;"
            f"DELETE FROM gate.course WHERE thing = '{machine.table}';"
            f"INSERT INTO gate.course VALUES {lines};"
            "RESET ROLE;"
            f"CREATE TRIGGER a_take_step BEFORE INSERT ON {steps} FOR EACH ROW "
            f"EXECUTE FUNCTION gate.take_step('{machine.table}')",
            RunSQL.noop,
        ),
    ]


def sync_state_machine(machine: StateMachine) -> RunSQL:
    """Let the database have the transitions of a state machine as they are now."""
    lines = ", ".join(
        "({})".format(", ".join(f"'{v}'" if isinstance(v, str) else str(v) for v in row))
        for row in machine.rows()
    )
    forget = f"DELETE FROM gate.course WHERE thing = '{machine.table}'"
    know = f"INSERT INTO gate.course VALUES {lines}"
    return RunSQL(f"SET LOCAL ROLE samvern_gate; {forget}; {know}; RESET ROLE", RunSQL.noop)


def guard_closed_cases(machine: StateMachine) -> RunSQL:
    """Let no step be taken on a closed case, but by the gate when it ends what is open."""
    steps = f"{machine.table}step"
    ours = "FOR EACH ROW WHEN (current_user <> 'samvern_gate') EXECUTE FUNCTION"
    return RunSQL(
        f"GRANT INSERT ON {steps} TO samvern_gate;"
        f"CREATE POLICY living_ended ON {steps} FOR INSERT TO samvern_gate WITH CHECK (true);"
        f"CREATE TRIGGER a_a_case BEFORE INSERT ON {steps} {ours} "
        f"gate.step_in_open_case('{machine.table}')",
        RunSQL.noop,
    )


def let_gate_add_steps(machine: StateMachine) -> RunSQL:
    """Let the gate write steps of a state machine past the check of who makes them."""
    steps = f"{machine.table}step"
    return RunSQL(
        f"DROP TRIGGER a_take_step ON {steps};"
        f"CREATE TRIGGER a_take_step BEFORE INSERT ON {steps} FOR EACH ROW "
        "WHEN (current_user <> 'samvern_gate') "
        f"EXECUTE FUNCTION gate.take_step('{machine.table}')",
        RunSQL.noop,
    )
