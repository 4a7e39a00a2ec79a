# SPDX-License-Identifier: EUPL-1.2
"""Opening a case, in less than a minute."""

from functools import partial
from typing import Any

from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from samvern.access.actor import Actor, Request
from samvern.access.decorators import WRITE, workspace_view
from samvern.access.models import Organisation
from samvern.cases.core import domain
from samvern.cases.core.models import Case
from samvern.cases.opening.forms import CaseOpenForm
from samvern.cases.opening.guide_transfer import open_case_from_guide
from samvern.cases.pages.form_page import FormPage, form_page

USUAL_KINDS = {
    "police": Case.Kind.POLICE,
    "prosecution": Case.Kind.POLICE,
    "child_welfare": Case.Kind.CHILD,
    "immigration": Case.Kind.IMMIGRATION,
    "reception": Case.Kind.IMMIGRATION,
    "health": Case.Kind.HEALTH,
    "labour_inspection": Case.Kind.LABOUR,
}
"""The case type an organisation of a kind most often opens."""


@workspace_view(methods=WRITE)
def open_case(request: Request) -> HttpResponseBase:
    """Open a case from nothing, from the helpline, or with the answers under a code."""
    actor = request.actor
    page = FormPage(
        CaseOpenForm,
        partial(_open, actor),
        lambda made: redirect("workspace:case", case_id=made.pk),
        template="cases/open.html",
        options={"actor": actor},
        initial=_usual(actor),
    )
    return form_page(request, page)


def _usual(actor: Actor) -> dict[str, Any]:
    kind = Organisation.objects.values_list("kind", flat=True).get(pk=actor.organisation_id)
    return {"kind": USUAL_KINDS.get(kind, Case.Kind.ASSISTANCE), "circle": Case.Visibility.TEAM}


def _open(actor: Actor, *, code: str, contact: bool, **values: Any) -> Case:
    if code:
        return open_case_from_guide(actor=actor, code=code, **values)
    origin = Case.Origin.CONTACT if contact else Case.Origin.NOTHING
    return domain.open_case(actor=actor, origin=origin, **values)
