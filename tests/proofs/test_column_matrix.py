# SPDX-License-Identifier: EUPL-1.2
"""Every column of every table the application reaches: what is fixed stays, in everybody's session.

As somebody who injects SQL into the session of a member: team, shares, consents, legal hold and
erasure cannot be changed by an UPDATE that no page makes. Tables and columns come from the
catalogue, the expectation from a reviewed file, not from policies and triggers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import pytest

from support.columns import (
    Column,
    attempts,
    catalogue,
    changes,
    fill_in,
    ready,
    reviewed,
    rows_of,
)
from support.expected import ACTORS, may_touch
from support.expected import expected as reach
from support.workspace import Workspace

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("together")]
WRITERS = ("kari", "tone")
"""Who could change most: the owner of a case, and her leader."""


@dataclass(frozen=True)
class Try:
    """Somebody's attempt to write one column of a row, and how many rows it should change."""

    actor: str
    column: Column
    id: str
    what: str
    value: str
    want: int

    @property
    def statement(self) -> str:
        """As SQL."""
        table, name = self.column.table, self.column.name
        return f"UPDATE {table} SET {name} = {self.value} WHERE id = '{self.id}'"


Probe = tuple[Try, int]


@pytest.fixture(scope="module")
def columns(workspace: Workspace) -> dict[str, list[Column]]:
    with workspace.superuser() as connection:
        ready(connection)
        return catalogue(connection)


def test_every_column_is_classified(columns: dict[str, list[Column]]) -> None:
    found = {table: {each.name for each in those} for table, those in columns.items()}
    assert found == {table: set(rules) for table, rules in reviewed().items()}


def probes(
    workspace: Workspace,
    columns: dict[str, list[Column]],
    actors: tuple[str, ...],
    only: str = "",
) -> Iterator[Probe]:
    """Each actor tries each column of a row of each case; or of ``only`` one, where it has rows."""
    tokens = {each: workspace.token(each) if each != "nobody" else "nobody" for each in actors}
    cases = {str(id): name for name, id in workspace.cast.cases.items()}
    with workspace.superuser() as connection:
        for table, those in columns.items():
            if not any(column.is_granted for column in those):
                continue  # nobody changes anything
            for row in chosen(rows_of(connection, those), workspace.cast.cases.get(only)):
                case = cases.get(str(row["id"] if table == "cases_case" else row.get("case_id")))
                with connection.transaction(force_rollback=True):
                    fill_in(connection, those, row)
                    for actor in actors:
                        tries = list(of_row(actor, case, those, row))
                        made = [tried.statement for tried in tries]
                        met = attempts(connection, tokens[actor], made) if made else []
                        yield from zip(tries, met, strict=True)


def chosen(rows: list[dict[str, Any]], case: Any) -> list[dict[str, Any]]:
    """All rows, or one: of the case if there is one of it."""
    of_it = [row for row in rows if str(case) in (row.get("case_id"), row["id"])]
    return rows if case is None else (of_it or rows)[:1]


def of_row(actor: str, case: str | None, those: list[Column], row: dict[str, Any]) -> Iterator[Try]:
    """What is fixed or filled in changes for nobody; what is free for whoever writes such rows."""
    table = those[0].table
    is_known = case is not None and table in reach()["tables"]
    for column in filter(attrgetter("is_granted"), those):
        for what, value in changes(column, row):
            yield Try(actor, column, row["id"], what, value, 0)
        if column.rule == "free" and is_known:
            want = int(may_touch(actor, str(case), table, "UPDATE"))
            yield Try(actor, column, row["id"], "kept", column.name, want)


def check(found: Iterator[Probe], least: int, record_property: Any) -> None:
    met = list(found)
    wrong = [(tried, rows) for tried, rows in met if rows != tried.want]
    record_property("probes", len(met))
    print(f"\n{len(met)} probes, {len(wrong)} differences", *wrong[:40], sep="\n")
    assert wrong == []
    assert len(met) >= least


def test_what_is_fixed_stays_for_those_who_write_most(
    workspace: Workspace, columns: dict[str, list[Column]], record_property: Any
) -> None:
    check(probes(workspace, columns, WRITERS, only="own"), 500, record_property)


@pytest.mark.long
def test_what_is_fixed_stays_for_everybody(
    workspace: Workspace, columns: dict[str, list[Column]], record_property: Any, short: bool
) -> None:
    who = ("jonas", "amina", "guro", "nobody") if short else ACTORS
    check(probes(workspace, columns, who), 5000 if short else 15000, record_property)
