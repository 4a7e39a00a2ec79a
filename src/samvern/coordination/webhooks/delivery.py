# SPDX-License-Identifier: EUPL-1.2
"""The job that tells other systems. It can be run at any time.

What is to be told is queued once, as the database holds one delivery for each address and message.
One that fails is tried again after a growing pause, eight times in two days and a half, and is then
given up, where an administrator sees it. Each is sent between two transactions, so that none waits
for the receiver. A worker that dies before a round is written down sends again what the round had
sent: the receiver knows the same telling by ``webhook-id``.
"""

import http.client
import json
import logging
import socket
import ssl
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from threading import Timer
from time import monotonic
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone

from samvern.access.actor import Actor
from samvern.access.errors import NotFound
from samvern.access.gate import fetch_value
from samvern.access.unit_of_work import Acting
from samvern.access.workflow import StaleState, apply_transition
from samvern.cases.notices.models import Notice
from samvern.common.sealed_box import UnsealError
from samvern.coordination.webhooks.addresses import (
    ForbiddenAddress,
    WebhookTarget,
    read_target,
    resolve,
)
from samvern.coordination.webhooks.domain import NOTICE
from samvern.coordination.webhooks.models import (
    Webhook,
    WebhookDelivery,
    WebhookDeliveryStep,
    WebhookStep,
)
from samvern.coordination.webhooks.signatures import open_secret, sign
from samvern.coordination.webhooks.workflow import DELIVERY, HOOK

SECONDS, LONGEST = 5.0, 10.0
"""For each thing that is waited for, and for all of it: one who answers slowly holds up nobody."""
READ = 1024
"""Bytes of an answer that are read; what it says concerns nobody."""


def post(url: str, body: bytes, headers: Mapping[str, str]) -> int:
    """Send, and the status of the answer.

    Raises:
        ForbiddenAddress: the address may not be told.
        OSError: there is no answer in time, or no trust in who answers.
    """
    target = read_target(url)
    connection = _connection(target, resolve(target))
    watch = Timer(LONGEST, _hang_up, [connection.sock])
    watch.start()
    try:
        connection.request("POST", target.path, body=body, headers=dict(headers))
        answer = connection.getresponse()
        answer.read(READ)
        return answer.status
    except http.client.HTTPException as error:
        raise OSError(type(error).__name__) from error
    finally:
        watch.cancel()
        connection.close()


def _hang_up(opened: socket.socket) -> None:
    with suppress(OSError):
        opened.shutdown(socket.SHUT_RDWR)


def _connection(target: WebhookTarget, address: str) -> http.client.HTTPConnection:
    """A connection whose name is the target's and whose end is the address."""
    kind = http.client.HTTPSConnection if target.secure else http.client.HTTPConnection
    connection = kind(target.host, target.port, timeout=SECONDS)
    opened = socket.create_connection((address, target.port), timeout=SECONDS)
    if target.secure:
        try:
            opened = ssl.create_default_context().wrap_socket(opened, server_hostname=target.host)
        except OSError:
            opened.close()
            raise
    connection.sock = opened
    return connection


logger = logging.getLogger(__name__)
PAUSES = tuple(
    timedelta(minutes=minutes) for minutes in (1, 5, 30, 2 * 60, 6 * 60, 12 * 60, 36 * 60)
)
"""Between one try and the next; after the last try it is given up."""
EACH_ROUND = 20
SECONDS_A_ROUND = 60.0
"""After so long a round begins no further delivery."""
REMEMBERED = timedelta(days=2)
"""What is older is not told when a webhook has been stopped for long."""
STOPS_AFTER = 5
"""Tellings given up in a row until the webhook is stopped."""
GONE = 410
Post = Callable[[str, bytes, dict[str, str]], int]


class DeliveryOutcome(NamedTuple):
    """How a try went; an empty reason is success."""

    reason: str = ""
    answer: int | None = None


def deliver_all(*, acting: Acting, now: datetime | None = None, send: Post | None = None) -> int:
    """Queue what is new, and tell what is due; how many arrived. It acts as a service member."""
    moment = now or timezone.now()
    with acting() as actor:
        queue_notices(actor=actor, now=moment)
        due = _due(actor, moment)
    outcomes = list(_try_all(due, moment, send or post))
    with acting() as actor:
        arrived = 0
        for each, outcome in outcomes:
            with suppress(StaleState, NotFound):  # somebody ended it meanwhile
                arrived += _record(actor, each, outcome, moment)
        fetch_value("sweep_deliveries")
    return arrived


def _due(actor: Actor, now: datetime) -> list[WebhookDelivery]:
    due = (
        WebhookDelivery.objects.filter(
            organisation_id=actor.organisation_id,
            state__in=("queued", "failed"),
            due_at__lte=now,
        )
        .select_related("hook")
        .order_by("due_at")[:EACH_ROUND]
    )
    hooks: dict[UUID, Webhook] = {}
    for each in due:
        each.hook = hooks.setdefault(each.hook_id, each.hook)  # one of each: it counts
    return list(due)


def _try_all(
    due: Iterable[WebhookDelivery], now: datetime, send: Post
) -> Iterator[tuple[WebhookDelivery, DeliveryOutcome]]:
    """Try each until time is out; no more of a webhook that did not answer in this round."""
    ends, silent = monotonic() + SECONDS_A_ROUND, set()
    for each in due:
        if monotonic() > ends:
            break
        if each.hook_id in silent:
            continue
        in_use = each.hook.state == HOOK.first
        outcome = _try(each, each.hook, now, send) if in_use else DeliveryOutcome("ended")
        if outcome.reason == "no_answer":
            silent.add(each.hook_id)
        yield each, outcome


def queue_notices(*, actor: Actor, now: datetime) -> int:
    """Put each new message in the queue of each webhook in use, once."""
    hooks = Webhook.objects.filter(
        organisation_id=actor.organisation_id, state=HOOK.first, events__contains=[NOTICE]
    )
    queued = 0
    for hook in hooks:
        since = max(hook.created_at, now - REMEMBERED)
        told = WebhookDelivery.objects.filter(hook=hook).values("about_id")
        new = Notice.objects.filter(
            member__organisation_id=actor.organisation_id, created_at__gt=since
        ).exclude(pk__in=told)
        rows = [_queued(actor, hook, pk, now) for pk in new.values_list("pk", flat=True)]
        WebhookDelivery.objects.bulk_create(rows, ignore_conflicts=True)
        queued += len(rows)
    return queued


def _queued(actor: Actor, hook: Webhook, about: UUID, now: datetime) -> WebhookDelivery:
    return WebhookDelivery(
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state=DELIVERY.first,
        hook=hook,
        event=NOTICE,
        about_id=about,
        due_at=now,
    )


def _record(
    actor: Actor, delivery: WebhookDelivery, outcome: DeliveryOutcome, now: datetime
) -> bool:
    hook = delivery.hook
    in_use = hook.state == HOOK.first
    tries = delivery.attempts + 1
    last = not in_use or tries > len(PAUSES) or outcome.answer == GONE
    move = "send" if not outcome.reason else "give_up" if last else "fail"
    step = WebhookDeliveryStep(of=delivery, move=move, reason=outcome.reason, answer=outcome.answer)
    apply_transition(DELIVERY, step, delivery, actor=actor)
    pause = PAUSES[min(tries, len(PAUSES)) - 1]
    WebhookDelivery.objects.filter(pk=delivery.pk).update(attempts=tries, due_at=now + pause)
    if in_use:
        _judge(actor, hook, move, gone=outcome.answer == GONE)
    return move == "send"


def _try(delivery: WebhookDelivery, hook: Webhook, now: datetime, send: Post) -> DeliveryOutcome:
    id = f"msg_{delivery.pk.hex}"
    body = message(delivery, id)
    stamp = int(now.timestamp())
    try:
        signature = sign(_keys(hook), id, stamp, body)
    except UnsealError:
        return DeliveryOutcome("secret")
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Samvern",
        "webhook-id": id,
        "webhook-timestamp": str(stamp),
        "webhook-signature": signature,
    }
    try:
        answer = send(hook.url, body, headers)
    except ForbiddenAddress:
        return DeliveryOutcome("address")
    except OSError as error:
        logger.warning("a webhook did not answer: %s", type(error).__name__)
        return DeliveryOutcome("no_answer")
    return DeliveryOutcome("" if 200 <= answer < 300 else "answer", answer)


def message(delivery: WebhookDelivery, id: str) -> bytes:
    """What is told: that something happened, in which organisation, when. Nothing of a case."""
    at = delivery.created_at.astimezone(UTC).isoformat(timespec="seconds")
    said = {
        "id": id,
        "type": delivery.event,
        "timestamp": at,
        "data": {"organisation": str(delivery.organisation_id)},
    }
    return json.dumps(said).encode()


def _keys(hook: Webhook) -> Iterable[bytes]:
    sealed = [hook.secret_sealed, *([hook.former_sealed] if hook.former_sealed else [])]
    return [open_secret(bytes(each), hook.pk) for each in sealed]


def _judge(actor: Actor, hook: Webhook, move: str, *, gone: bool) -> None:
    """Count what was given up, and stop a webhook that answers no more."""
    if move == "fail" or (move == "send" and not hook.failures):
        return
    hook.failures = 0 if move == "send" else hook.failures + 1
    Webhook.objects.filter(pk=hook.pk).update(failures=hook.failures)
    if gone or hook.failures >= STOPS_AFTER:
        apply_transition(HOOK, WebhookStep(of=hook, move="stop"), hook, actor=actor)
