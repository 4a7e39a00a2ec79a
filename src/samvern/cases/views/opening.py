# SPDX-License-Identifier: EUPL-1.2
"""Opening a case, in less than a minute."""

from typing import Any

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext_lazy as _

from samvern.access import fields
from samvern.access.actor import Actor, Request
from samvern.access.forms import Form
from samvern.access.models import Organisation, Unit
from samvern.access.views import WRITE, page
from samvern.cases.domain.cases import open_case as open_
from samvern.cases.domain.parcels import open_case_from_guide
from samvern.cases.models import Case
from samvern.cases.views.attempts import attempt, offer

KINDS = {
    "police": Case.Kind.POLICE,
    "prosecution": Case.Kind.POLICE,
    "child_welfare": Case.Kind.CHILD,
    "immigration": Case.Kind.IMMIGRATION,
    "reception": Case.Kind.IMMIGRATION,
    "health": Case.Kind.HEALTH,
    "labour_inspection": Case.Kind.LABOUR,
}
"""The case type an organisation of a kind most often opens."""
CODE_LIMIT = 40


class OpenForm(Form):
    """Nothing must be filled in: a case needs no name, no number and no address."""

    code = fields.LineField(
        label=_("Code from the guide"),
        help_text=_("Four groups of four. The answers come with you. The code works once."),
        limit=CODE_LIMIT,
        required=False,
    )
    label = fields.LineField(
        label=_("Working name"),
        help_text=_("So that you know the case again. Do not use a full name."),
        limit=60,
        required=False,
    )
    contact = fields.TickField(label=_("It began with a call or message to our helpline"))
    kind = fields.RadioField(label=_("Case type"), choices=Case.Kind.choices)
    circle = fields.RadioField(label=_("Who in the house sees it"), choices=Case.Circle.choices)
    unit_id = fields.SelectField(label=_("Unit"), choices=[])

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        if actor.unit_id is None:
            units = Unit.objects.filter(organisation_id=actor.organisation_id)
            offer(self, "unit_id", [(str(unit.pk), unit.name) for unit in units])
        else:
            del self.fields["unit_id"]


@page(methods=WRITE)
def open_case(request: Request) -> HttpResponseBase:
    """Open a case from nothing, from the helpline, or with the answers under a code."""
    actor = request.actor
    form = OpenForm(request.POST or None, actor=actor, initial=_usual(actor))
    if request.method == "POST" and form.is_valid():
        case = attempt(form, lambda: _open(actor, **form.cleaned_data))
        if case is not None:
            return redirect("workspace:case", case_id=case.pk)
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "cases/open.html", {"form": form}, status=status)


def _usual(actor: Actor) -> dict[str, Any]:
    kind = Organisation.objects.values_list("kind", flat=True).get(pk=actor.organisation_id)
    return {"kind": KINDS.get(kind, Case.Kind.ASSISTANCE), "circle": Case.Circle.TEAM}


def _open(actor: Actor, *, code: str, contact: bool, **values: Any) -> Case:
    if code:
        return open_case_from_guide(actor=actor, code=code, **values)
    origin = Case.Origin.CONTACT if contact else Case.Origin.NOTHING
    return open_(actor=actor, origin=origin, **values)


urlpatterns = [path("cases/new/", open_case, name="open_case")]
