# SPDX-License-Identifier: EUPL-1.2
"""The administrator's pages about programs."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.forms import Form
from samvern.access.roles import Role
from samvern.access.scopes import SCOPES
from samvern.access.tables import Cell, Column, Table
from samvern.access.views import WRITE, page
from samvern.cases.views.attempts import attempt
from samvern.cases.views.saving import sent
from samvern.coordination.models import Program
from samvern.coordination.programs import keeping
from samvern.coordination.programs.course import PROGRAM
from samvern.coordination.programs.forms import EndProgramForm, ProgramForm

ONLY = {Role.ADMINISTRATOR}


@page(ONLY)
def programs(request: Request) -> HttpResponseBase:
    """All programs, and when each was last used."""
    found = keeping.list_programs(actor=request.actor)
    return render(request, "coordination/programs.html", {"programs": _table(found)})


@page(ONLY, methods=WRITE, fresh=True)
def program_new(request: Request) -> HttpResponseBase:
    """Let a program in; its secret is shown once."""
    form = ProgramForm(sent(request))
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: keeping.add_program(actor=request.actor, **form.cleaned_data))
        if made is not None:
            return _secret_page(request, made)
    context = {"form": form, "title": _("New program"), "back": reverse("workspace:programs")}
    return render(request, "cases/house_form.html", context, status=400 if form.errors else 200)


@page(ONLY)
def program(request: Request, program_id: UUID) -> HttpResponseBase:
    """One program: what it may, and what can be done with it."""
    found = keeping.get_program(request.actor, program_id)
    may = [SCOPES[each][0] if each in SCOPES else each for each in found.scopes]
    context = {"program": found, "may": may, "state": PROGRAM.states[found.state]}
    return render(request, "coordination/program.html", context)


@page(ONLY, methods=WRITE, fresh=True)
def program_secret(request: Request, program_id: UUID) -> HttpResponseBase:
    """A new secret, shown once."""
    found = keeping.get_program(request.actor, program_id)
    form = Form(sent(request))
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: keeping.renew_secret(actor=request.actor, program=found))
        if made is not None:
            return _secret_page(request, made)
    lines = [
        _("The secret it has now is good until you make another one after this."),
        _("Make two, one after the other, if the present secret may be known to others."),
    ]
    return _confirm(request, form, _("New secret: %(name)s") % {"name": found.name}, lines)


@page(ONLY, methods=WRITE, fresh=True)
def program_end(request: Request, program_id: UUID) -> HttpResponseBase:
    """End a program."""
    found = keeping.get_program(request.actor, program_id)
    form = EndProgramForm(sent(request))
    if request.method == "POST" and form.is_valid():
        end = partial(keeping.end_program, actor=request.actor, program=found)
        if attempt(form, lambda: end(**form.cleaned_data)):
            return redirect("workspace:programs")
    lines = [
        _("It sees nothing more from this moment."),
        _("What it has done stays in the cases and in the trail."),
    ]
    return _confirm(request, form, _("End: %(name)s") % {"name": found.name}, lines)


def _table(found: Sequence[Program]) -> Table:
    columns = [
        Column(_("Name")),
        Column(_("What it may do")),
        Column(_("Last used")),
        Column(_("State")),
    ]
    rows = [
        [
            Cell(each.name, href=_to("program", each), note=each.client_id),
            Cell(", ".join(each.scopes)),
            Cell(each.used_at or _("Never")),
            Cell(PROGRAM.states[each.state], tag=_color(each)),
        ]
        for each in found
    ]
    return Table(_("Programs"), columns, rows, _("No program has been let in."))


def _color(program: Program) -> str:
    return "success" if program.state == PROGRAM.first else "neutral"


def _to(name: str, program: Program) -> str:
    return reverse(f"workspace:{name}", kwargs={"program_id": program.pk})


def _secret_page(request: Request, made: keeping.Made) -> HttpResponseBase:
    token = request.build_absolute_uri("/api/token")
    return render(request, "coordination/program_secret.html", {"made": made, "token": token})


def _confirm(request: Request, form: Form, title: str, lines: list[str]) -> HttpResponseBase:
    context = {
        "title": title,
        "consequences": lines,
        "form": form,
        "submit": title,
        "cancel": reverse("workspace:programs"),
    }
    return render(request, "workspace/confirm.html", context, status=400 if form.errors else 200)


ONE = "administrator/programs/<uuid:program_id>"
urlpatterns = [
    path("administrator/programs/", programs, name="programs"),
    path("administrator/programs/new", program_new, name="program_new"),
    path(ONE, program, name="program"),
    path(f"{ONE}/secret", program_secret, name="program_secret"),
    path(f"{ONE}/end", program_end, name="program_end"),
]
