# SPDX-License-Identifier: EUPL-1.2
"""Row security as operations of a migration: every table with personal data gets its policies here.

What a table of a case needs stands in ``cases/row_security.py``. Each test in a policy is a scalar
sub-select, which PostgreSQL works out once for a statement. A function called with a column of the
row is called for every row: the same list took 500 times as long.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.migrations import RunSQL

from samvern.access.categories import Category

APP_ROLE = "samvern_app"
OPEN_CASE_IDS = "(SELECT gate.mine())::uuid[]"
BLOCKED_CASE_IDS = "(SELECT gate.barred())::uuid[]"
ORGANISATION = "(SELECT gate.organisation())"
MEMBER = "(SELECT gate.member())"


@dataclass(frozen=True)
class RowRule:
    """Who writes the rows of a table, and what of a row may change.

    INSERT and UPDATE both follow from it, so that what a new row may not be, a changed one may not
    become: ``write_rules``. Conditions are SQL over the row.
    """

    table: str
    writer: str
    """Whose rows they are to write."""
    holds: str = "true"
    """What is so of every row, new or changed."""
    new: str = "true"
    """What is so of a new row beside: who signs it, the state it begins in."""
    free: Sequence[str] = ()
    """Columns that change as work goes on; every column that stands nowhere is fixed."""
    once: Sequence[str] = ()
    """Columns that are filled in once; a name among them (``…_by_id``) is the actor's."""
    open_states: Sequence[str] = ()
    """The states a row still moves from, where not from each."""
    adder: str = ""
    """Who makes a new row, where it is not ``writer``."""


def works_with_category(category: Category) -> str:
    """Whether the actor works with this category at all."""
    return f"(SELECT gate.opens('{category.value}'))"


def shared_case_ids(category: Category) -> str:
    """The cases others share with the actor's organisation, in this category."""
    return f"(SELECT gate.shared('{category.value}'))::uuid[]"


def add_policies(table: str, policies: dict[str, str], *more: str) -> RunSQL:
    """Close a table, then open it to the application by one policy for each verb, and run more."""
    statements = [
        f"REVOKE ALL ON {table} FROM PUBLIC",
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY migration ON {table} TO samvern_owner USING (true)",
        *(
            f"CREATE POLICY {verb.lower()}_{APP_ROLE} ON {table} FOR {verb} TO {APP_ROLE} {test}"
            for verb, test in policies.items()
        ),
        f"GRANT {', '.join(policies)} ON {table} TO {APP_ROLE}",
        *more,
    ]
    return RunSQL(";\n".join(statements), f"DROP TABLE {table}")


def write_rules(*rules: RowRule) -> RunSQL:
    """The policies and the guard for writing of tables that are protected already."""
    statements = [statement for rule in rules for statement in writing_statements(rule)]
    return RunSQL(";\n".join(statements), RunSQL.noop)


def writing_statements(rule: RowRule) -> list[str]:
    """What one rule makes of a table, in place of what was there."""
    table, row = rule.table, rule.holds
    added = f"({rule.adder or rule.writer}) AND ({row}) AND ({rule.new})"
    return [
        f"DROP POLICY IF EXISTS insert_{APP_ROLE} ON {table}",
        f"DROP POLICY IF EXISTS update_{APP_ROLE} ON {table}",
        f"CREATE POLICY insert_{APP_ROLE} ON {table} FOR INSERT TO {APP_ROLE} WITH CHECK ({added})",
        f"CREATE POLICY update_{APP_ROLE} ON {table} FOR UPDATE TO {APP_ROLE} "
        f"USING ({rule.writer}) WITH CHECK (({rule.writer}) AND ({row}))",
        *holding_statements(table, rule.free, rule.once, rule.open_states),
    ]


def hold_columns(table: str, *, free: Sequence[str] = (), once: Sequence[str] = ()) -> RunSQL:
    """Let the application change these columns of a row and no others: ``gate.hold_columns``."""
    return RunSQL(";\n".join(holding_statements(table, free, once)), RunSQL.noop)


def holding_statements(table: str, *arguments: Sequence[str]) -> list[str]:
    """The trigger that holds the other columns, in place of one that was there.

    It comes after the guards that say more of why. ``arguments``: what is free, what is filled in
    once, and the states that are open.
    """
    said = ", ".join("'{}'".format(",".join(each)) for each in (*arguments, (), ())[:3])
    return [
        f"DROP TRIGGER IF EXISTS a_z_hold ON {table}",
        f"CREATE TRIGGER a_z_hold BEFORE UPDATE ON {table} FOR EACH ROW "
        f"WHEN (current_user = '{APP_ROLE}' AND OLD.* IS DISTINCT FROM NEW.*) "
        f"EXECUTE FUNCTION gate.hold_columns({said})",
    ]


def allow_select_for(role: str, table: str, columns: str = "") -> RunSQL:
    """Let a role that owns functions, and that nobody signs in as, read a protected table."""
    return RunSQL(
        f"GRANT SELECT {columns} ON {table} TO {role};"
        f"CREATE POLICY {role} ON {table} FOR SELECT TO {role} USING (true)",
        RunSQL.noop,
    )


def record_history(table: str, category: Category) -> RunSQL:
    """Keep what each row was before a change, where the application cannot reach it."""
    return RunSQL(
        f"CREATE TRIGGER keep_history BEFORE UPDATE ON {table} FOR EACH ROW "
        f"WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION audit.keep('{category.value}')",
        f"DROP TRIGGER keep_history ON {table}",
    )
