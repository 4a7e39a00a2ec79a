# SPDX-License-Identifier: EUPL-1.2
"""Desks as their leader keeps them, and what waits at them as a coordinator sees it."""

from functools import partial
from typing import Any
from uuid import UUID

from django.db import connection
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samvern.access import fields
from samvern.access.actor import Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.errors import NotFound
from samvern.access.forms import Form
from samvern.access.models import Unit
from samvern.access.roles import Role
from samvern.access.tables import Table, TableCell, TableColumn
from samvern.cases.pages.form_page import FormPage, form_page
from samvern.helpline.choices import AdviceTopic
from samvern.helpline.desks.domain import save_desk
from samvern.helpline.desks.models import AdvisoryDesk
from samvern.helpline.workflow import QUESTION


class DeskForm(Form):
    """A desk, as its leader keeps it."""

    name = fields.SingleLineField(label=lazy("Name of the desk"), limit=120)
    unit_id = fields.SelectField(label=lazy("Unit that answers"), choices=[], coerce=UUID)
    topics = fields.CheckboxesField(
        label=lazy("What it answers about"), choices=AdviceTopic.choices
    )
    days = fields.SelectField(
        label=lazy("Usually answers within, in working days"),
        choices=[(str(n), str(n)) for n in (1, 2, 3, 5, 10, 15)],
        coerce=int,
    )
    is_open = fields.OptionalBooleanField(label=lazy("Other organisations may ask"))

    def __init__(self, *args: Any, units: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit_id"].choices = [("", lazy("Choose")), *units]  # type: ignore[attr-defined]


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
    page = FormPage(
        DeskForm,
        partial(save_desk, actor=request.actor, desk=row),
        "desks",
        template="contacts/desk.html",
        initial=first,
        options={"units": [(str(unit.pk), unit.name) for unit in units]},
        context={"desk": row},
    )
    return form_page(request, page)
