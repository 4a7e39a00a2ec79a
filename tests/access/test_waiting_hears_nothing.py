# SPDX-License-Identifier: EUPL-1.2
"""Whoever waits for a leader hears of her own access and of nothing else, until it is confirmed."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import override_settings
from django.utils import timezone

from samvern.web.jobs.schedule import JOB_BY_NAME
from support.casework import service_of
from support.colleague import Colleague, text
from support.memberships import member_of
from support.workspace import Workspace

pytestmark = pytest.mark.database
OURS = "team-added"
HERS = "access-renewed-you"
LEAVE = (
    "INSERT INTO cases_notice (id, created_at, case_id, member_id, kind, key) "
    "VALUES (gen_random_uuid(), now() - interval '1 minute', %s, %s, %s, %s)"
)


@pytest.fixture(autouse=True)
def letterbox() -> Iterator[None]:
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        mail.outbox = []
        yield


@pytest.fixture
def workspace(fresh_workspace: Workspace) -> Workspace:
    """Kari waits: she has a new way to sign in. Two notices have been left for her."""
    w = fresh_workspace
    with w.superuser() as behind:
        behind.execute("DELETE FROM cases_notice")
    wait(w, "kari", waits=True)
    with w.superuser() as behind:
        behind.execute("DELETE FROM cases_notice")
        for kind in (OURS, HERS):
            behind.execute(LEAVE, [w.cast.cases["own"], w.cast.members["kari"], kind, kind])
    return w


def wait(w: Workspace, name: str, *, waits: bool) -> None:
    with w.superuser() as behind:
        behind.execute(
            "UPDATE access_member SET renewed_at = now(), confirmed_at = CASE WHEN %s THEN NULL "
            "ELSE now() END WHERE id = %s",
            [waits, w.cast.members[name]],
        )


def sql(w: Workspace, statement: str) -> Any:
    """A statement of the application in Kari's session."""
    with w.connect() as bare, bare.transaction():
        bare.execute("SELECT set_config('samvern.token', %s, true)", [w.token("kari")])
        done = bare.execute(statement.encode())
        return [row[0] for row in done] if done.description else done.rowcount


def job(w: Workspace, name: str, **more: Any) -> int:
    return int(JOB_BY_NAME[name].run(service_of(w), **more))


def test_inside_the_system_she_reads_of_her_own_access_alone(workspace: Workspace) -> None:
    w = workspace
    assert sql(w, "SELECT kind FROM cases_notice") == [HERS]
    assert sql(w, "UPDATE cases_notice SET read_at = now()") == 1
    page = text(Colleague(w, "kari").see("inbox"))
    assert "You have been added to a case" not in page
    wait(w, "kari", waits=False)
    assert sorted(sql(w, "SELECT kind FROM cases_notice WHERE read_at IS NULL")) == [OURS]


def test_a_letter_tells_of_her_own_access_alone_and_of_the_rest_when_she_is_confirmed(
    workspace: Workspace,
) -> None:
    w = workspace
    assert job(w, "letters") == 1
    assert [letter.to for letter in mail.outbox] == [["kari@samvern.example"]]
    assert "1 ny melding" in mail.outbox[0].body
    assert job(w, "letters") == 0
    wait(w, "kari", waits=False)
    assert job(w, "letters") == 1
    with w.superuser() as behind:
        left = behind.execute("SELECT count(*) FROM cases_notice WHERE mailed_at IS NULL")
        assert left.fetchone() == (0,)


def overdue(w: Workspace) -> None:
    with w.superuser() as behind:
        behind.execute(
            "UPDATE cases_deadline SET due_on = current_date - 10, due_at = NULL, "
            "state = 'running' WHERE case_id = %s",
            [w.cast.cases["own"]],
        )


def told(w: Workspace, kind: str) -> set[Any]:
    with w.superuser() as behind:
        query = "SELECT member_id FROM cases_notice WHERE kind = %s AND case_id = %s"
        return {row[0] for row in behind.execute(query, [kind, w.cast.cases["own"]])}


def test_no_reminder_by_e_mail_goes_to_her_and_no_leader_who_waits_is_relied_on(
    workspace: Workspace,
) -> None:
    w = workspace
    second = member_of(w, "rolf", None)
    wait(w, "tone", waits=True)
    overdue(w)
    later = timezone.now() + timedelta(days=4)
    for now in (timezone.now(), later):
        job(w, "remind", now=now)
    written = {address for letter in mail.outbox for address in letter.to}
    assert written & {"kari@samvern.example", "tone@samvern.example"} == set()
    # What was left for Kari is hers when she is confirmed; the leader who waits is left nothing.
    assert told(w, "deadline-overdue") == {w.cast.members["kari"], second}


def test_the_page_of_programs_says_which_wait_for_a_leader(fresh_workspace: Workspace) -> None:
    w = fresh_workspace
    guro = Colleague(w, "guro")
    made = guro.send("program_new", {"name": "Journal", "scopes": ["referrals:read"]})
    assert made.status_code == 200
    page = text(guro.see("programs"))
    assert ("Waits for a leader" in page, "Program that reaches cases" in page) == (True, True)
    with w.superuser() as behind:
        row: Any = behind.execute("SELECT id FROM coordination_program").fetchone()
    one = text(guro.see("program", program_id=row[0]))
    assert ("Waits for a leader" in one, "Program that reaches cases" in one) == (True, True)
    with w.superuser() as behind:
        behind.execute("UPDATE access_member SET confirmed_at = now() WHERE role = 'service'")
    assert "Waits for a leader" not in text(guro.see("programs"))
