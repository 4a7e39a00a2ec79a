# SPDX-License-Identifier: EUPL-1.2
"""The administrator's pages about webhooks."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.forms import Form
from samvern.access.roles import Role
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.cases.core.form_helpers import attempt, submitted_data
from samvern.coordination.webhooks import domain as webhooks
from samvern.coordination.webhooks.forms import WebhookForm
from samvern.coordination.webhooks.models import Webhook
from samvern.coordination.webhooks.tables import COLORS, show_deliveries
from samvern.coordination.webhooks.workflow import HOOK

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
    form = WebhookForm(submitted_data(request))
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: webhooks.add_hook(actor=request.actor, **form.cleaned_data))
        if made is not None:
            return render(request, "coordination/hook_secret.html", {"made": made})
    context = {"form": form, "title": _("New webhook"), "back": reverse("workspace:hooks")}
    return render(request, "cases/house_form.html", context, status=400 if form.errors else 200)


@workspace_view(ONLY, methods=WRITE, fresh=True)
def hook_secret(request: Request, hook_id: UUID) -> HttpResponseBase:
    """A new secret, shown once."""
    found = webhooks.get_hook(request.actor, hook_id)
    form = Form(submitted_data(request))
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: webhooks.renew_secret(actor=request.actor, hook=found))
        if made is not None:
            return render(request, "coordination/hook_secret.html", {"made": made})
    lines = [
        _("Until you make another one after this, both secrets sign."),
        _("Make two, one after the other, if the present secret may be known to others."),
    ]
    return _confirm(request, form, found, _("Make a new secret"), lines)


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
    form = Form(submitted_data(request))
    if request.method == "POST" and form.is_valid():
        end = partial(webhooks.apply_hook_move, actor=request.actor, hook=found, move="end")
        if attempt(form, end):
            return redirect("workspace:hooks")
    lines = [_("The address is told nothing more."), _("What waits to be told is given up.")]
    return _confirm(request, form, found, _("End the webhook"), lines)


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


def _confirm(
    request: Request, form: Form, found: Webhook, title: str, lines: list[str]
) -> HttpResponseBase:
    context = {
        "title": title,
        "text": found.url,
        "consequences": lines,
        "form": form,
        "submit": title,
        "cancel": reverse("workspace:hook", kwargs={"hook_id": found.pk}),
    }
    return render(request, "workspace/confirm.html", context, status=400 if form.errors else 200)
