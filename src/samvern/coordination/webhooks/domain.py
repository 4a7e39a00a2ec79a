# SPDX-License-Identifier: EUPL-1.2
"""Webhooks of an organisation, as its administrator keeps them."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID, uuid4

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.errors import NotFound, Rejected
from samvern.access.reauthentication import require_recent_authentication
from samvern.access.roles import Role
from samvern.access.unit_of_work import log_act, log_read
from samvern.access.workflow import apply_transition
from samvern.coordination.webhooks.addresses import ForbiddenAddress, read_target
from samvern.coordination.webhooks.models import (
    Webhook,
    WebhookDelivery,
    WebhookDeliveryStep,
    WebhookStep,
)
from samvern.coordination.webhooks.signatures import new_secret, seal_secret, show_secret
from samvern.coordination.webhooks.workflow import DELIVERY, HOOK

NOTICE, TEST = "notice", "test"
MOST, SHOWN = 10, 50


class IssuedWebhook(NamedTuple):
    """A webhook and its secret, which is shown once."""

    hook: Webhook
    secret: str


def list_hooks(*, actor: Actor) -> Sequence[Webhook]:
    """The organisation's webhooks, the newest first.

    Raises:
        NotFound: the actor is no administrator.
    """
    _administers(actor)
    log_read("hook.list")
    return list(_mine(actor).order_by("-created_at"))


def get_hook(actor: Actor, id: UUID) -> Webhook:
    """A webhook of the actor's organisation.

    Raises:
        NotFound: there is none, or the actor is no administrator.
    """
    _administers(actor)
    found = _mine(actor).filter(pk=id).first()
    if found is None:
        raise NotFound("hook", id)
    return found


def read_deliveries(*, actor: Actor, hook: Webhook) -> Sequence[WebhookDelivery]:
    """The latest tellings of a webhook."""
    log_read("hook.see", object=hook.pk)
    return list(WebhookDelivery.objects.filter(hook=hook)[:SHOWN])


def add_hook(*, actor: Actor, url: str) -> IssuedWebhook:
    """Have an address told of new messages.

    Raises:
        ReauthenticationRequired: the administrator has not just shown who she is.
        Rejected: the address is no https address, is told already, or there are too many.
    """
    _administers(actor)
    require_recent_authentication(actor)
    try:
        read_target(url)
    except ForbiddenAddress:
        text = _("Give an address that begins with https:// and has neither user nor #.")
        raise Rejected({"url": text}) from None
    in_use = _mine(actor).exclude(state="ended")
    if in_use.filter(url=url).exists():
        raise Rejected({"url": _("This address is told already.")})
    if in_use.count() >= MOST:
        raise Rejected(_("There are as many webhooks as there can be. End one first."))
    secret = new_secret()
    hook = Webhook(
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state=HOOK.first,
        url=url,
        events=[NOTICE],
    )
    hook.secret_sealed = seal_secret(secret, hook.pk)
    hook.save(force_insert=True)
    log_act("hook.add", object=hook.pk)
    return IssuedWebhook(hook, show_secret(secret))


def renew_secret(*, actor: Actor, hook: Webhook) -> IssuedWebhook:
    """A new secret; the one before it signs too until the next is made.

    Raises:
        ReauthenticationRequired: the administrator has not just shown who she is.
        Rejected: the webhook has ended.
    """
    _administers(actor)
    require_recent_authentication(actor)
    if hook.state == "ended":
        raise Rejected(_("The webhook has ended."))
    secret = new_secret()
    Webhook.objects.filter(pk=hook.pk).update(
        former_sealed=hook.secret_sealed, secret_sealed=seal_secret(secret, hook.pk)
    )
    log_act("hook.renew", object=hook.pk)
    return IssuedWebhook(hook, show_secret(secret))


def apply_hook_move(*, actor: Actor, hook: Webhook, move: str) -> Webhook:
    """Start a webhook again, or end it.

    Raises:
        StaleState: it is not where the move begins.
    """
    _administers(actor)
    if move == "start":
        Webhook.objects.filter(pk=hook.pk).update(failures=0)
    return apply_transition(HOOK, WebhookStep(of=hook, move=move), hook, actor=actor)


def queue_test(*, actor: Actor, hook: Webhook) -> WebhookDelivery:
    """Have the address told of a test; the job sends it within a minute.

    Raises:
        Rejected: the webhook is not in use.
    """
    _administers(actor)
    if hook.state != HOOK.first:
        raise Rejected(_("The webhook is not in use. Start it first."))
    delivery = WebhookDelivery(
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state=DELIVERY.first,
        hook=hook,
        event=TEST,
        about_id=uuid4(),
        due_at=timezone.now(),
    )
    delivery.save(force_insert=True)
    log_act("hook.test", object=hook.pk)
    return delivery


def retry_delivery(*, actor: Actor, hook: Webhook, id: UUID) -> WebhookDelivery:
    """Try a delivery that was given up once more.

    Raises:
        NotFound: the webhook has no such telling.
        StaleState: it was not given up.
    """
    _administers(actor)
    delivery = WebhookDelivery.objects.filter(hook=hook, pk=id).first()
    if delivery is None:
        raise NotFound("delivery", id)
    step = WebhookDeliveryStep(of=delivery, move="retry")
    apply_transition(DELIVERY, step, delivery, actor=actor)
    WebhookDelivery.objects.filter(pk=id).update(attempts=0, due_at=timezone.now())
    return delivery


def _mine(actor: Actor) -> QuerySet[Webhook]:
    return Webhook.objects.filter(organisation_id=actor.organisation_id)


def _administers(actor: Actor) -> None:
    if actor.role != Role.ADMINISTRATOR:
        raise NotFound("page")
