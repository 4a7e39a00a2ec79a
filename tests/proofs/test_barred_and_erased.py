# SPDX-License-Identifier: EUPL-1.2
"""Whoever is shut out of a case is not put on it at the same moment, and nothing is written in a
case while it is erased. The long form, every act against every end: ``test_grants_and_ends.py``."""

from typing import Any
from uuid import UUID

import psycopg
import pytest

from samvern.cases.core.models import Case
from samvern.cases.retention.domain import confirm_proposal, propose_by_request
from samvern.cases.team.domain import block_member
from support.in_turn import Statement, Two
from support.outsiders import close, fresh
from support.workspace import Workspace

pytestmark = pytest.mark.database
BAR = """
    INSERT INTO access_bar (id, created_at, case_id, member_id, added_by_id)
    VALUES (gen_random_uuid(), now(), %s, %s, %s)
"""
TEAM = """
    INSERT INTO access_teammember (id, created_at, case_id, member_id, is_owner, added_by_id)
    VALUES (gen_random_uuid(), now(), %s, %s, false, %s)
"""
GIVE = "UPDATE cases_case SET owner_id = %s WHERE id = %s"
CONSENT = """
    INSERT INTO cases_consent (id, created_at, case_id, person_id, created_by_id, purpose,
        categories, language_sealed, interpreter, form, given_at, refused)
    VALUES (gen_random_uuid(), now(), %s, %s, %s, 'housing', '{case}', '', false, 'oral',
        now(), false)
"""
DECIDE = "SELECT gate.decide_erasure(%s, 'confirm', '', NULL)"
OF_A_CASE = """
    SELECT c.relname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
    WHERE a.attname = 'case_id' AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
"""
GUARDED = """
    SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE t.tgname = 'a_a_kept' AND t.tgenabled = 'O'
"""


def names(workspace: Workspace) -> tuple[UUID, UUID, UUID]:
    """Kari's case, Kari and Jonas."""
    members = workspace.cast.members
    return workspace.cast.cases["own"], members["kari"], members["jonas"]


def barring(workspace: Workspace, who: str = "jonas") -> Statement:
    case, kari, _jonas = names(workspace)
    return BAR, [case, workspace.cast.members[who], kari]


def putting_on(workspace: Workspace) -> Statement:
    case, kari, jonas = names(workspace)
    return TEAM, [case, jonas, kari]


def giving(workspace: Workspace) -> Statement:
    case, _kari, jonas = names(workspace)
    return GIVE, [jonas, case]


def one(workspace: Workspace, query: str, *values: Any) -> Any:
    """The first column of the first row, behind the walls."""
    with workspace.superuser() as behind:
        row = behind.execute(query.encode(), list(values)).fetchone()
    return row[0] if row else None


@pytest.mark.parametrize("act", [putting_on, giving])
def test_shut_out_first_she_is_not_put_on_it(fresh_workspace: Workspace, act: Any) -> None:
    met = Two(fresh_workspace, "kari", "tone").race(barring(fresh_workspace), act(fresh_workspace))
    case, kari, jonas = names(fresh_workspace)
    assert met == "SV411"
    assert one(fresh_workspace, "SELECT owner_id FROM cases_case WHERE id = %s", case) == kari
    on_it = "SELECT count(*) FROM access_teammember WHERE case_id = %s AND member_id = %s"
    assert one(fresh_workspace, on_it, case, jonas) == 0


def test_given_the_case_first_she_is_not_shut_out(fresh_workspace: Workspace) -> None:
    acts = giving(fresh_workspace), barring(fresh_workspace)
    assert Two(fresh_workspace, "tone", "tone").race(*acts) == "SV411"


def test_put_on_first_she_is_taken_off_again(fresh_workspace: Workspace) -> None:
    case, _kari, jonas = names(fresh_workspace)

    def shut_out() -> None:
        with fresh_workspace.acting("kari") as actor:
            block_member(actor=actor, case=Case.objects.get(pk=case), member_id=jonas)

    with Two(fresh_workspace, "kari", "kari") as two:
        two.meanwhile(putting_on(fresh_workspace), shut_out)
    live = "SELECT count(*) FROM access_teammember WHERE case_id = %s AND member_id = %s " \
           "AND ended_at IS NULL"  # fmt: skip
    assert one(fresh_workspace, live, case, jonas) == 0


@pytest.fixture
def proposed(fresh_workspace: Workspace) -> UUID:
    """The leader has said yes to erasing Kari's case, which is closed."""
    case, _kari, _jonas = names(fresh_workspace)
    close(fresh_workspace, case)
    fresh(fresh_workspace)
    with fresh_workspace.acting("tone") as actor:
        found = propose_by_request(actor=actor, case=Case.objects.get(pk=case))
        confirm_proposal(actor=actor, id=found.pk)
        id: UUID = found.pk
    fresh_workspace.token("kari")
    fresh(fresh_workspace)
    return id


def agreeing(workspace: Workspace) -> Statement:
    case, kari, _jonas = names(workspace)
    return CONSENT, [case, workspace.cast.persons["own"], kari]


@pytest.mark.parametrize("act", [putting_on, barring, agreeing])
@pytest.mark.parametrize("erased_first", [True, False])
def test_nothing_is_left_in_an_erased_case(
    fresh_workspace: Workspace, proposed: UUID, act: Any, erased_first: bool
) -> None:
    erasing, writing = (DECIDE, [proposed]), act(fresh_workspace)
    acts = (erasing, writing) if erased_first else (writing, erasing)
    met = Two(fresh_workspace, "kari", "kari").race(*acts)
    assert met == ("SV423" if erased_first else "yes")
    case, _kari, _jonas = names(fresh_workspace)
    assert one(fresh_workspace, "SELECT erased_at IS NOT NULL FROM cases_case WHERE id = %s", case)
    for table in ("access_teammember", "access_bar", "cases_consent", "cases_notice"):
        assert one(fresh_workspace, f"SELECT count(*) FROM {table} WHERE case_id = %s", case) == 0


def test_every_table_of_a_case_is_guarded(workspace: Workspace) -> None:
    with workspace.superuser() as behind:
        there = {row[0] for row in behind.execute(OF_A_CASE).fetchall()}
        guarded = {row[0] for row in behind.execute(GUARDED).fetchall()}
    assert guarded == there - {"cases_certificate", "cases_proposal"}


def test_the_guards_hold_against_whoever_looks_after_the_database(
    fresh_workspace: Workspace,
) -> None:
    with fresh_workspace.superuser() as behind, pytest.raises(psycopg.DatabaseError) as no:
        behind.execute(*barring(fresh_workspace, "kari"))
    assert no.value.sqlstate == "SV411"
