# SPDX-License-Identifier: EUPL-1.2
"""One table of what can be alive on a case: nothing is forgotten, and the database has the same."""

from typing import Any

import pytest
from django.core.checks import run_checks

from samvern.access.case_closing import CLOSABLE_KINDS, TABLES_WITHOUT_CLOSING, unregistered_tables
from samvern.web.production_checks import refuse_unsafe_production
from support.workspace import Workspace

pytestmark = pytest.mark.database
OF_A_CASE = """
    SELECT c.relname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE a.attname = 'case_id' AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
        AND n.nspname = 'public'
"""
GUARDS = """
    SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE t.tgname = 'a_a_case' AND t.tgenabled = 'O'
"""
COURSES = "SELECT DISTINCT thing || 'step' FROM gate.course"


def rows(workspace: Workspace, statement: str) -> list[Any]:
    """What the database answers behind its walls."""
    with workspace.superuser() as behind:
        return behind.execute(statement).fetchall()


def test_every_table_of_a_case_is_spoken_for(workspace: Workspace) -> None:
    there = {name for (name,) in rows(workspace, OF_A_CASE)}
    assert there == {kind.table for kind in CLOSABLE_KINDS.values()} | set(TABLES_WITHOUT_CLOSING)
    assert {kind.table for kind in CLOSABLE_KINDS.values()} & set(TABLES_WITHOUT_CLOSING) == set()


def test_the_database_knows_the_same_kinds(workspace: Workspace) -> None:
    known = rows(workspace, "SELECT name, thing, alive, fate, finish, still FROM gate.living")
    assert {row[0]: row[1:] for row in known} == {
        kind.name: (kind.table, kind.test(), kind.fate.value, kind.finish, list(kind.still))
        for kind in CLOSABLE_KINDS.values()
    }


def test_each_of_them_and_each_step_of_it_is_guarded(workspace: Workspace) -> None:
    things = {kind.table for kind in CLOSABLE_KINDS.values()}
    steps = {name for (name,) in rows(workspace, COURSES)} & set(TABLES_WITHOUT_CLOSING)
    without = {"coordination_seatstep"}  # a seat reads by its share, which has ended
    guarded = {name for (name,) in rows(workspace, GUARDS)}
    assert guarded == (things | steps | {"cases_aftercare"}) - without


def test_a_table_nobody_spoke_for_keeps_the_site_from_starting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert unregistered_tables() == []
    assert [each.id for each in run_checks(tags=["models"])] == []
    monkeypatch.delitem(TABLES_WITHOUT_CLOSING, "cases_note")
    assert unregistered_tables() == ["cases_note"]
    assert [each.id for each in run_checks(tags=["models"])] == ["samvern.E010"]
    with pytest.raises(Exception, match="cases_note"):
        refuse_unsafe_production()
