# SPDX-License-Identifier: EUPL-1.2
"""The administrator's pages about webhooks."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.forms import Form
from samvern.access.roles import Role
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.coordination.webhooks import domain as webhooks
from samvern.coordination.webhooks.models import Webhook, WebhookDelivery
from samvern.coordination.webhooks.workflow import DELIVERY, HOOK


class WebhookForm(Form):
    """A new webhook."""

    url = fields.SingleLineField(
        label=lazy("Address"),
        limit=400,
        help_text=lazy("Begins with https:// and is in a system of your own."),
    )


ONLY = {Role.ADMINISTRATOR}


@workspace_view(ONLY)
def hooks(request: Request) -> HttpResponseBase:
    """All webhooks, the newest first."""
    table = _table(webhooks.list_hooks(actor=request.actor))
    return render(request, "coordination/hooks.html", {"hooks": table})


@workspace_view(ONLY)
def hook(request: Request, hook_id: UUID) -> HttpResponseBase:
    """One webhook and its latest tellings."""
    found = webhooks.get_hook(request.actor, hook_id)
    deliveries = webhooks.read_deliveries(actor=request.actor, hook=found)
    context = {
        "hook": found,
        "state": HOOK.states[found.state],
        "color": COLORS.get(found.state, "neutral"),
        "deliveries": show_deliveries(deliveries),
        "given_up": [each for each in deliveries if each.state == "given_up"],
    }
    return render(request, "coordination/hook.html", context)


@workspace_view(ONLY, methods=WRITE, fresh=True)
def hook_new(request: Request) -> HttpResponseBase:
    """Have an address told; the secret is shown once."""
    page = FormPage(
        WebhookForm,
        partial(webhooks.add_hook, actor=request.actor),
        partial(_secret_page, request),
        template="cases/house_form.html",
        title=_("New webhook"),
        context={"back": reverse("workspace:hooks")},
    )
    return form_page(request, page)


@workspace_view(ONLY, methods=WRITE, fresh=True)
def hook_secret(request: Request, hook_id: UUID) -> HttpResponseBase:
    """A new secret, shown once."""
    found = webhooks.get_hook(request.actor, hook_id)
    save = partial(webhooks.renew_secret, actor=request.actor, hook=found)
    lines = [
        _("Until you make another one after this, both secrets sign."),
        _("Make two, one after the other, if the present secret may be known to others."),
    ]
    page = FormPage(Form, save, partial(_secret_page, request), title=_("Make a new secret"))
    return _confirm(request, page, found, lines)


@workspace_view(ONLY, methods=("POST",))
def hook_test(request: Request, hook_id: UUID) -> HttpResponseBase:
    """Have the address told of a test."""
    found = webhooks.get_hook(request.actor, hook_id)
    webhooks.queue_test(actor=request.actor, hook=found)
    return redirect("workspace:hook", hook_id=hook_id)


@workspace_view(ONLY, methods=("POST",))
def hook_start(request: Request, hook_id: UUID) -> HttpResponseBase:
    """Start one that was stopped."""
    found = webhooks.get_hook(request.actor, hook_id)
    webhooks.apply_hook_move(actor=request.actor, hook=found, move="start")
    return redirect("workspace:hook", hook_id=hook_id)


@workspace_view(ONLY, methods=("POST",))
def hook_retry(request: Request, hook_id: UUID, delivery_id: UUID) -> HttpResponseBase:
    """Try a delivery that was given up once more."""
    found = webhooks.get_hook(request.actor, hook_id)
    webhooks.retry_delivery(actor=request.actor, hook=found, id=delivery_id)
    return redirect("workspace:hook", hook_id=hook_id)


@workspace_view(ONLY, methods=WRITE)
def hook_end(request: Request, hook_id: UUID) -> HttpResponseBase:
    """End a webhook."""
    found = webhooks.get_hook(request.actor, hook_id)
    end = partial(webhooks.apply_hook_move, actor=request.actor, hook=found, move="end")
    lines = [_("The address is told nothing more."), _("What waits to be told is given up.")]
    page = FormPage(Form, end, "hooks", title=_("End the webhook"))
    return _confirm(request, page, found, lines)


def _table(found: Sequence[Webhook]) -> Table:
    columns = [TableColumn(_("Address")), TableColumn(_("Since")), TableColumn(_("State"))]
    rows = [
        [
            TableCell(each.url, href=reverse("workspace:hook", kwargs={"hook_id": each.pk})),
            TableCell(each.created_at),
            TableCell(HOOK.states[each.state], tag=COLORS.get(each.state, "neutral")),
        ]
        for each in found
    ]
    return Table(_("Webhooks"), columns, rows, _("No address is told of anything."))


def _secret_page(request: Request, made: Any) -> HttpResponseBase:
    return render(request, "coordination/hook_secret.html", {"made": made})


def _confirm(
    request: Request, page: FormPage, found: Webhook, lines: list[str]
) -> HttpResponseBase:
    context = {
        "text": found.url,
        "consequences": lines,
        "submit": page.title,
        "cancel": reverse("workspace:hook", kwargs={"hook_id": found.pk}),
    }
    return form_page(request, replace(page, template="workspace/confirm.html", context=context))


COLORS = {
    "active": "success",
    "stopped": "danger",
    "queued": "info",
    "failed": "warning",
    "sent": "success",
    "given_up": "danger",
}
EVENTS = {"notice": lazy("New message"), "test": lazy("Test")}


def show_deliveries(deliveries: Sequence[WebhookDelivery]) -> Table:
    """The latest tellings, with what they were about: a kind, and never a case."""
    columns = [
        TableColumn(_("When")),
        TableColumn(_("What")),
        TableColumn(_("State")),
        TableColumn(_("Tries"), numeric=True),
    ]
    rows = [
        [
            TableCell(each.created_at),
            TableCell(EVENTS.get(each.event, each.event)),
            TableCell(DELIVERY.states[each.state], tag=COLORS[each.state]),
            TableCell(str(each.attempts)),
        ]
        for each in deliveries
    ]
    return Table(_("Latest"), columns, rows, _("Nothing has been told yet."))
