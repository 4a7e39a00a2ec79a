# SPDX-License-Identifier: EUPL-1.2
"""Row security as operations of a migration: every table with personal data gets its policies here.

What a table of a case needs stands in ``cases/row_security.py``. Each test in a policy is a scalar
sub-select, which PostgreSQL works out once for a statement. A function called with a column of the
row is called for every row: the same list took 500 times as long.
"""

from django.db.migrations import RunSQL

from samvern.access.categories import Category

APP_ROLE = "samvern_app"
OPEN_CASE_IDS = "(SELECT gate.mine())::uuid[]"
BLOCKED_CASE_IDS = "(SELECT gate.barred())::uuid[]"
ORGANISATION = "(SELECT gate.organisation())"
MEMBER = "(SELECT gate.member())"


def works_with_category(category: Category) -> str:
    """Whether the actor works with this category at all."""
    return f"(SELECT gate.opens('{category.value}'))"


def shared_case_ids(category: Category) -> str:
    """The cases others share with the actor's organisation, in this category."""
    return f"(SELECT gate.shared('{category.value}'))::uuid[]"


def add_policies(table: str, policies: dict[str, str]) -> RunSQL:
    """Close a table, then open it to the application by one policy for each verb."""
    statements = [
        f"REVOKE ALL ON {table} FROM PUBLIC",
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY migration ON {table} TO samvern_owner USING (true)",
        *(
            f"CREATE POLICY {verb.lower()}_{APP_ROLE} ON {table} FOR {verb} TO {APP_ROLE} {test}"
            for verb, test in policies.items()
        ),
        f"GRANT {', '.join(policies)} ON {table} TO {APP_ROLE}",
    ]
    return RunSQL(";\n".join(statements), f"DROP TABLE {table}")


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
