# SPDX-License-Identifier: EUPL-1.2
"""Who may dispose of a case, narrower than who may work in it; and what crosses organisations."""

from django.db import migrations

from samvern.access.categories import Category
from samvern.access.row_security import (
    BLOCKED_CASE_IDS,
    MEMBER,
    ORGANISATION,
    run_sql_file,
    works_with_category,
)

STAFFED, LED = "(SELECT gate.staffed())::uuid[]", "(SELECT gate.led())::uuid[]"
UNITS, PARTNERS = "(SELECT gate.units())::uuid[]", "(SELECT gate.partners())::uuid[]"
OF_THE_HOUSE = (
    f"organisation_id = {ORGANISATION} AND (id = ANY ({STAFFED}) OR owner_id = {MEMBER} "
    f"OR unit_id = ANY ({LED}) OR circle = 'unit' AND unit_id = ANY ({UNITS}))"
)
IN_HOUSE = (
    f"unit_id IN (SELECT u.id FROM public.access_unit u WHERE u.organisation_id = {ORGANISATION}) "
    "AND owner_id IN (SELECT m.id FROM public.access_member m "
    f"WHERE m.organisation_id = {ORGANISATION})"
)
CASE = f"{works_with_category(Category.CASE)} AND id <> ALL ({BLOCKED_CASE_IDS}) AND {OF_THE_HOUSE}"
COLLEAGUE = (
    "member_id IN (SELECT m.id FROM public.access_member m "
    f"WHERE m.organisation_id = {ORGANISATION})"
)


def disposed(table: str) -> str:
    """The row's case is one the actor's own organisation lets her dispose of."""
    return (
        f"{works_with_category(Category.CASE)} AND {table}.case_id <> ALL ({BLOCKED_CASE_IDS}) AND EXISTS ("
        f"SELECT 1 FROM public.cases_case c WHERE c.id = {table}.case_id AND {OF_THE_HOUSE})"
    )


def narrow(table: str, **tests: str) -> migrations.RunSQL:
    """Change what the policies of a table ask, verb by verb."""
    return migrations.RunSQL(
        ";\n".join(
            f"ALTER POLICY {verb}_samvern_app ON {table} {test}" for verb, test in tests.items()
        ),
        migrations.RunSQL.noop,
    )


TEAM, SHARE, BAR = (disposed(f"access_{name}") for name in ("teammember", "share", "bar"))


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_walls")]
    operations = [
        run_sql_file("cooperating.sql"),
        narrow("cases_case", update=f"USING ({CASE}) WITH CHECK ({CASE} AND {IN_HOUSE})"),
        narrow(
            "access_teammember",
            insert=f"WITH CHECK ({TEAM} AND {COLLEAGUE})",
            update=f"USING ({TEAM}) WITH CHECK ({TEAM})",
        ),
        # Whoever is barred is not told so: it would tell her that there is a case.
        narrow("access_bar", select=f"USING ({BAR})", insert=f"WITH CHECK ({BAR} AND {COLLEAGUE})"),
        narrow(
            "access_share",
            insert=f"WITH CHECK ({SHARE} AND access_share.organisation_id <> {ORGANISATION} "
            f"AND created_by_id = {MEMBER})",
            update=f"USING ({SHARE}) WITH CHECK ({SHARE})",
        ),
        narrow(
            "access_member",
            select=f"USING (organisation_id = {ORGANISATION} "
            f"OR organisation_id = ANY ({PARTNERS}) OR user_id = (SELECT gate.person()))",
        ),
        migrations.RunSQL(
            "DROP POLICY update_samvern_app ON access_glass;"
            "REVOKE UPDATE ON access_glass FROM samvern_app;"
            "DROP POLICY insert_samvern_app ON cases_parcel;"
            "REVOKE INSERT ON cases_parcel FROM samvern_app",
            migrations.RunSQL.noop,
        ),
    ]
