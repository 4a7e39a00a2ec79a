# SPDX-License-Identifier: EUPL-1.2
"""Tables whose rows go when a case is erased, as an operation of a migration."""

from django.db.migrations import RunSQL

KEPT = frozenset({"cases_certificate", "cases_proposal", "identity_key"})
"""Tables with a case's id that outlive it: proof and decision, and keys that are keys no more."""


def erasable(table: str) -> RunSQL:
    """Let the gate remove a case's rows from a table; each with ``case_id`` needs it or is kept."""
    return RunSQL(
        f"GRANT SELECT (case_id), DELETE ON {table} TO samvern_gate;"
        f"CREATE POLICY erasing_seen ON {table} FOR SELECT TO samvern_gate USING (true);"
        f"CREATE POLICY erasing ON {table} FOR DELETE TO samvern_gate USING (true)",
        f"DROP POLICY erasing ON {table}; DROP POLICY erasing_seen ON {table}",
    )
