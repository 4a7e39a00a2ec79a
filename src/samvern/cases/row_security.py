# SPDX-License-Identifier: EUPL-1.2
"""Row security of tables whose rows carry ``case_id``, as operations of a migration."""

from collections.abc import Sequence

from django.db.migrations import RunSQL
from django.db.migrations.operations.base import Operation

from samvern.access.categories import Category
from samvern.access.row_security import (
    BLOCKED_CASE_IDS,
    MEMBER,
    OPEN_CASE_IDS,
    ORGANISATION,
    RowRule,
    add_policies,
    holding_statements,
    shared_case_ids,
    works_with_category,
)

VERBS = ("SELECT", "INSERT", "UPDATE")
MANAGES = (
    f"{{case}}.organisation_id = {ORGANISATION} AND ("
    "{case}.id = ANY ((SELECT gate.staffed())::uuid[]) "
    f"OR {{case}}.owner_id = {MEMBER} "
    "OR {case}.unit_id = ANY ((SELECT gate.led())::uuid[]) "
    "OR {case}.circle = 'unit' AND {case}.unit_id = ANY ((SELECT gate.units())::uuid[]))"
)
"""Whoever says who works on a case: its team, its owner, its leaders, or its unit if it is open."""


def own_case_condition(table: str) -> str:
    """The row's case is open to the actor by the rules of the own organisation, or by name."""
    return (
        f"({table}.case_id = ANY ({OPEN_CASE_IDS}) OR EXISTS (SELECT 1 FROM public.cases_case c "
        f"WHERE c.id = {table}.case_id AND c.organisation_id = {ORGANISATION})) "
        f"AND {table}.case_id <> ALL ({BLOCKED_CASE_IDS})"
    )


def managed_case_condition(table: str, column: str = "case_id") -> str:
    """The row's case is the actor's to say who works on it: by her own organisation's rules."""
    return (
        f"{works_with_category(Category.CASE)} AND {table}.{column} <> ALL ({BLOCKED_CASE_IDS}) "
        f"AND EXISTS (SELECT 1 FROM public.cases_case c WHERE c.id = {table}.{column} "
        f"AND {MANAGES.format(case='c')})"
    )


def own_rows(
    table: str,
    category: Category,
    *,
    author: str = "created_by_id",
    free: Sequence[str] = (),
    once: Sequence[str] = (),
    open_states: Sequence[str] = (),
) -> RowRule:
    """The rule for writing in a table of a case: what is own, signed by whoever wrote it."""
    return RowRule(
        table,
        writer=f"{works_with_category(category)} AND {own_case_condition(table)}",
        new=f"{author} = {MEMBER}",
        free=free,
        once=once,
        open_states=open_states,
    )


def protect_case_table(
    table: str,
    category: Category,
    *,
    verbs: Sequence[str] = VERBS,
    author: str = "",
    free: Sequence[str] = (),
    once: Sequence[str] = (),
) -> RunSQL:
    """Protect a table of a case: read what is visible or shared, write what is own.

    With ``author``, the column that says who wrote a row can name nobody but the actor. Of a row
    that is written, ``free`` may change and ``once`` be filled in; nothing else.
    """
    works, own_case = works_with_category(category), own_case_condition(table)
    own = f"{works} AND {own_case}"
    shared = (
        f"{table}.case_id = ANY ({shared_case_ids(category)}) "
        f"AND {table}.case_id <> ALL ({BLOCKED_CASE_IDS})"
    )
    signed = f" AND {author} = {MEMBER}" if author else ""
    tests = {
        "SELECT": f"USING ({works} AND ({shared} OR {own_case}))",
        "INSERT": f"WITH CHECK ({own}{signed})",
        "UPDATE": f"USING ({own}) WITH CHECK ({own})",
        "DELETE": f"USING ({own})",
    }
    held = holding_statements(table, free, once) if "UPDATE" in verbs else []
    return add_policies(table, {verb: tests[verb] for verb in verbs}, *held)


def protect_two_sided_table(table: str, category: Category) -> list[Operation]:
    """Protect a thing one organisation sends to another, and its transitions (``<table>step``).

    ``organisation_id`` is the sender, ``receiver_id`` the receiver. The sender writes it, in a case
    of its own and in the actor's name; both read it, and both may make transitions, which
    ``gate.take_step`` checks.
    """
    works, steps = works_with_category(category), f"{table}step"
    sent = f"organisation_id = {ORGANISATION} AND {own_case_condition(table)}"
    received = f"receiver_id = {ORGANISATION} AND {table}.case_id <> ALL ({BLOCKED_CASE_IDS})"
    of_visible = f"{works} AND of_id IN (SELECT thing.id FROM public.{table} thing)"
    return [
        add_policies(table, {
            "SELECT": f"USING ({works} AND (({sent}) OR ({received})))",
            "INSERT": f"WITH CHECK ({works} AND {sent} AND created_by_id = {MEMBER})",
        }),
        add_policies(steps, {
            "SELECT": f"USING ({of_visible})",
            "INSERT": f"WITH CHECK ({of_visible} AND made_by_id = {MEMBER})",
        }),
    ]  # fmt: skip


def allow_erasure(table: str) -> RunSQL:
    """Let the gate remove a case's rows from a table; each table with ``case_id`` needs it."""
    return RunSQL(
        f"GRANT SELECT (case_id), DELETE ON {table} TO samvern_gate;"
        f"CREATE POLICY erasing_seen ON {table} FOR SELECT TO samvern_gate USING (true);"
        f"CREATE POLICY erasing ON {table} FOR DELETE TO samvern_gate USING (true)",
        f"DROP POLICY erasing ON {table}; DROP POLICY erasing_seen ON {table}",
    )
