# SPDX-License-Identifier: EUPL-1.2
"""The administrator's pages about API clients."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.api.scopes import SCOPES
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.forms import Form
from samvern.access.roles import Role
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.coordination.api_clients.domain import (
    IssuedSecret,
    add_program,
    end_program,
    get_program,
    list_programs,
    renew_secret,
    waiting_programs,
)
from samvern.coordination.api_clients.models import ApiClient
from samvern.coordination.api_clients.workflow import PROGRAM, REASONS


class ApiClientForm(Form):
    """A new API client."""

    name = fields.SingleLineField(
        label=lazy("Name"),
        limit=80,
        help_text=lazy("Such as “Journal system”. The trail shows it: “Program: Journal system”."),
    )
    scopes = fields.CheckboxesField(
        label=lazy("What it may do"),
        choices=[(scope, label) for scope, (label, _categories) in SCOPES.items()],
        help_text=lazy("Choose no more than it needs."),
    )


class EndApiClientForm(Form):
    """Why an API client ends."""

    reason = fields.RadioField(label=lazy("Why"), choices=list(REASONS.items()))


ONLY = {Role.ADMINISTRATOR}


@workspace_view(ONLY)
def programs(request: Request) -> HttpResponseBase:
    """All API clients, and when each was last used."""
    found = list_programs(actor=request.actor)
    table = _table(found, waiting_programs())
    return render(request, "coordination/programs.html", {"programs": table})


@workspace_view(ONLY, methods=WRITE, fresh=True)
def program_new(request: Request) -> HttpResponseBase:
    """Let an API client in; its secret is shown once."""
    page = FormPage(
        ApiClientForm,
        partial(add_program, actor=request.actor),
        partial(_secret_page, request),
        template="cases/house_form.html",
        title=_("New program"),
        context={"back": reverse("workspace:programs")},
    )
    return form_page(request, page)


@workspace_view(ONLY)
def program(request: Request, program_id: UUID) -> HttpResponseBase:
    """One API client: what it may, and what can be done with it."""
    found = get_program(request.actor, program_id)
    may = [SCOPES[each][0] if each in SCOPES else each for each in found.scopes]
    context = {
        "program": found,
        "may": may,
        "state": PROGRAM.states[found.state],
        "waits": waiting_programs().get(found.member_id, ""),
    }
    return render(request, "coordination/program.html", context)


@workspace_view(ONLY, methods=WRITE, fresh=True)
def program_secret(request: Request, program_id: UUID) -> HttpResponseBase:
    """A new secret, shown once."""
    found = get_program(request.actor, program_id)
    save = partial(renew_secret, actor=request.actor, program=found)
    lines = [
        _("The secret it has now is good until you make another one after this."),
        _("Make two, one after the other, if the present secret may be known to others."),
    ]
    title = _("New secret: %(name)s") % {"name": found.name}
    return _confirm(
        request, FormPage(Form, save, partial(_secret_page, request), title=title), lines
    )


@workspace_view(ONLY, methods=WRITE, fresh=True)
def program_end(request: Request, program_id: UUID) -> HttpResponseBase:
    """End an API client."""
    found = get_program(request.actor, program_id)
    save = partial(end_program, actor=request.actor, program=found)
    lines = [
        _("It sees nothing more from this moment."),
        _("What it has done stays in the cases and in the trail."),
    ]
    title = _("End: %(name)s") % {"name": found.name}
    return _confirm(request, FormPage(EndApiClientForm, save, "programs", title=title), lines)


def _table(found: Sequence[ApiClient], waiting: Mapping[UUID, Any]) -> Table:
    columns = [
        TableColumn(_("Name")),
        TableColumn(_("What it may do")),
        TableColumn(_("Last used")),
        TableColumn(_("State")),
    ]
    rows = [
        [
            TableCell(each.name, href=_to("program", each), note=each.client_id),
            TableCell(", ".join(each.scopes)),
            TableCell(each.used_at or _("Never")),
            _state(each, waiting),
        ]
        for each in found
    ]
    return Table(_("Programs"), columns, rows, _("No program has been let in."))


def _state(program: ApiClient, waiting: Mapping[UUID, Any]) -> TableCell:
    if (why := waiting.get(program.member_id)) and program.state == PROGRAM.first:
        return TableCell(_("Waits for a leader"), tag="warning", note=why)
    return TableCell(PROGRAM.states[program.state], tag=_color(program))


def _color(program: ApiClient) -> str:
    return "success" if program.state == PROGRAM.first else "neutral"


def _to(name: str, program: ApiClient) -> str:
    return reverse(f"workspace:{name}", kwargs={"program_id": program.pk})


def _secret_page(request: Request, made: IssuedSecret) -> HttpResponseBase:
    token = request.build_absolute_uri("/api/token")
    return render(request, "coordination/program_secret.html", {"made": made, "token": token})


def _confirm(request: Request, page: FormPage, lines: list[str]) -> HttpResponseBase:
    context = {
        "consequences": lines,
        "submit": page.title,
        "cancel": reverse("workspace:programs"),
    }
    return form_page(request, replace(page, template="workspace/confirm.html", context=context))
