# SPDX-License-Identifier: EUPL-1.2
"""Webhooks of an organisation, as its administrator keeps them."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID, uuid4

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Actor
from samvern.access.audit import record, see
from samvern.access.courses import take_step
from samvern.access.errors import Absent, Refused
from samvern.access.login.fresh import require_fresh_actor
from samvern.access.roles import Role
from samvern.coordination.hooks import signing
from samvern.coordination.hooks.addresses import Forbidden, read_target
from samvern.coordination.hooks.course import DELIVERY, HOOK
from samvern.coordination.models import Delivery, DeliveryStep, Hook, HookStep

NOTICE, TEST = "notice", "test"
MOST, SHOWN = 10, 50


class Made(NamedTuple):
    """A webhook and its secret, which is shown once."""

    hook: Hook
    secret: str


def list_hooks(*, actor: Actor) -> Sequence[Hook]:
    """The organisation's webhooks, the newest first.

    Raises:
        Absent: the actor is no administrator.
    """
    _administers(actor)
    see("hook.list")
    return list(_mine(actor).order_by("-created_at"))


def get_hook(actor: Actor, id: UUID) -> Hook:
    """A webhook of the actor's organisation.

    Raises:
        Absent: there is none, or the actor is no administrator.
    """
    _administers(actor)
    found = _mine(actor).filter(pk=id).first()
    if found is None:
        raise Absent("hook", id)
    return found


def read_deliveries(*, actor: Actor, hook: Hook) -> Sequence[Delivery]:
    """The latest tellings of a webhook."""
    see("hook.see", object=hook.pk)
    return list(Delivery.objects.filter(hook=hook)[:SHOWN])


def add_hook(*, actor: Actor, url: str) -> Made:
    """Have an address told of new messages.

    Raises:
        NotFresh: the administrator has not just shown who she is.
        Refused: the address is no https address, is told already, or there are too many.
    """
    _administers(actor)
    require_fresh_actor(actor)
    try:
        read_target(url)
    except Forbidden:
        text = _("Give an address that begins with https:// and has neither user nor #.")
        raise Refused({"url": text}) from None
    in_use = _mine(actor).exclude(state="ended")
    if in_use.filter(url=url).exists():
        raise Refused({"url": _("This address is told already.")})
    if in_use.count() >= MOST:
        raise Refused(_("There are as many webhooks as there can be. End one first."))
    secret = signing.new_secret()
    hook = Hook(
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state=HOOK.first,
        url=url,
        events=[NOTICE],
    )
    hook.secret_sealed = signing.seal_secret(secret, hook.pk)
    hook.save(force_insert=True)
    record("hook.add", object=hook.pk)
    return Made(hook, signing.show_secret(secret))


def renew_secret(*, actor: Actor, hook: Hook) -> Made:
    """A new secret; the one before it signs too until the next is made.

    Raises:
        NotFresh: the administrator has not just shown who she is.
        Refused: the webhook has ended.
    """
    _administers(actor)
    require_fresh_actor(actor)
    if hook.state == "ended":
        raise Refused(_("The webhook has ended."))
    secret = signing.new_secret()
    Hook.objects.filter(pk=hook.pk).update(
        former_sealed=hook.secret_sealed, secret_sealed=signing.seal_secret(secret, hook.pk)
    )
    record("hook.renew", object=hook.pk)
    return Made(hook, signing.show_secret(secret))


def move_hook(*, actor: Actor, hook: Hook, move: str) -> Hook:
    """Start a webhook again, or end it.

    Raises:
        Overtaken: it is not where the move begins.
    """
    _administers(actor)
    if move == "start":
        Hook.objects.filter(pk=hook.pk).update(failures=0)
    return take_step(HOOK, HookStep(of=hook, move=move), hook, actor=actor)


def queue_test(*, actor: Actor, hook: Hook) -> Delivery:
    """Have the address told of a test; the job sends it within a minute.

    Raises:
        Refused: the webhook is not in use.
    """
    _administers(actor)
    if hook.state != HOOK.first:
        raise Refused(_("The webhook is not in use. Start it first."))
    delivery = Delivery(
        organisation_id=actor.organisation_id,
        created_by_id=actor.member_id,
        state=DELIVERY.first,
        hook=hook,
        event=TEST,
        about_id=uuid4(),
        due_at=timezone.now(),
    )
    delivery.save(force_insert=True)
    record("hook.test", object=hook.pk)
    return delivery


def retry_delivery(*, actor: Actor, hook: Hook, id: UUID) -> Delivery:
    """Try a telling that was given up once more.

    Raises:
        Absent: the webhook has no such telling.
        Overtaken: it was not given up.
    """
    _administers(actor)
    delivery = Delivery.objects.filter(hook=hook, pk=id).first()
    if delivery is None:
        raise Absent("delivery", id)
    step = DeliveryStep(of=delivery, move="retry")
    take_step(DELIVERY, step, delivery, actor=actor)
    Delivery.objects.filter(pk=id).update(attempts=0, due_at=timezone.now())
    return delivery


def _mine(actor: Actor) -> QuerySet[Hook]:
    return Hook.objects.filter(organisation_id=actor.organisation_id)


def _administers(actor: Actor) -> None:
    if actor.role != Role.ADMINISTRATOR:
        raise Absent("page")
