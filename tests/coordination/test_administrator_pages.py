# SPDX-License-Identifier: EUPL-1.2
"""The administrator's pages about programs, webhooks and jobs: who has them, and what they show."""

import re
from typing import Any

import pytest
from django.test import Client

from samvern.coordination.api_clients.models import ApiClient
from samvern.coordination.webhooks.models import Webhook
from support.desks import Desk
from support.listening import listening
from support.programs import post_form
from support.workspace import Workspace

pytestmark = pytest.mark.database
PAGES = ("programs", "program_new", "hooks", "hook_new", "jobs_failed")


@pytest.fixture
def workspace(fresh_workspace: Workspace) -> Workspace:
    return fresh_workspace


def shown(answer: Any, label: str) -> str:
    """What stands beside a label."""
    found = re.search(rf"<dt>{label}</dt><dd><code[^>]*>([^<]+)</code>", answer.content.decode())
    assert found, answer.content.decode()
    return found[1]


def test_they_are_the_administrators_alone(workspace: Workspace) -> None:
    for name, status in {"guro": 200, "kari": 404, "tone": 404, "rolf": 404, "sara": 404}.items():
        desk = Desk(workspace, name)
        assert [desk.see(page).status_code for page in PAGES] == [status] * len(PAGES), name


def test_a_program_is_let_in_and_its_secret_shown_once(workspace: Workspace) -> None:
    desk = Desk(workspace, "guro")
    answer = desk.send("program_new", {"name": "Journal", "scopes": ["referrals:read"]})
    client, secret = shown(answer, "Klient"), shown(answer, "Hemmelighet")
    form = {
        "grant_type": "client_credentials", "client_id": client, "client_secret": secret,
    }  # fmt: skip
    assert post_form(Client(), form).json()["error"] == "invalid_scope"  # waits for a leader
    with workspace.acting("guro"):
        program = ApiClient.objects.get()
    yes = Desk(workspace, "tone").send(
        "access_answer", {"answer": "yes"}, member_id=program.member_id
    )
    assert (yes.status_code, post_form(Client(), form).status_code) == (302, 200)
    for page, where in (("programs", {}), ("program", {"program_id": program.pk})):
        text = desk.read(page, **where)
        assert client in text
        assert secret not in text
    ended = desk.send("program_end", {"reason": "unused"}, program_id=program.pk)
    assert ended.status_code == 302
    assert post_form(Client(), form).status_code == 401
    assert "Avsluttet" in desk.read("programs")


def test_a_program_without_scopes_or_with_a_name_in_use_is_refused(workspace: Workspace) -> None:
    desk = Desk(workspace, "guro")
    assert desk.send("program_new", {"name": "Journal"}).status_code == 400
    values = {"name": "Journal", "scopes": ["referrals:read"]}
    desk.send("program_new", values)
    again = desk.send("program_new", values)
    assert again.status_code == 400
    assert "Det finnes et program med det navnet" in again.content.decode()


def test_a_program_of_another_organisation_is_absent(workspace: Workspace) -> None:
    Desk(workspace, "guro").send("program_new", {"name": "J", "scopes": ["places:read"]})
    with workspace.acting("guro"):
        program = ApiClient.objects.get()
    with workspace.superuser() as connection:
        connection.execute(
            "UPDATE access_member SET organisation_id = %s WHERE id = %s",
            [workspace.cast.organisations["politi"], workspace.cast.members["guro"]],
        )
    other = Desk(workspace, "guro")
    for page in ("program", "program_secret", "program_end"):
        assert other.see(page, program_id=program.pk).status_code == 404


def test_a_program_is_no_colleague(workspace: Workspace) -> None:
    desk = Desk(workspace, "guro")
    desk.send("program_new", {"name": "Journal", "scopes": ["places:read"]})
    assert "Program: Journal" not in desk.read("administrator")
    with workspace.acting("guro"):
        member = ApiClient.objects.get().member_id
    assert desk.see("colleague", member_id=member).status_code == 404


def test_a_webhook_is_made_tested_renewed_and_ended(workspace: Workspace) -> None:
    desk = Desk(workspace, "guro")
    with listening() as listener:
        secret = shown(desk.send("hook_new", {"url": listener.url}), "Hemmelighet")
        with workspace.acting("guro"):
            where = {"hook_id": Webhook.objects.get().pk}
        assert secret not in desk.read("hook", **where)
        assert desk.send("hook_test", **where).status_code == 302
        assert "Venter" in desk.read("hook", **where)
        renewed = shown(desk.send("hook_secret", **where), "Hemmelighet")
        assert renewed != secret
        assert desk.send("hook_end", **where).status_code == 302
        assert "Avsluttet" in desk.read("hooks")
        assert desk.send("hook_test", **where).status_code == 409


def test_an_address_that_is_no_https_is_refused_beside_what_was_typed(
    workspace: Workspace,
) -> None:
    answer = Desk(workspace, "guro").send("hook_new", {"url": "ftp://eksempel.example/"})
    assert answer.status_code == 400
    assert "ftp://eksempel.example/" in answer.content.decode()


FAILED = """
    INSERT INTO procrastinate_jobs (queue_name, task_name, status, args, attempts)
    VALUES ('default', 'serve', 'failed',
        jsonb_build_object('round', 'remind', 'service', %s::text), 3)
    RETURNING id
"""


def test_failed_jobs_are_those_of_her_own_organisation_and_can_be_tried_again(
    workspace: Workspace,
) -> None:
    services = workspace.cast.services
    with workspace.superuser() as connection:
        [(own,)] = connection.execute(FAILED, [str(services["havn"])]).fetchall()
        [(other,)] = connection.execute(FAILED, [str(services["politi"])]).fetchall()
    desk = Desk(workspace, "guro")
    text = desk.read("jobs_failed")
    assert f"nummer {own}" in text
    assert f"nummer {other}" not in text
    assert "Påminnelser" in text
    assert desk.send("job_retry", number=other).status_code == 404
    assert desk.send("job_retry", number=own).status_code == 302
    assert "Ingen jobb har feilet" in desk.read("jobs_failed")
    with workspace.superuser() as connection:
        query = "SELECT status::text FROM procrastinate_jobs WHERE id = ANY (%s) ORDER BY id"
        assert connection.execute(query, [[own, other]]).fetchall() == [("todo",), ("failed",)]
