# SPDX-License-Identifier: EUPL-1.2
"""Desks as their leader keeps them, and what waits at them as a coordinator sees it."""

from functools import partial
from typing import Any
from uuid import UUID

from django.db import connection
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.models import Unit
from samvern.access.roles import Role
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.cases.core.form_helpers import attempt, submitted_data
from samvern.helpline.choices import AdviceTopic
from samvern.helpline.desks.domain import save_desk
from samvern.helpline.desks.forms import DeskForm
from samvern.helpline.desks.models import AdvisoryDesk
from samvern.helpline.workflow import QUESTION


@workspace_view({Role.LEADER})
def desks(request: Request) -> HttpResponseBase:
    """The desks of the organisation."""
    rows = AdvisoryDesk.objects.filter(
        organisation_id=request.actor.organisation_id
    ).select_related("unit")
    return render(request, "contacts/desks.html", {"desks": rows})


@workspace_view({Role.LEADER}, methods=WRITE)
def desk_new(request: Request) -> HttpResponseBase:
    """Make a desk."""
    return _keep(request, None)


@workspace_view({Role.LEADER}, methods=WRITE)
def desk(request: Request, desk_id: UUID) -> HttpResponseBase:
    """Change a desk."""
    found = AdvisoryDesk.objects.filter(
        pk=desk_id, organisation_id=request.actor.organisation_id
    ).first()
    if found is None:
        raise NotFound("desk", desk_id)
    return _keep(request, found)


@workspace_view({Role.COORDINATOR})
def guidance_waiting(request: Request) -> HttpResponseBase:
    """What waits at all desks: no text, no asker, no case."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM gate.waiting_questions()")
        found = cursor.fetchall()
    today = timezone.localdate()
    rows = [
        [
            TableCell(name),
            TableCell(AdviceTopic(topic).label),
            TableCell(QUESTION.states[state]),
            TableCell(asked),
            TableCell(due),
            TableCell(_("Overdue"), tag="danger") if due < today else TableCell(""),
        ]
        for name, topic, state, asked, due in found
    ]
    heads = (_("Desk"), _("Topic"), _("State"), _("Sent"), _("Due"), _("Late"))
    table = Table(
        _("Waits at the desks"), [TableColumn(h) for h in heads], rows, _("Nothing waits.")
    )
    return render(request, "contacts/waiting.html", {"table": table})


def _keep(request: Request, row: AdvisoryDesk | None) -> HttpResponseBase:
    units = Unit.objects.filter(organisation_id=request.actor.organisation_id)
    first: dict[str, Any] = {"days": "3", "is_open": True}
    if row:
        first = {"name": row.name, "unit_id": str(row.unit_id), "topics": row.topics,
                 "days": str(row.days), "is_open": row.is_open}  # fmt: skip
    names = [(str(unit.pk), unit.name) for unit in units]
    form = DeskForm(submitted_data(request), units=names, initial=first)
    if request.method == "POST" and form.is_valid():
        keep = partial(save_desk, actor=request.actor, desk=row, **form.cleaned_data)
        if attempt(form, keep) is not None:
            return redirect("workspace:desks")
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "contacts/desk.html", {"form": form, "desk": row}, status=status)
