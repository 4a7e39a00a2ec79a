# SPDX-License-Identifier: EUPL-1.2
"""Row security as operations of a migration: every table with personal data gets its policies here.

Each test in a policy is a scalar sub-select, which PostgreSQL works out once for a statement. A
function called with a column of the row is called for every row: the same list took 500 times
as long.
"""

from collections.abc import Sequence
from pathlib import Path

from django.db.migrations import RunSQL

from samvern.access.categories import Category

SQL_FOLDER = Path(__file__).parent / "sql"


APP_ROLE = "samvern_app"


OPEN_CASE_IDS = "(SELECT gate.mine())::uuid[]"


BLOCKED_CASE_IDS = "(SELECT gate.barred())::uuid[]"


ORGANISATION = "(SELECT gate.organisation())"


MEMBER = "(SELECT gate.member())"


ROLE = "(SELECT gate.role())"


SIGNED_IN = f"{MEMBER} IS NOT NULL"


IS_ADMINISTRATOR = f"{ROLE} = 'administrator'"


def works_with_category(category: Category) -> str:
    """Whether the actor works with this category at all."""
    return f"(SELECT gate.opens('{category.value}'))"


def shared_case_ids(category: Category) -> str:
    """The cases others share with the actor's organisation, in this category."""
    return f"(SELECT gate.shared('{category.value}'))::uuid[]"


def own_case_condition(table: str) -> str:
    """The row's case is open to the actor by her own organisation's rules, or by name."""
    return (
        f"({table}.case_id = ANY ({OPEN_CASE_IDS}) OR EXISTS (SELECT 1 FROM public.cases_case c "
        f"WHERE c.id = {table}.case_id AND c.organisation_id = {ORGANISATION})) "
        f"AND {table}.case_id <> ALL ({BLOCKED_CASE_IDS})"
    )


def disposable_case_condition(table: str) -> str:
    """The row's case is one the actor's own house lets her dispose of: no emergency, no share."""
    return (
        f"{works_with_category(Category.CASE)} "
        f"AND {table}.case_id <> ALL ({BLOCKED_CASE_IDS}) AND EXISTS ("
        f"SELECT 1 FROM public.cases_case c WHERE c.id = {table}.case_id "
        f"AND c.organisation_id = {ORGANISATION} AND (c.id = ANY ((SELECT gate.staffed())::uuid[]) "
        f"OR c.owner_id = {MEMBER} OR c.unit_id = ANY ((SELECT gate.led())::uuid[]) "
        "OR c.circle = 'unit' AND c.unit_id = ANY ((SELECT gate.units())::uuid[])))"
    )


def visible_case_condition(table: str, category: Category) -> str:
    """What a reader may see: her own part, and what is shared in this category."""
    return (
        f"{works_with_category(category)} "
        f"AND ({table}.case_id = ANY ({shared_case_ids(category)}) AND "
        f"{table}.case_id <> ALL ({BLOCKED_CASE_IDS}) OR {own_case_condition(table)})"
    )


def protect_case_table(
    table: str,
    category: Category,
    *,
    verbs: Sequence[str] = ("SELECT", "INSERT", "UPDATE"),
    author: str = "",
) -> RunSQL:
    """Protect a table whose rows carry ``case_id``: read what is visible, write what is own.

    With ``author``, the column that says who wrote a row can name nobody but the actor.
    """
    own = f"{works_with_category(category)} AND {own_case_condition(table)}"
    signed = f" AND {author} = {MEMBER}" if author else ""
    tests = {
        "SELECT": f"USING ({visible_case_condition(table, category)})",
        "INSERT": f"WITH CHECK ({own}{signed})",
        "UPDATE": f"USING ({own}) WITH CHECK ({own})",
        "DELETE": f"USING ({own})",
    }
    return add_policies(table, {verb: tests[verb] for verb in verbs})


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


def run_sql_file(name: str, folder: Path = SQL_FOLDER) -> RunSQL:
    """The statements of a file in ``sql/``."""
    return RunSQL((folder / name).read_text(encoding="utf-8"), RunSQL.noop)


def allow_opening_keys_of(thing: str, *, alone: bool = False) -> RunSQL:
    """Let whoever reads a thing open its key, which bears the thing's own id as subject.

    A function ``gate.reads_<thing>(uuid)`` of the room says who that is. It is called for the few
    keys that were found by their subject, so it costs nothing for lists. A thing that stands
    ``alone``, without a case, gives its id as the key's case too.
    """
    statements = [
        f"CREATE POLICY select_{thing} ON identity_key FOR SELECT TO {APP_ROLE} "
        f"USING (gate.reads_{thing}(subject_id))"
    ]
    if alone:
        statements.append(
            f"CREATE POLICY insert_{thing} ON identity_key FOR INSERT TO {APP_ROLE} "
            f"WITH CHECK (case_id = subject_id AND gate.reads_{thing}(subject_id))"
        )
    return RunSQL(";".join(statements), RunSQL.noop)


TABLES_KEPT_AFTER_ERASURE = frozenset({"cases_certificate", "cases_proposal", "identity_key"})
"""Tables with a case's id that outlive it: proof and decision, and keys that are keys no more."""


def allow_erasure(table: str) -> RunSQL:
    """Let the gate remove a case's rows from a table; each with ``case_id`` needs it or is kept."""
    return RunSQL(
        f"GRANT SELECT (case_id), DELETE ON {table} TO samvern_gate;"
        f"CREATE POLICY erasing_seen ON {table} FOR SELECT TO samvern_gate USING (true);"
        f"CREATE POLICY erasing ON {table} FOR DELETE TO samvern_gate USING (true)",
        f"DROP POLICY erasing ON {table}; DROP POLICY erasing_seen ON {table}",
    )
