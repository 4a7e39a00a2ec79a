# SPDX-License-Identifier: EUPL-1.2
"""The walls around the roads outside. Only the side that sends has any part in them."""

from pathlib import Path

from django.db.migrations import RunSQL

from samvern.access.categories import Category
from samvern.access.row_security import (
    BLOCKED_CASE_IDS,
    MEMBER,
    ORGANISATION,
    add_policies,
    own_case_condition,
    works_with_category,
)

SQL = Path(__file__).parent / "sql"
STAFFED, LED = "(SELECT gate.staffed())::uuid[]", "(SELECT gate.led())::uuid[]"
UNITS = "(SELECT gate.units())::uuid[]"
CASEWORK = works_with_category(Category.CASE)
NEW = f"organisation_id = {ORGANISATION} AND created_by_id = {MEMBER}"


def disposed(table: str) -> str:
    """The row's case is one the actor's own organisation lets her dispose of."""
    return (
        f"{CASEWORK} AND {table}.case_id <> ALL ({BLOCKED_CASE_IDS}) AND EXISTS ("
        f"SELECT 1 FROM public.cases_case c WHERE c.id = {table}.case_id "
        f"AND c.organisation_id = {ORGANISATION} AND (c.id = ANY ({STAFFED}) "
        f"OR c.owner_id = {MEMBER} OR c.unit_id = ANY ({LED}) "
        f"OR c.circle = 'unit' AND c.unit_id = ANY ({UNITS})))"
    )


def of_own(table: str, things: str) -> str:
    """The row belongs to a thing of the same case that the actor sees."""
    return (
        f"EXISTS (SELECT 1 FROM public.{things} t WHERE t.id = {table}.of_id "
        f"AND t.case_id = {table}.case_id)"
    )


def thing(table: str, first: str, more: str = "true") -> RunSQL:
    """The wall of a thing with a state: read by whoever works in the case, made in one's own."""
    return add_policies(
        table,
        {
            "SELECT": f"USING ({CASEWORK} AND {own_case_condition(table)})",
            "INSERT": f"WITH CHECK ({disposed(table)} AND {NEW} AND state = '{first}' AND {more})",
        },
    )


def step(table: str, things: str, author: str = "made_by_id") -> RunSQL:
    """The wall of what is added to a thing: by the actor, in a case of hers."""
    return add_policies(
        table,
        {
            "SELECT": f"USING ({CASEWORK} AND {own_case_condition(table)})",
            "INSERT": f"WITH CHECK ({CASEWORK} AND {own_case_condition(table)} "
            f"AND {author} = {MEMBER} "
            f"AND {of_own(table, things)})",
        },
    )
