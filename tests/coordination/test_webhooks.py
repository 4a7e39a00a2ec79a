# SPDX-License-Identifier: EUPL-1.2
"""Webhooks: signed, without case data, told once, tried again, and never on our own network."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from samvern.cases.core.models import Case
from samvern.cases.notices.domain import notify
from samvern.coordination.webhooks import delivery
from samvern.coordination.webhooks.delivery import PAUSES
from samvern.coordination.webhooks.domain import (
    IssuedWebhook,
    add_hook,
    apply_hook_move,
    renew_secret,
    retry_delivery,
)
from samvern.coordination.webhooks.models import Webhook, WebhookDelivery
from samvern.web.jobs.schedule import JOB_BY_NAME
from support.casework import job, service_of
from support.listening import Listener, listening
from support.workspace import Workspace

pytestmark = pytest.mark.database


@pytest.fixture
def workspace(fresh_workspace: Workspace) -> Workspace:
    return fresh_workspace


@pytest.fixture
def listener() -> Iterator[Listener]:
    with listening() as found:
        yield found


def add(workspace: Workspace, url: str) -> IssuedWebhook:
    with workspace.acting("guro") as actor:
        return add_hook(actor=actor, url=url)


def notice(workspace: Workspace, kind: str = "team-added") -> None:
    with workspace.acting("tone"):
        key = f"{kind}:{timezone.now().isoformat()}"
        notify(workspace.cast.members["kari"], kind, key, case_id=workspace.cast.cases["own"])


def deliver(workspace: Workspace, now: datetime | None = None, member: str = "kari") -> int:
    return int(JOB_BY_NAME["webhooks"].run(service_of(workspace, member), now=now))


def states(workspace: Workspace) -> list[str]:
    with workspace.superuser() as connection:
        query = "SELECT state FROM coordination_delivery ORDER BY created_at"
        return [state for (state,) in connection.execute(query).fetchall()]


def state_of(workspace: Workspace) -> str:
    with workspace.superuser() as connection:
        [(state,)] = connection.execute("SELECT state FROM coordination_hook").fetchall()
    return str(state)


def is_signed(secret: str, headers: dict[str, str], body: bytes) -> bool:
    """As the specification describes it, written apart from the code that signs."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = b".".join(
        (headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body)
    )
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return expected in headers["webhook-signature"].split(" ")


def test_a_new_message_is_told_once_signed_and_without_a_word_of_the_case(
    workspace: Workspace, listener: Listener
) -> None:
    made = add(workspace, listener.url)
    notice(workspace)
    assert [deliver(workspace) for _ in range(3)] == [1, 0, 0]
    [(headers, body)] = listener.told
    assert is_signed(made.secret, headers, body)
    assert abs(int(headers["webhook-timestamp"]) - timezone.now().timestamp()) < 60
    said = json.loads(body)
    organisation = str(workspace.cast.organisations["havn"])
    assert said.keys() == {"id", "type", "timestamp", "data"}
    assert (said["id"], said["type"]) == (headers["webhook-id"], "notice")
    assert said["data"] == {"organisation": organisation}
    with workspace.acting("kari"):
        case = Case.objects.get(pk=workspace.cast.cases["own"])
    whole = body.decode() + json.dumps(headers)
    canaries = list(workspace.cast.canaries.values())
    for word in (case.reference, str(case.pk), case.pk.hex, "team-added", "kari", *canaries):
        assert word not in whole


def test_both_secrets_sign_until_a_third_is_made(workspace: Workspace, listener: Listener) -> None:
    first = add(workspace, listener.url)
    with workspace.acting("guro") as actor:
        second = renew_secret(actor=actor, hook=Webhook.objects.get())
    notice(workspace)
    deliver(workspace)
    assert all(is_signed(each.secret, *listener.told[-1]) for each in (first, second))
    with workspace.acting("guro") as actor:
        third = renew_secret(actor=actor, hook=Webhook.objects.get())
    notice(workspace)
    deliver(workspace)
    signed = [is_signed(each.secret, *listener.told[-1]) for each in (first, second, third)]
    assert signed == [False, True, True]


def test_the_secret_is_not_in_the_database(workspace: Workspace, listener: Listener) -> None:
    made = add(workspace, listener.url)
    key = base64.b64decode(made.secret.removeprefix("whsec_"))
    with workspace.superuser() as connection:
        [(sealed,)] = connection.execute("SELECT secret_sealed FROM coordination_hook").fetchall()
    assert key not in bytes(sealed)


def test_an_address_that_fails_is_tried_again_after_growing_pauses_and_given_up(
    workspace: Workspace, listener: Listener
) -> None:
    add(workspace, listener.url)
    notice(workspace)
    listener.answer = 500
    now = timezone.now()
    for pause in PAUSES:
        deliver(workspace, now)
        assert states(workspace) == ["failed"]
        deliver(workspace, now + pause - timedelta(seconds=1))
        now += pause
    assert len(listener.told) == len(PAUSES)
    deliver(workspace, now)
    assert states(workspace) == ["given_up"]
    deliver(workspace, now + timedelta(days=30))
    assert len(listener.told) == len(PAUSES) + 1
    assert len({headers["webhook-id"] for headers, _body in listener.told}) == 1


def test_what_was_given_up_is_tried_again_by_hand(workspace: Workspace, listener: Listener) -> None:
    add(workspace, listener.url)
    notice(workspace)
    listener.answer = 500
    now = timezone.now()
    for pause in (timedelta(0), *PAUSES):
        now += pause
        deliver(workspace, now)
    listener.answer = 200
    with workspace.acting("guro") as actor:
        given_up = WebhookDelivery.objects.get(state="given_up")
        retry_delivery(actor=actor, hook=given_up.hook, id=given_up.pk)
    assert deliver(workspace) == 1
    assert states(workspace) == ["sent"]


def test_a_redirect_is_not_followed(workspace: Workspace, listener: Listener) -> None:
    add(workspace, listener.url)
    notice(workspace)
    listener.answer = 302
    assert deliver(workspace) == 0
    assert len(listener.told) == 1
    assert states(workspace) == ["failed"]


def test_a_webhook_that_is_gone_or_never_answers_is_stopped_and_can_be_started(
    workspace: Workspace, listener: Listener
) -> None:
    add(workspace, listener.url)
    notice(workspace)
    listener.answer = 410
    deliver(workspace)
    assert (state_of(workspace), states(workspace)) == ("stopped", ["given_up"])
    notice(workspace)
    deliver(workspace)
    assert len(listener.told) == 1
    with workspace.acting("guro") as actor:
        apply_hook_move(actor=actor, hook=Webhook.objects.get(), move="start")
    listener.answer = 200
    assert deliver(workspace) == 1  # what came meanwhile


def test_five_given_up_in_a_row_stop_it(
    workspace: Workspace, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "PAUSES", (timedelta(0),))
    add(workspace, listener.url)
    listener.answer = 500
    for _ in range(6):
        notice(workspace)
    now = timezone.now()
    deliver(workspace, now)
    deliver(workspace, now + timedelta(seconds=1))
    assert state_of(workspace) == "stopped"
    assert states(workspace).count("given_up") == 6


def test_nobody_is_told_after_the_end(workspace: Workspace, listener: Listener) -> None:
    add(workspace, listener.url)
    notice(workspace)
    with job(workspace) as actor:
        delivery.queue_notices(actor=actor, now=timezone.now())
    with workspace.acting("guro") as actor:
        apply_hook_move(actor=actor, hook=Webhook.objects.get(), move="end")
    deliver(workspace)
    assert listener.told == []
    assert states(workspace) == ["given_up"]


def test_another_organisations_job_and_members_see_none_of_it(
    workspace: Workspace, listener: Listener
) -> None:
    add(workspace, listener.url)
    notice(workspace)
    assert deliver(workspace, member="per") == 0
    for member in ("kari", "tone", "per", "rolf"):
        with workspace.acting(member):
            assert (Webhook.objects.count(), WebhookDelivery.objects.count()) == (0, 0)


def test_old_tellings_go(workspace: Workspace, listener: Listener) -> None:
    add(workspace, listener.url)
    notice(workspace)
    deliver(workspace)
    with workspace.superuser() as connection:
        connection.execute("DELETE FROM cases_notice")
        connection.execute(
            "UPDATE coordination_delivery SET state_since = state_since - interval '31 days'"
        )
    deliver(workspace)
    assert states(workspace) == []


def test_a_secret_that_cannot_be_opened_holds_up_nobody_else(
    workspace: Workspace, listener: Listener
) -> None:
    add(workspace, listener.url)
    add(workspace, f"{listener.url}/other")
    with workspace.superuser() as connection:
        connection.execute(
            "UPDATE coordination_hook SET secret_sealed = secret_sealed || '\\x00'"
            " WHERE url LIKE '%/other'"
        )
    notice(workspace)
    assert deliver(workspace) == 1
    assert sorted(states(workspace)) == ["failed", "sent"]


def test_one_who_does_not_answer_is_asked_once_a_round_and_outside_any_transaction(
    workspace: Workspace,
) -> None:
    for port in (1, 2):
        add(workspace, f"http://127.0.0.1:{port}/")
    for _ in range(3):
        notice(workspace)
    asked: list[str] = []

    def send(url: str, _body: bytes, _headers: dict[str, str]) -> int:
        assert not connection.in_atomic_block
        asked.append(url)
        if url.endswith(":1/"):
            raise TimeoutError
        return 200

    service = service_of(workspace)
    assert JOB_BY_NAME["webhooks"].run(service, send=send) == 3
    assert sorted(asked) == ["http://127.0.0.1:1/", *["http://127.0.0.1:2/"] * 3]
    assert sorted(states(workspace)) == ["failed", *["queued"] * 2, *["sent"] * 3]
